import type { AgreementRefused, FreezeRefused } from '@enig/agreement';
import { vacancies, type ConfirmRefused, type Recorder } from '@enig/approval';
import {
  ApprovalReads,
  ApprovalStore,
  type Actor,
  type AgreementView,
  type ApprovalView,
  type RecordRefused,
} from '@enig/data';
import {
  brandId,
  isSha256,
  ok,
  type AgreementId,
  type BodyId,
  type DecisionId,
  type PartyId,
  type Result,
  type VersionHash,
  LONGEST,
} from '@enig/kernel';
import type { NameOf } from '@enig/messages';
import { Injectable } from '@nestjs/common';
import { AgreementsService, partiesIn } from '../agreement/agreements.service';
import { subjectOf } from '../agreement/subjects';
import { afterwards } from '../core/afterwards';
import { BadInput, NotFound } from '../core/errors';
import { idOf } from '../core/ids';
import { sentences } from '../core/input';
import type { AppViewer } from '../core/viewer';
import { PlacesService } from '../people/places.service';
import { presentBoard } from './board';
import { presentDecision, type Shown } from './decision-shown';
import type { RecordDecisionInput } from './inputs';
import type { DecisionModel } from './decision-model';
import { mustHaveNoNumber } from './minutes.service';
import type { BoardModel } from './models';
import { mustSpeakFor, speakerFor, subjectOfDecision } from './subjects';

/** Where a decision was recorded or confirmed. */
export interface Recorded {
  readonly agreement: AgreementId;
  readonly decision: DecisionId;
}

type Done<Value, Refusal> = Promise<Result<Value, Refusal>>;

/** The parties' way to their decisions. Each command asks for the right first; the store asks the rules. */
@Injectable()
export class ApprovalService {
  constructor(
    private readonly store: ApprovalStore,
    private readonly reads: ApprovalReads,
    private readonly agreements: AgreementsService,
    private readonly places: PlacesService,
  ) {}

  /** Freezes the texts and puts the version to the parties. */
  async freeze(viewer: AppViewer, given: string): Done<VersionHash, AgreementRefused | FreezeRefused> {
    const view = await this.agreements.view(viewer, given);
    const actor = viewer.actor('freeze', subjectOf(view));
    return afterwards(viewer, await this.store.freezeForDecision(view.row.id, actor), 'agreement');
  }

  /** Records a decision: of the party's own, or entered by the secretariat from its minutes. */
  async record(viewer: AppViewer, input: RecordDecisionInput): Done<Recorded, RecordRefused> {
    const view = await this.agreements.view(viewer, input.agreement);
    const party = input.party ? brandId<PartyId>(input.party) : null;
    const body = brandId<BodyId>(input.body);
    const { by, actor } = recorderOf(viewer, view, await this.approval(viewer, view), { party, body });
    const supersedes = input.supersedes ? idOf<DecisionId>(input.supersedes, 'decision') : null;
    const decision = {
      ...{
        agreement: view.row.id,
        party,
        body,
        step: input.step ?? null,
        version: brandId<VersionHash>(input.version),
      },
      ...{ outcome: input.outcome, meetingDate: input.meetingDate, nextMeeting: input.nextMeeting ?? null, supersedes },
      item: sentences(input.item, 'api.field.item', LONGEST.line),
      wording: sentences(input.wording, 'api.field.wording'),
      reason: sentences(input.reason ?? '', 'api.field.reason'),
      minority: sentences(input.minority ?? '', 'api.field.minority'),
      ...minutesOf(viewer, input),
      reaffirms: input.reaffirms ? idOf<DecisionId>(input.reaffirms, 'decision') : null,
    };
    const recorded = afterwards(viewer, await this.store.record(decision, by, actor), 'agreement');
    return recorded.ok ? ok({ agreement: view.row.id, decision: recorded.value }) : recorded;
  }

  /** Says, as one of the party's own people, that what was entered for it is right. */
  async confirm(viewer: AppViewer, given: string): Done<Recorded, ConfirmRefused> {
    const decision = idOf<DecisionId>(given, 'decision');
    const place = await this.reads.placeOf(decision);
    if (!place) throw new NotFound('decision');
    const { agreement, party, body } = place;
    const view = await this.agreements.view(viewer, agreement);
    const approval = await this.approval(viewer, view);
    const { by, actor } =
      party === null || !approval
        ? {
            by: { kind: 'bodysOwn', body } as const,
            actor: viewer.actor('confirm', subjectOfDecision(view, party, body)),
          }
        : mustSpeakFor(viewer, 'confirm', approval, party);
    const confirmed = afterwards(viewer, await this.store.confirm(agreement, decision, by, actor), 'agreement');
    return confirmed.ok ? ok({ agreement, decision }) : confirmed;
  }

