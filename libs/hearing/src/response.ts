import { err, ok, type BodyId, type Instant, type Result } from '@enig/kernel';
import { isOnTime, type Round } from './round';

declare const submissionId: unique symbol;
/** One sending of a response (UUID). */
export type SubmissionId = string & { readonly [submissionId]: true };

/** Where a council's answer stands. A withdrawn one can be written on and submitted again. */
export type ResponseState = 'draft' | 'submitted' | 'withdrawn';

/** What happens to a response. Submitting what is submitted replaces it. */
export type ResponseEvent = 'submit' | 'withdraw';

/** Every state of a response. */
export const RESPONSE_STATES: readonly ResponseState[] = ['draft', 'submitted', 'withdrawn'];

/** Every event of a response. */
export const RESPONSE_EVENTS: readonly ResponseEvent[] = ['submit', 'withdraw'];

/** One sending of a response: a fact. A later one names what it replaces, and the replaced one is kept (HE-14). */
export interface Submission {
  readonly id: SubmissionId;
  readonly at: Instant;
  /** Whether it came at or after the deadline that then was. */
  readonly late: boolean;
  readonly supersedes: SubmissionId | null;
}

/** A council takes back what it sent: a fact; the submission is kept (HE-14). */
export interface Withdrawal {
  readonly submission: SubmissionId;
  readonly at: Instant;
}

/** One council's answer in one round: its facts. da: høringssvar */
export interface HearingResponse {
  /** The council that answers. */
  readonly body: BodyId;
  readonly submissions: readonly Submission[];
  readonly withdrawals: readonly Withdrawal[];
}

/** A submission to append; the caller adds its id, reference and content. */
export interface NewSubmission {
  readonly at: Instant;
  readonly late: boolean;
  /** In what capacity the person submits, as it will stand in the receipt. */
  readonly capacity: string;
  readonly supersedes: SubmissionId | null;
}

/** What is sent: the text as it is written now. */
export interface WrittenResponse {
  /** `unreadable`: it holds what no response has, so that nobody can say what it says (HE-21). */
  readonly says: 'nothing' | 'something' | 'unreadable';
  /** How far the text has come: it grows with every change. */
  readonly seq: number;
  /** How far it had come when who sends it checked it; null where nobody says (HE-20). */
  readonly checkedSeq: number | null;
  /** Its documents by their ids; none where they are left out. */
  readonly files?: readonly string[];
  /** Those there were when who sends it checked it; null or left out where nobody says (HE-37). */
  readonly checkedFiles?: readonly string[] | null;
  /** Whether it was written to replace what stands: the text was opened for that in time (HE-54). */
  readonly isCorrection?: boolean;
}

/** A closed round takes no more responses (HE-8). */
export type AdmitRefused = { readonly code: 'HE-8-ROUND-CLOSED' };

/** Why a response is not taken. */
export type SubmitRefused =
  | AdmitRefused
  | { readonly code: 'HE-9-RESPONSE-EMPTY' }
  | { readonly code: 'HE-10-TOO-LATE-TO-CHANGE'; readonly dueAt: Instant }
  | { readonly code: 'HE-15-NOT-INVITED'; readonly body: BodyId }
  | { readonly code: 'HE-54-NOT-BEING-CORRECTED' }
  | { readonly code: 'HE-20-CHANGED-SINCE-CHECKED' }
  | { readonly code: 'HE-21-RESPONSE-UNREADABLE'; readonly body: BodyId };

/** Why a response is not opened to be corrected, or not taken back. */
export type WithdrawRefused =
  | { readonly code: 'HE-10-TOO-LATE-TO-CHANGE'; readonly dueAt: Instant }
  | { readonly code: 'HE-11-NOTHING-SUBMITTED'; readonly state: ResponseState };

const NEXT: Readonly<Record<ResponseState, Readonly<Partial<Record<ResponseEvent, ResponseState>>>>> = {
  draft: { submit: 'submitted' },
  submitted: { submit: 'submitted', withdraw: 'withdrawn' },
  withdrawn: { submit: 'submitted' },
};

/** The state a response comes to, or HE-11: only what is submitted can be withdrawn. */
export function responseTransition(
  state: ResponseState,
  event: ResponseEvent,
): Result<ResponseState, { readonly code: 'HE-11-NOTHING-SUBMITTED'; readonly state: ResponseState }> {
  const next = NEXT[state][event];
  return next ? ok(next) : err({ code: 'HE-11-NOTHING-SUBMITTED', state });
}

/** The state that the facts give, whatever their order. */
export function responseState(submissions: readonly Submission[], withdrawals: readonly Withdrawal[]): ResponseState {
  const last = lastOf(submissions);
  if (!last) return 'draft';
  return withdrawals.some((withdrawal) => withdrawal.submission === last.id) ? 'withdrawn' : 'submitted';
}

