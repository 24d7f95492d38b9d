import { on } from '@enig/access';
import { standingOf, type AuthorityNoticeRefused } from '@enig/agreement';
import {
  AgreementStore,
  ChainReads,
  ConsolidatedReads,
  PublicationReads,
  SupplementStore,
  type AgreementHead,
  type AgreementView,
  type SetupRefused,
} from '@enig/data';
import { ok, type AgreementId, type LocalDate, type Result, type SectionId } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { AgreementsService } from '../agreement/agreements.service';
import { subjectOf } from '../agreement/subjects';
import { afterwards } from '../core/afterwards';
import { BadInput } from '../core/errors';
import { idOf } from '../core/ids';
import { hasControls, line } from '../core/input';
import type { AppViewer } from '../core/viewer';
import { PlacesService } from '../people/places.service';
import type {
  AmendSectionInput,
  AuthorityNoticeModel,
  CreatePartsApartInput,
  CreateSupplementInput,
  NoteSentToAuthorityInput,
  StandingSectionModel,
} from './models';

type Done<Value, Refusal = SetupRefused> = Promise<Result<Value, Refusal>>;

/**
 * What hangs on a concluded agreement, what runs beside it, and that it was sent. Whoever may begin an agreement in a
 * region may begin an addendum to one; whoever may change an agreement notes that it was sent.
 */