  /** How far the parties have come; null while no text has been put to them. */
  async approval(viewer: AppViewer, view: AgreementView): Promise<ApprovalView | null> {
    return viewer.remember(`approval ${view.row.id}`, () => this.reads.viewOf(view));
  }

  /** The board of an agreement; null while no text has been put to the parties. */
  async board(viewer: AppViewer, view: AgreementView): Promise<BoardModel | null> {
    const approval = await this.approval(viewer, view);
    return approval && presentBoard(await this.shown(viewer, approval));
  }

  /** The board of an agreement that has one. @throws NotFound · NotAllowed */
  async boardOf(viewer: AppViewer, agreement: string): Promise<BoardModel> {
    const board = await this.board(viewer, await this.agreements.view(viewer, agreement));
    if (!board) throw new NotFound('board');
    return board;
  }

  /** A decision as it is shown. @throws NotFound */
  async decision(viewer: AppViewer, { approval }: BoardModel, id: DecisionId): Promise<DecisionModel> {
    const row = approval.decisions.find((each) => each.id === id);
    if (!row) throw new NotFound('decision');
    return presentDecision(await this.shown(viewer, approval), row);
  }

  /** What the bodies that a refusal names are called; it names nobody else. */
  async bodiesIn(viewer: AppViewer, refused: RecordRefused | ConfirmRefused): Promise<NameOf> {
    const waitingFor = 'waitingFor' in refused ? refused.waitingFor : [];
    const named = 'body' in refused ? [refused.body] : waitingFor;
    const bodies = await this.places.bodies(viewer, named);
    return (id) => bodies.get(brandId<BodyId>(id))?.name ?? null;
  }

  private async shown(viewer: AppViewer, approval: ApprovalView): Promise<Shown> {
    const { overrides } = approval.chain;
    const gone = vacancies(approval.chain, viewer.today);
    const after = await Promise.all(gone.map(({ party }) => this.reads.councilsAfter(party, approval.head)));
    const people = [
      ...[...approval.decisions, ...approval.confirmations.values()].map(({ person }) => person),
      ...overrides.flatMap(({ asked, agreed }) => (agreed === null ? [asked] : [asked, agreed])),
    ];
    const bodies = [
      ...[...approval.chain.bodies, ...approval.decisions].map(({ body }) => body),
      ...overrides.flatMap(({ body }) => body ?? []),
      ...after.flat(),
    ];
    return {
      viewer,
      approval,
      parties: partiesIn(approval.head),
      vacancies: gone.map((vacancy, index) => ({ ...vacancy, takers: after[index] ?? [] })),
      nameOf: await this.places.namesOf(viewer, people),
      bodies: await this.places.bodies(viewer, bodies),
    };
  }
}

/**
 * Whether the viewer acts for the party or for the council in its council's place, enters for it what its minutes say, or acts for a body that belongs to none.
 *
 * @throws NotAllowed for everybody else.
 */
function recorderOf(
  viewer: AppViewer,
  view: AgreementView,
  approval: ApprovalView | null,
  { party, body }: { readonly party: PartyId | null; readonly body: BodyId },
): { by: Recorder; actor: Actor } {
  const subject = subjectOfDecision(view, party, body);
  if (party === null) return { by: { kind: 'bodysOwn', body }, actor: viewer.actor('decide', subject) };
  const speaker = speakerFor(viewer, 'decide', approval ?? { head: view, successions: [] }, party);
  if (speaker) return { by: speaker.by, actor: viewer.actor('decide', speaker.subject) };
  return { by: { kind: 'secretariat' }, actor: viewer.actor('enterOnBehalf', subject) };
}

/** Minutes as a file that was sent in, or as an address; not both. @throws BadInput */
function minutesOf(viewer: AppViewer, { minutesLink, minutesFile }: RecordDecisionInput) {
  const link = linkOf(viewer, minutesLink ?? '');
  if (!minutesFile) return { minutesLink: link, minutesFile: null, minutesName: null };
  if (link !== null) throw new BadInput(viewer.say('page.recordDecision.minutesBoth'));
  if (!isSha256(minutesFile.sha256)) throw new NotFound('file');
  const name = sentences(minutesFile.name, 'api.field.fileName', LONGEST.line);
  mustHaveNoNumber(viewer, name);
  return { minutesLink: null, minutesFile: minutesFile.sha256, minutesName: name };
}

/** The address of the minutes; everyone reads it, so it leads nowhere but to a page, and no personal number is in it. */
function linkOf(viewer: AppViewer, given: string): string | null {
  const link = sentences(given, 'api.field.minutesLink', 2_000);
  if (link === '') return null;
  if (!URL.canParse(link) || new URL(link).protocol !== 'https:') throw new BadInput(viewer.say('api.badLink'));
  mustHaveNoNumber(viewer, link, 'minutes.linkHasNumber');
  return link;
}
