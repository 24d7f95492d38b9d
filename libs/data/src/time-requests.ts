import { randomUUID } from 'node:crypto';
import type { Abandoned } from '@enig/agreement';
import {
  askMoreTime,
  declineMoreTime,
  pendingRequests,
  type AskRefused,
  type DeclineRefused,
  type TimeAnswer,
  type TimeRequest,
  type TimeRequestId,
} from '@enig/hearing';
import { brandId, ok, type BodyId, type LocalDate, type Result, type RoundId } from '@enig/kernel';
import type { Actor } from './act';
import { TimeAnswerSchema, TimeRequestSchema } from './round-records';
import { changeRound, type RoundChange, type StoreGround } from './round-change';
import { tellOfDecline, tellOfRequest } from './round-letters';
import type { TimeRequestView } from './round-parts';

/** What a body asks for. */
export interface NewTimeRequest {
  readonly body: BodyId;
  readonly wanted: LocalDate;
  readonly reason: string;
}

/** Requests for more time, and a no to them; a yes is an extension (`HearingStore.extend`). */
export class TimeRequestStore {
  constructor(private readonly ground: StoreGround) {}

  /** Asks for more time. @returns null for no such round. */
  async ask(
    round: RoundId,
    given: NewTimeRequest,
    actor: Actor,
  ): Promise<Result<TimeRequestId, AskRefused | Abandoned> | null> {
    // Alone: of two who ask for the same body at once one is told that it has been done.
    return changeRound<TimeRequestId, AskRefused>(this.ground, round, 'UPDATE', async (change) => {
      const { requests, round: facts } = change.round;
      const asked = askMoreTime(facts, given, pendingOf(requests), change.now);
      if (!asked.ok) return asked;
      const id = brandId<TimeRequestId>(randomUUID());
      const { person, capacity } = actor;
      await change.manager.insert(TimeRequestSchema, { id, round, ...asked.value, person, capacity });
      const { body } = asked.value;
      await logRequest(change, actor, 'askMoreTime', { request: id, council: body });
      await tellOfRequest(change, id, body);
      return ok(id);
    });
  }

  /** Says no to a request. @returns null for no such round or request. */
  async decline(
    round: RoundId,
    request: TimeRequestId,
    reason: string,
    actor: Actor,
  ): Promise<Result<null, DeclineRefused | Abandoned> | null> {
    const done = await changeRound<boolean, DeclineRefused>(this.ground, round, 'UPDATE', async (change) => {
      const found = change.round.requests.find(({ row }) => row.id === request);
      if (!found) return ok(false);
      const answers = change.round.requests.flatMap(({ answer }) => answer ?? []);
      const declined = declineMoreTime(request, reason, answers, change.now);
      if (!declined.ok) return declined;
      await addAnswers(change, [declined.value], actor);
      await tellOfDecline(change, request);
      return ok(true);
    });
    if (!done?.ok) return done;
    return done.value ? ok(null) : null;
  }
}

/** The requests that wait for an answer. */
export function pendingOf(requests: readonly TimeRequestView[]): readonly TimeRequest[] {
  return pendingRequests(
    requests.map(({ row }) => row),
    requests.flatMap(({ answer }) => answer ?? []),
  );
}

/** Keeps answers to requests. */
export async function addAnswers(change: RoundChange, answers: readonly TimeAnswer[], actor: Actor): Promise<void> {
  for (const answer of answers) {
    await change.manager.insert(TimeAnswerSchema, { ...answer, ...actor });
    const council = change.round.requests.find(({ row }) => row.id === answer.request)?.row.body ?? '';
    await logRequest(change, actor, 'answerMoreTime', { request: answer.request, council });
  }
}

/**
 * The log of acts says whose request it is, who did what and when. Every party reads it and nothing is ever taken out of
 * it, so why a council needs longer, which may be somebody's illness, and what it was told stand with the request alone.
 */
async function logRequest(
  change: RoundChange,
  actor: Actor,
  kind: 'askMoreTime' | 'answerMoreTime',
  facts: { readonly request: TimeRequestId; readonly council: string },
): Promise<void> {
  await change.log(actor, kind, { round: change.round.row.id, ...facts });
}