@Injectable()
export class SupplementsService {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly publications: PublicationReads,
    private readonly consolidated: ConsolidatedReads,
    private readonly supplements: SupplementStore,
    private readonly store: AgreementStore,
    private readonly chains: ChainReads,
    private readonly places: PlacesService,
  ) {}

  /** What hangs on an agreement, as far as the viewer may read it. */
  async hanging(viewer: AppViewer, { row }: AgreementHead): Promise<AgreementHead[]> {
    return this.readable(viewer, await this.publications.hanging(row.id));
  }

  /** The parts that run apart with this one, itself with them; none for a whole agreement. */
  async frame(viewer: AppViewer, { row }: AgreementHead): Promise<AgreementHead[]> {
    return row.frame === null ? [] : this.readable(viewer, await this.publications.inFrame(row.frame));
  }

  async parent(viewer: AppViewer, { row }: AgreementHead): Promise<AgreementHead | null> {
    const [head] = row.parent === null ? [] : await this.readable(viewer, [row.parent]);
    return head ?? null;
  }

  /** What an agreement comes after, and what comes after it, as far as the viewer may read them. */
  async succession(viewer: AppViewer, { row: { id } }: AgreementHead) {
    const found = await viewer.remember(`successions ${id}`, () => this.publications.successions([id]));
    const before = found.flatMap((each) => (each.after === id ? [each.before] : []));
    const after = found.flatMap((each) => (each.before === id ? [each.after] : []));
    return { before: await this.readable(viewer, before), after: await this.readable(viewer, after) };
  }

  async notices(viewer: AppViewer, { row }: AgreementHead): Promise<AuthorityNoticeModel[]> {
    const notices = await this.publications.notices(row.id);
    const nameOf = await this.places.namesOf(
      viewer,
      notices.map(({ person }) => person),
    );
    return notices.map(({ id, sentOn, recipient, journalNumber, person }) => {
      return { id, sentOn, recipient, journalNumber, notedBy: nameOf(person) };
    });
  }

  /** What an addendum can change: the sections of the text that holds, of its agreement or of the agreement itself. */
  async standing(viewer: AppViewer, { row }: AgreementHead): Promise<StandingSectionModel[]> {
    const day: LocalDate = row.parent !== null && row.periodFrom > viewer.today ? row.periodFrom : viewer.today;
    const view = await this.consolidated.on(row.parent ?? row.id, day);
    return (view?.sections ?? [])
      .filter(({ content }) => content !== null)
      .map(({ section, part, kind, number, title }) => ({ section, part, kind, number, title }));
  }

  /** Nothing hangs on what has ended (AG-34). */
  maySupplement(viewer: AppViewer, head: AgreementHead): boolean {
    const { row, state, concludedOn, lastDay } = head;
    const period = { from: row.periodFrom, to: row.periodTo };
    const standing = standingOf(state, period, concludedOn, viewer.today, lastDay);
    const hasNotEnded = standing === 'concluded' || standing === 'inForce';
    return hasNotEnded && row.parent === null && viewer.can('createAgreement', on.region(row));
  }

  mayNoteSent(viewer: AppViewer, head: AgreementHead): boolean {
    return head.state === 'concluded' && viewer.can('edit', subjectOf(head));
  }

  async create(viewer: AppViewer, input: CreateSupplementInput): Done<AgreementId> {
    const view = await this.agreements.view(viewer, input.agreement);
    const actor = viewer.actor('createAgreement', on.region({ region: view.row.region }));
    const { act, periodFrom, periodTo, deadline } = input;
    const title = line(input.title, 'api.field.title');
    const amends = (input.amends ?? []).map(({ section, kind }) => ({
      section: idOf<SectionId>(section, 'section'),
      kind,
    }));
    const terms = { title, periodFrom, periodTo, deadline, writingUntil: null };
    const made = await this.supplements.create({ ...terms, act, amends, parent: view.row.id }, actor);
    return afterwards(viewer, made, 'agreement');
  }

  async amend(viewer: AppViewer, { agreement, section, kind }: AmendSectionInput): Done<AgreementId> {
    const view = await this.agreements.view(viewer, agreement);
    const actor = viewer.actor('edit', subjectOf(view));
    const amendment = { section: idOf<SectionId>(section, 'section'), kind };
    const done = afterwards(viewer, await this.supplements.amend(view.row.id, amendment, actor), 'agreement');
    return done.ok ? ok(view.row.id) : done;
  }

  async noteSent(viewer: AppViewer, input: NoteSentToAuthorityInput): Done<AgreementId, AuthorityNoticeRefused> {
    const view = await this.agreements.view(viewer, input.agreement);
    const actor = viewer.actor('edit', subjectOf(view));
    const { sentOn, recipient, journalNumber } = input;
    const isNoLine = [recipient, journalNumber].some((each) => each.length > LONGEST || hasControls(each.trim()));
    if (isNoLine) throw new BadInput(viewer.say('api.badInput'));
    const notice = { sentOn, to: recipient, journalNumber };
    const done = afterwards(viewer, await this.supplements.noteSent(view.row.id, notice, actor), 'agreement');
    return done.ok ? ok(view.row.id) : done;
  }

  async createApart(viewer: AppViewer, input: CreatePartsApartInput): Done<readonly AgreementId[]> {
    const { region, periodFrom, periodTo, strategyDeadline, steeringDeadline } = input;
    const actor = viewer.actor('createAgreement', on.region({ region }));
    const copied: AgreementView | null = input.copyFrom ? await this.agreements.view(viewer, input.copyFrom) : null;
    if (copied) viewer.must('readDraft', subjectOf(copied));
    const deadline = strategyDeadline > steeringDeadline ? strategyDeadline : steeringDeadline;
    const title = line(input.title, 'api.field.title');
    const called = (part: 'developmentStrategy' | 'steeringAgreement') => `${title}: ${viewer.say(`partKind.${part}`)}`;
    const frame = { region, label: null, title, periodFrom, periodTo, deadline, writingUntil: null };
    const made = await this.store.createApart(
      {
        ...frame,
        copyFrom: copied?.row.id ?? null,
        chain: await this.chainApart(viewer, { region, periodFrom, deadline }),
      },
      {
        developmentStrategy: { title: called('developmentStrategy'), deadline: strategyDeadline },
        steeringAgreement: { title: called('steeringAgreement'), deadline: steeringDeadline },
      },
      actor,
    );
    return afterwards(viewer, made, 'region');
  }

  /** The chain for a part, where there is one; else the first for a whole agreement that can be used there. */
  private async chainApart(
    viewer: AppViewer,
    { region, periodFrom: partiesOn, deadline }: { region: string; periodFrom: LocalDate; deadline: LocalDate },
  ) {
    for (const act of ['part', 'agreement'] as const) {
      const offered = await this.chains.offered({ region, act, partiesOn, deadline });
      const usable = offered.find(({ faults }) => faults.length === 0);
      if (usable) return { key: usable.template.key, version: usable.template.version };
    }
    throw new BadInput(viewer.say('api.badInput'));
  }

  private async readable(viewer: AppViewer, ids: readonly AgreementId[]): Promise<AgreementHead[]> {
    const heads = await this.agreements.heads(viewer, ids);
    return ids.flatMap((id) => heads.get(id) ?? []).filter((head) => viewer.can('read', subjectOf(head)));
  }
}

/** Signs of a recipient or a journal number. */
const LONGEST = 200;
