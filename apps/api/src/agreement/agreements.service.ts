import { isWritingOpen, checkFreeze, eventsOf, standingOf, type FreezeCheck } from '@enig/agreement';
import {
  AgreementReads,
  draftOf,
  TextContents,
  type AgreementHead,
  type AgreementView,
  type Contents,
} from '@enig/data';
import { type AgreementId, type PartyId } from '@enig/kernel';
import { type NameOf } from '@enig/messages';
import { Injectable } from '@nestjs/common';
import { idOf } from '../core/ids';
import { NotFound } from '../core/errors';
import type { AppViewer } from '../core/viewer';
import { PlacesService, toParty } from '../people/places.service';
import type { AgreementMayModel, AgreementModel, AgreementSummaryModel } from './models';
import { subjectOf } from './subjects';

/** Agreements as the viewer may see them. Everything of one is read once per request. */
@Injectable()
export class AgreementsService {
  constructor(
    private readonly reads: AgreementReads,
    private readonly texts: TextContents,
    private readonly places: PlacesService,
  ) {}

  /** The agreements the viewer may read, the latest period first. */
  async list(viewer: AppViewer): Promise<AgreementHead[]> {
    const heads = await viewer.remember('agreements', () => this.reads.heads());
    return heads.filter((head) => viewer.can('read', subjectOf(head)));
  }

  /** One agreement. @throws NotFound · NotAllowed */
  async view(viewer: AppViewer, given: string): Promise<AgreementView> {
    const id = idOf<AgreementId>(given, 'agreement');
    const view = await viewer.remember(`agreement ${id}`, () => this.reads.view(id));
    if (!view) throw new NotFound('agreement');
    viewer.must('read', subjectOf(view));
    return view;
  }

  /** Every agreement the viewer may read, whole. */
  async readable(viewer: AppViewer): Promise<AgreementView[]> {
    const heads = await this.list(viewer);
    return Promise.all(heads.map(({ row }) => this.view(viewer, row.id)));
  }

  /** The agreement a part, a section or an annex belongs to. @throws NotFound · NotAllowed */
  async viewOf(viewer: AppViewer, thing: 'part' | 'section' | 'annex', given: string): Promise<AgreementView> {
    const id = idOf(given, thing);
    const agreement = await viewer.remember(`${thing} ${id}`, () => this.reads.agreementOf(thing, id));
    if (agreement === null) throw new NotFound(thing);
    return this.view(viewer, agreement);
  }

  /** Frames of agreements by id, for those that refer to one. */
  async heads(viewer: AppViewer, ids: readonly AgreementId[]): Promise<Map<AgreementId, AgreementHead>> {
    return viewer.remember(`heads ${[...ids].sort().join(' ')}`, () => this.reads.headsById(ids));
  }

  /** What all texts of the agreement say now, removed sections too. @throws NotAllowed for those who read no drafts. */
  async contents(viewer: AppViewer, view: AgreementView): Promise<Contents> {
    viewer.must('readDraft', subjectOf(view));
    return viewer.remember(`contents ${view.row.id}`, () => {
      return this.texts.of(view.sections.flatMap(({ text, easyRead }) => (easyRead ? [text, easyRead] : [text])));
    });
  }

  /** What stands in the way of freezing, and what only warns. @throws NotAllowed for those who read no drafts. */
  async freezeCheck(viewer: AppViewer, view: AgreementView): Promise<FreezeCheck> {
    const contents = await this.contents(viewer, view);
    return viewer.remember(`check ${view.row.id}`, async () => checkFreeze(draftOf(view, contents)));
  }

  /** What ids in its warnings are called: its parties, and whoever else its text names (AG-18). */
  async namesIn(viewer: AppViewer, view: AgreementView): Promise<NameOf> {
    const { warnings } = await this.freezeCheck(viewer, view);
    const strangers = warnings.flatMap((warning) => (warning.code === 'AG-18-NOT-A-PARTY' ? [warning.party] : []));
    const known = namesFor(view);
    const others = await this.places.partyNames(viewer, strangers);
    return (id) => known(id) ?? others.get(id) ?? null;
  }

  /** The agreement as GraphQL shows it. */
  present(viewer: AppViewer, view: AgreementView): AgreementModel {
    const { id, title, label, periodFrom, periodTo, deadline, writingUntil } = view.row;
    return {
      ...{ view, id, title, label, periodFrom, periodTo, deadline, writingUntil },
      state: view.state,
      standing: standing(viewer, view),
      isWritingOpen: isWritingOpen(view.state),
      parties: partiesIn(view),
      concludedOn: view.concludedOn,
      may: this.may(viewer, view),
    };
  }

  /** What the viewer may do now: the right and the state both allow it. What else a rule demands is said when they try. */
  private may(viewer: AppViewer, view: AgreementView): AgreementMayModel {
    const subject = subjectOf(view);
    const events = eventsOf(view.state);
    const mayFreeze = viewer.can('freeze', subject);
    return {
      edit: isWritingOpen(view.state) && viewer.can('edit', subject),
      freezeForHearing: events.includes('freezeForHearing') && mayFreeze && viewer.can('openHearing', subject),
      endHearing: events.includes('endHearing') && viewer.can('endHearing', subject),
      freezeForDecision: events.includes('freezeForDecision') && mayFreeze,
      reopenWriting: events.includes('reopenWriting') && viewer.can('reopenWriting', subject),
      treat: viewer.can('readDraft', subject) && viewer.canSomewhere('treat', 'Point'),
      abandon: events.includes('abandon') && viewer.can('abandon', subject),
      readDraft: viewer.can('readDraft', subject),
    };
  }
}

/** An agreement as it stands in lists. */
export function summaryOf(viewer: AppViewer, head: AgreementHead): AgreementSummaryModel {
  const { id, title, label, periodFrom, periodTo, deadline } = head.row;
  return { head, id, title, label, periodFrom, periodTo, deadline, standing: standing(viewer, head) };
}

/** The agreement's own parties, as they were named when they were set. */
export function partiesIn(head: AgreementHead) {
  return head.parties.map(({ party, name }) => toParty({ id: party, name, region: regionIn(party) }));
}

/** What ids in refusals and acts of an agreement are called: its parties, its councils' bodies, its sections. */
export function namesFor(head: AgreementHead, sections: ReadonlyMap<string, string> = new Map()): NameOf {
  const parties = new Map<string, string>(head.parties.map(({ party, name }) => [party, name]));
  return (id) => sections.get(id) ?? parties.get(id) ?? null;
}

function standing(viewer: AppViewer, { row, state, concludedOn, lastDay }: AgreementHead) {
  return standingOf(state, { from: row.periodFrom, to: row.periodTo }, concludedOn, viewer.today, lastDay);
}

/** A party's id says whether it is a region: `region:1085`. */
function regionIn(party: PartyId): string | null {
  const [kind, id] = party.split(':');
  return kind === 'region' ? (id ?? null) : null;
}
