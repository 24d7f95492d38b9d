import { err, localDateAt, ok, type BodyId, type Instant, type LocalDate, type Result } from '@enig/kernel';
import { roundTransition, type Round, type RoundOutOfOrder } from './round';
import { findPersonalNumbers } from './screening/personal-number';

declare const timeRequestId: unique symbol;
/** One request for more time (UUID). */
export type TimeRequestId = string & { readonly [timeRequestId]: true };

/** A body that is asked wants longer to answer: a fact. da: anmodning om længere frist */
export interface TimeRequest {
  readonly id: TimeRequestId;
  readonly body: BodyId;
  /** The last day it asks for. */
  readonly wanted: LocalDate;
  readonly reason: string;
  readonly at: Instant;
}

/** What whoever hears answered: more time, or a no that says why. A fact. */
export interface TimeAnswer {
  readonly request: TimeRequestId;
  /** The last day there is now; null: the deadline stays. */
  readonly dueDate: LocalDate | null;
  readonly reason: string;
  readonly at: Instant;
}

/** Why more time is not asked for. */
export type AskRefused =
  | RoundOutOfOrder
  | { readonly code: 'HE-2-DUE-NOT-IN-THE-FUTURE'; readonly dueDate: LocalDate }
  | { readonly code: 'HE-4-NOT-LATER'; readonly dueDate: LocalDate }
  | { readonly code: 'HE-15-NOT-INVITED'; readonly body: BodyId }
  | { readonly code: 'HE-26-REQUEST-NEEDS-REASON' }
  | { readonly code: 'HE-26-REASON-HOLDS-NUMBER' }
  | { readonly code: 'HE-27-ASKED-ALREADY'; readonly wanted: LocalDate };

/** The request has its answer: somebody else was quicker (HE-28). */
export type AnsweredAlready = { readonly code: 'HE-28-ANSWERED-ALREADY' };

/** Why a request is not answered with a no. */
export type DeclineRefused =
  AnsweredAlready | { readonly code: 'HE-28-NO-NEEDS-REASON' } | { readonly code: 'HE-28-REASON-HOLDS-NUMBER' };

/** The requests that nobody has answered, first to last. */
export function pendingRequests(
  requests: readonly TimeRequest[],
  answers: readonly TimeAnswer[],
): readonly TimeRequest[] {
  return requests.filter(({ id }) => !answers.some(({ request }) => request === id));
}

/**
 * Asks for more time: an invited body (HE-15), while responses are collected (HE-6), to a later day than it has (HE-4)
 * that lies ahead (HE-2), saying why without a personal number (HE-26), and not while its earlier request waits for an
 * answer (HE-27).
 *
 * @param pending the requests of the round that nobody has answered.
 */
export function askMoreTime(
  round: Round,
  given: Pick<TimeRequest, 'body' | 'wanted' | 'reason'>,
  pending: readonly TimeRequest[],
  now: Instant,
): Result<Omit<TimeRequest, 'id'>, AskRefused> {
  const { body, wanted } = given;
  const next = roundTransition(round.state, 'extend');
  if (!next.ok) return next;
  if (!round.invited.includes(body)) return err({ code: 'HE-15-NOT-INVITED', body });
  if (wanted <= round.dueDate) return err({ code: 'HE-4-NOT-LATER', dueDate: round.dueDate });
  if (wanted <= localDateAt(now)) return err({ code: 'HE-2-DUE-NOT-IN-THE-FUTURE', dueDate: wanted });
  const reason = given.reason.trim();
  if (reason === '') return err({ code: 'HE-26-REQUEST-NEEDS-REASON' });
  if (findPersonalNumbers(reason).length > 0) return err({ code: 'HE-26-REASON-HOLDS-NUMBER' });
  const waiting = pending.find((request) => request.body === body);
  if (waiting) return err({ code: 'HE-27-ASKED-ALREADY', wanted: waiting.wanted });
  return ok({ body, wanted, reason, at: now });
}

/**
 * Says no to a request: once, and with a reason that holds no personal number (HE-28). The deadline may have passed
 * meanwhile: an answer is owed.
 */
export function declineMoreTime(
  request: TimeRequestId,
  given: string,
  answers: readonly TimeAnswer[],
  now: Instant,
): Result<TimeAnswer, DeclineRefused> {
  if (answers.some((answer) => answer.request === request)) return err({ code: 'HE-28-ANSWERED-ALREADY' });
  const reason = given.trim();
  if (reason === '') return err({ code: 'HE-28-NO-NEEDS-REASON' });
  if (findPersonalNumbers(reason).length > 0) return err({ code: 'HE-28-REASON-HOLDS-NUMBER' });
  return ok({ request, dueDate: null, reason, at: now });
}

/**
 * The answers that an extension is: to every request it gives what it asked for, and to the one it was given for, also
 * where that gets less than it wanted. That one still waits: a no that was given meanwhile is not made a yes by somebody
 * who has not seen it (HE-28).
 *
 * @param to the request the extension was given for; null where whoever hears extended by itself.
 */
export function answersByExtension(
  extension: Pick<TimeAnswer, 'reason' | 'at'> & { readonly dueDate: LocalDate },
  pending: readonly TimeRequest[],
  to: TimeRequestId | null,
): Result<readonly TimeAnswer[], AnsweredAlready> {
  if (to !== null && !pending.some(({ id }) => id === to)) return err({ code: 'HE-28-ANSWERED-ALREADY' });
  const { dueDate, reason, at } = extension;
  const answered = pending.filter(({ id, wanted }) => id === to || wanted <= dueDate);
  return ok(answered.map(({ id }) => ({ request: id, dueDate, reason, at })));
}
