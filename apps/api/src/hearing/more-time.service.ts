import type { Abandoned } from '@enig/agreement';
import { HearingStore, RoundVisits, TimeRequestStore } from '@enig/data';
import type { AskRefused, DeclineRefused, ExtendRefused, TimeRequestId } from '@enig/hearing';
import { ok, type Result } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { afterwards } from '../core/afterwards';
import { NotFound } from '../core/errors';
import { idOf } from '../core/ids';
import { sentences } from '../core/input';
import type { AppViewer } from '../core/viewer';
import { HearingService } from './hearing.service';
import type { RoundPlace } from './models';
import type { AnswerMoreTimeInput, AskMoreTimeInput } from './round-inputs';
import { responseSubject, roundSubject } from './subjects';

type Done<Refusal> = Promise<{ readonly round: string; readonly done: Result<unknown, Refusal | Abandoned> }>;

/** Requests for more time and what is answered to them, and who has opened the material. */
@Injectable()
export class MoreTimeService {
  constructor(
    private readonly hearing: HearingService,
    private readonly requests: TimeRequestStore,
    private readonly rounds: HearingStore,
    private readonly visits: RoundVisits,
  ) {}

  /** Asks for more time on a body's behalf. @throws NotFound · NotAllowed */
  async ask(viewer: AppViewer, { response: id, wanted, reason }: AskMoreTimeInput): Done<AskRefused> {
    const { place, response } = await this.hearing.response(viewer, id);
    const actor = viewer.actor('askMoreTime', responseSubject(response));
    const round = place.view.row.id;
    const given = { body: response.row.body, wanted, reason: sentences(reason, 'api.field.reason') };
    return { round, done: afterwards(viewer, await this.requests.ask(round, given, actor), 'round') };
  }

  /** Gives more time, or says no. @throws NotFound · NotAllowed */
  async answer(viewer: AppViewer, input: AnswerMoreTimeInput): Done<ExtendRefused | DeclineRefused> {
    const place = await this.hearing.round(viewer, input.round);
    const actor = viewer.actor('extend', roundSubject(place));
    const round = place.view.row.id;
    const to = idOf<TimeRequestId>(input.request, 'request');
    if (!place.view.requests.some(({ row }) => row.id === to)) throw new NotFound('request');
    const reason = sentences(input.reason, 'api.field.reason');
    const { dueDate = null } = input;
    const done: Result<null, ExtendRefused | DeclineRefused | Abandoned> | null = dueDate
      ? await this.rounds.extend(round, { dueDate, reason, to }, actor)
      : await this.requests.decline(round, to, reason, actor);
    return { round, done: afterwards(viewer, done, 'request') };
  }

  /** Notes that the viewer has opened the material, for each body of theirs that is asked (HE-29). */
  async visit(viewer: AppViewer, place: RoundPlace): Promise<Result<null, never>> {
    for (const response of place.view.responses) {
      const seat = viewer.capacity('read', responseSubject(response));
      if (!seat) continue;
      const { body, kind: capacity } = seat;
      await this.visits.record(place.view.row.id, { person: viewer.person.id, body, capacity });
    }
    return ok(null);
  }
}
