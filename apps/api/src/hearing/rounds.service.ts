import type { Abandoned } from '@enig/agreement';
import {
  HearingStore,
  PlaceStore,
  ResponseStore,
  type AgreementView,
  type OpenedRound,
  type OpenRoundRefused,
} from '@enig/data';
import type {
  CloseRefused,
  EndRefused,
  ExtendRefused,
  SubmitRefused,
  TreatmentId,
  TreatmentInput,
  TreatRefused,
  WithdrawRefused,
} from '@enig/hearing';
import { brandId, ok, type BodyId, type PartyId, type Result } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { AgreementsService } from '../agreement/agreements.service';
import { subjectOf } from '../agreement/subjects';
import { afterwards } from '../core/afterwards';
import { BadInput } from '../core/errors';
import { idOf } from '../core/ids';
import { sentences } from '../core/input';
import type { AppViewer } from '../core/viewer';
import { HearingService } from './hearing.service';
import type { ExtendRoundInput, FreezeForHearingInput, SubmitResponseInput, TreatPointInput } from './inputs';
import { pointSubject, responseSubject, roundSubject } from './subjects';

type Done<Refusal> = Promise<Result<null, Refusal | Abandoned>>;

/** The two stores of a hearing, as one thing to ask for. */
@Injectable()
export class HearingStores {
  constructor(
    readonly rounds: HearingStore,
    readonly responses: ResponseStore,
  ) {}
}

/** What is done with hearing rounds and responses. Each asks for the right first; the stores ask the rules. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly hearing: HearingService,
    private readonly agreements: AgreementsService,
    private readonly places: PlaceStore,
    private readonly stores: HearingStores,
  ) {}

  /** Freezes the texts and sends the version out. */
  async open(viewer: AppViewer, input: FreezeForHearingInput): Promise<Result<OpenedRound, OpenRoundRefused>> {
    const view = await this.agreements.view(viewer, input.agreement);
    viewer.must('freeze', subjectOf(view));
    const actor = viewer.actor('openHearing', subjectOf(view));
    const councils = await this.councilsIn(viewer, view, input.councils);
    const shortReason = sentences(input.shortReason ?? '', 'api.field.reason');
    const opened = await this.stores.rounds.open(view.row.id, { councils, dueDate: input.dueDate, shortReason }, actor);
    return afterwards(viewer, opened, 'agreement');
  }

  async extend(viewer: AppViewer, input: ExtendRoundInput): Done<ExtendRefused> {
    const place = await this.hearing.round(viewer, input.round);
    const actor = viewer.actor('extend', roundSubject(place));
    const reason = sentences(input.reason, 'api.field.reason');
    return afterwards(
      viewer,
      await this.stores.rounds.extend(place.view.row.id, input.dueDate, reason, actor),
      'round',
    );
  }

  async end(viewer: AppViewer, round: string): Done<EndRefused> {
    const place = await this.hearing.round(viewer, round);
    const actor = viewer.actor('end', roundSubject(place));
    return afterwards(viewer, await this.stores.rounds.end(place.view.row.id, actor), 'round');
  }

  async close(viewer: AppViewer, round: string): Done<CloseRefused> {
    const place = await this.hearing.round(viewer, round);
    const actor = viewer.actor('close', roundSubject(place));
    return afterwards(viewer, await this.stores.rounds.close(place.view.row.id, actor), 'round');
  }

  async submit(viewer: AppViewer, input: SubmitResponseInput): Done<SubmitRefused> {
    const { response } = await this.hearing.response(viewer, input.response);
    const actor = viewer.actor('submit', responseSubject(response));
    const checked = input.seq ?? null;
    const submitted = afterwards(
      viewer,
      await this.stores.responses.submit(response.row.id, actor, checked),
      'response',
    );
    return submitted.ok ? ok(null) : submitted;
  }

  async withdraw(viewer: AppViewer, id: string): Done<WithdrawRefused> {
    const { response } = await this.hearing.response(viewer, id);
    const actor = viewer.actor('withdraw', responseSubject(response));
    return afterwards(viewer, await this.stores.responses.withdraw(response.row.id, actor), 'response');
  }

  async treat(viewer: AppViewer, input: TreatPointInput): Done<TreatRefused> {
    const { place, point } = await this.hearing.point(viewer, input.point);
    const actor = viewer.actor('treat', pointSubject(place, point));
    const answer = sentences(input.answer, 'api.field.answer');
    const reason = sentences(input.reason, 'api.field.reason');
    const { outcome } = input;
    const treated = afterwards(
      viewer,
      await this.stores.responses.treat(point.row.id, { outcome, answer, reason, ...seenIn(input) }, actor),
      'point',
    );
    return treated.ok ? ok(null) : treated;
  }

  /** @throws BadInput for what is not a disability council of one of the agreement's parties. */
  private async councilsIn(viewer: AppViewer, view: AgreementView, given: readonly string[]): Promise<BodyId[]> {
    const ids = given.map((id) => brandId<BodyId>(id));
    const parties = new Set<PartyId | null>(view.parties.map(({ party }) => party));
    const rows = await this.places.bodies(ids);
    const areCouncils = ids.every((id) => {
      const body = rows.get(id);
      return body?.kind === 'disabilityCouncil' && parties.has(body.party);
    });
    if (!areCouncils) throw new BadInput(viewer.say('round.unknownCouncil'));
    return ids;
  }
}

/** Left out is not null: null says that nobody had answered when the answer was begun. */
function seenIn({ seen }: TreatPointInput): Pick<TreatmentInput, 'seen'> {
  if (seen === undefined) return {};
  return { seen: seen === null ? null : idOf<TreatmentId>(seen, 'treatment') };
}
