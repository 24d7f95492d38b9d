import type { Abandoned } from '@enig/agreement';
import { HearingStore, ResponseStore } from '@enig/data';
import type {
  AnsweredAlready,
  CloseRefused,
  EndRefused,
  ExtendRefused,
  SubmitRefused,
  WithdrawRefused,
} from '@enig/hearing';
import { ok, type Result } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { afterwards } from '../core/afterwards';
import { sentences } from '../core/input';
import type { AppViewer } from '../core/viewer';
import { HearingService } from './hearing.service';
import type { ExtendRoundInput, SubmitResponseInput } from './inputs';
import { responseSubject, roundSubject } from './subjects';

type Done<Refusal> = Promise<Result<null, Refusal | Abandoned>>;

/** The two stores of a hearing, as one thing to ask for. */
@Injectable()
export class HearingStores {
  constructor(
    readonly rounds: HearingStore,
    readonly responses: ResponseStore,
  ) {}
}

/** What is done with open hearing rounds and responses. Each asks for the right first; the stores ask the rules. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly hearing: HearingService,
    private readonly stores: HearingStores,
  ) {}

  async extend(viewer: AppViewer, input: ExtendRoundInput): Done<ExtendRefused | AnsweredAlready> {
    const place = await this.hearing.round(viewer, input.round);
    const actor = viewer.actor('extend', roundSubject(place));
    const reason = sentences(input.reason, 'api.field.reason');
    return afterwards(
      viewer,
      await this.stores.rounds.extend(place.view.row.id, { dueDate: input.dueDate, reason }, actor),
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
    const checked = { checkedSeq: input.seq ?? null, checkedFiles: input.files ?? null };
    const submitted = afterwards(
      viewer,
      await this.stores.responses.submit(response.row.id, actor, checked),
      'response',
    );
    return submitted.ok ? ok(null) : submitted;
  }

  /** Opens what was sent to be corrected, while it stands. */
  async correct(viewer: AppViewer, id: string): Done<WithdrawRefused> {
    const { response } = await this.hearing.response(viewer, id);
    viewer.must('correct', responseSubject(response));
    return afterwards(viewer, await this.stores.responses.correct(response.row.id), 'response');
  }

  /** Closes the correction again: what was sent is kept. */
  async keepSent(viewer: AppViewer, id: string): Done<never> {
    const { response } = await this.hearing.response(viewer, id);
    viewer.must('correct', responseSubject(response));
    return afterwards(viewer, await this.stores.responses.keepSent(response.row.id), 'response');
  }

  async withdraw(viewer: AppViewer, id: string): Done<WithdrawRefused> {
    const { response } = await this.hearing.response(viewer, id);
    const actor = viewer.actor('withdraw', responseSubject(response));
    return afterwards(viewer, await this.stores.responses.withdraw(response.row.id, actor), 'response');
  }
}