/** The submission that counts: the last, unless it was withdrawn; null when none does. */
export function standingSubmission(response: Pick<HearingResponse, 'submissions' | 'withdrawals'>): Submission | null {
  const { submissions, withdrawals } = response;
  return responseState(submissions, withdrawals) === 'submitted' ? lastOf(submissions) : null;
}

/**
 * Whether a response may come in now, and whether it is late. On time if and only if `now` is before the deadline
 * (HE-7). A late response is taken and marked, never lost, until the round is closed (HE-8).
 *
 * @param now the database's clock, read after the round's row is locked.
 */
export function admit(round: Round, now: Instant): Result<{ readonly late: boolean }, AdmitRefused> {
  if (round.state === 'closed') return err({ code: 'HE-8-ROUND-CLOSED' });
  return ok({ late: !isOnTime(round, now) });
}

/**
 * Sends a council's response, or replaces what it sent. Only an invited council answers (HE-15), saying something (HE-9,
 * HE-34), while the round is not closed (HE-8). What stands is replaced by a correction that was begun in time (HE-54),
 * also a late one, until its points are being answered (HE-10). What was written or put with it after it was checked is
 * not sent unread (HE-20, HE-37), and what nobody can read is not sent at all (HE-21).
 */
export function submit(
  response: HearingResponse,
  round: Round,
  now: Instant,
  capacity: string,
  written: WrittenResponse,
): Result<NewSubmission, SubmitRefused> {
  if (!round.invited.includes(response.body)) return err({ code: 'HE-15-NOT-INVITED', body: response.body });
  const admitted = admit(round, now);
  if (!admitted.ok) return admitted;
  const { says, seq, checkedSeq, isCorrection = false } = written;
  if (standingSubmission(response) !== null) {
    if (!takesCorrections(round)) return err({ code: 'HE-10-TOO-LATE-TO-CHANGE', dueAt: round.dueAt });
    if (!isCorrection) return err({ code: 'HE-54-NOT-BEING-CORRECTED' });
  }
  if ((checkedSeq !== null && seq > checkedSeq) || !hasCheckedFiles(written))
    return err({ code: 'HE-20-CHANGED-SINCE-CHECKED' });
  if (says === 'unreadable') return err({ code: 'HE-21-RESPONSE-UNREADABLE', body: response.body });
  if (says === 'nothing') return err({ code: 'HE-9-RESPONSE-EMPTY' });
  return ok({
    at: now,
    late: admitted.value.late,
    capacity,
    supersedes: lastOf(response.submissions)?.id ?? null,
  });
}

/** Takes back what a council sent (HE-11), until the deadline and while responses are collected (HE-10). */
export function withdraw(response: HearingResponse, round: Round, now: Instant): Result<Withdrawal, WithdrawRefused> {
  const standing = changeable(response, round, now);
  return standing.ok ? ok({ submission: standing.value.id, at: now }) : standing;
}

/**
 * Lets a council correct what it sent, which stands until something else is sent (HE-54). Begun until the deadline, as a
 * withdrawal is; sent also after it.
 *
 * @returns what stands meanwhile.
 */
export function correct(response: HearingResponse, round: Round, now: Instant): Result<Submission, WithdrawRefused> {
  return changeable(response, round, now);
}

/** Whether a council may still begin to correct, or withdraw, what it sent: in time, and nobody answers it yet. */
export function mayChange(round: Round, now: Instant): boolean {
  return takesCorrections(round) && isOnTime(round, now);
}

/** Whether a correction that was begun in time is still taken: until the points are being answered (HE-10). */
export function takesCorrections(round: Pick<Round, 'state'>): boolean {
  return round.state === 'collecting';
}

/** What stands, where it may be changed. */
function changeable(response: HearingResponse, round: Round, now: Instant): Result<Submission, WithdrawRefused> {
  const { submissions, withdrawals } = response;
  const next = responseTransition(responseState(submissions, withdrawals), 'withdraw');
  if (!next.ok) return next;
  const standing = standingSubmission(response);
  if (!standing) return err({ code: 'HE-11-NOTHING-SUBMITTED', state: 'draft' });
  if (!mayChange(round, now)) return err({ code: 'HE-10-TOO-LATE-TO-CHANGE', dueAt: round.dueAt });
  return ok(standing);
}

/** The submission that no other replaces. */
function lastOf(submissions: readonly Submission[]): Submission | null {
  const replaced = new Set(submissions.map((submission) => submission.supersedes));
  return submissions.find((submission) => !replaced.has(submission.id)) ?? null;
}

function hasCheckedFiles({ files = [], checkedFiles = null }: WrittenResponse): boolean {
  if (checkedFiles === null) return true;
  const checked = new Set(checkedFiles);
  return checked.size === files.length && files.every((file) => checked.has(file));
}
