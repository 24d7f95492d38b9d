import {
  daysBetween,
  endOfDay,
  err,
  localDateAt,
  ok,
  type BodyId,
  type Instant,
  type LocalDate,
  type Result,
  type VersionHash,
} from '@enig/kernel';

/**
 * Where a hearing round stands. `collecting`: responses come in, also late ones. `ended`: no response is replaced any
 * more and each point is answered. `closed`: every point has its answer; nothing more comes in.
 */
export type RoundState = 'collecting' | 'ended' | 'closed';

/** What happens to a hearing round. The deadline is not among them: it is a fact, not an event (HE-7). */
export type RoundEvent = 'open' | 'extend' | 'end' | 'close';

/** Every state of a round, in the order they are passed. */
export const ROUND_STATES: readonly RoundState[] = ['collecting', 'ended', 'closed'];

/** Every event of a round. */
export const ROUND_EVENTS: readonly RoundEvent[] = ['open', 'extend', 'end', 'close'];

/**
 * Days a council is given unless a setting says otherwise. The law names no number; four weeks lets a council that
 * meets once a month read, meet and answer (docs/rules/hearing.md, HE-3).
 */
export const DEFAULT_MINIMUM_DAYS = 28;

/** One hearing of one frozen version. It knows the version by its hash and nothing else about it. da: høringsrunde */
export interface Round {
  /** The version that is heard. */
  readonly version: VersionHash;
  /** The councils asked, each once. */
  readonly invited: readonly BodyId[];
  readonly openedAt: Instant;
  /** The last day, as it is after every extension. */
  readonly dueDate: LocalDate;
  /** The first moment that is too late: the midnight after `dueDate` in Copenhagen. */
  readonly dueAt: Instant;
  /** Why the councils got less than the minimum number of days; null when they did not. */
  readonly shortReason: string | null;
  readonly state: RoundState;
}

/** What the secretariat asks for when it opens a round. */
export interface RoundInput {
  readonly version: VersionHash;
  readonly invited: readonly BodyId[];
  readonly openedAt: Instant;
  readonly dueDate: LocalDate;
  /** In whole days from the day of opening to the last day. */
  readonly minimumDays: number;
  /** Empty when the notice is not short. */
  readonly shortReason: string;
}

/** A later deadline: a fact to append; the earlier ones stay on record. da: fristforlængelse */
export interface Extension {
  readonly dueDate: LocalDate;
  readonly dueAt: Instant;
  readonly reason: string;
  readonly at: Instant;
}

/** The round is not in a state where this may happen (HE-6). */
export type RoundOutOfOrder = {
  readonly code: 'HE-6-NOT-IN-THIS-STATE';
  readonly state: RoundState;
  readonly event: RoundEvent;
};

/** Why a round is not opened. */
export type OpenRefused =
  | { readonly code: 'HE-1-NO-ONE-INVITED' }
  | { readonly code: 'HE-2-DUE-NOT-IN-THE-FUTURE'; readonly dueDate: LocalDate }
  | { readonly code: 'HE-3-SHORT-NOTICE-NEEDS-REASON'; readonly days: number; readonly minimumDays: number };

/** Why a deadline is not moved. */
export type ExtendRefused =
  | RoundOutOfOrder
  | { readonly code: 'HE-2-DUE-NOT-IN-THE-FUTURE'; readonly dueDate: LocalDate }
  | { readonly code: 'HE-4-NOT-LATER'; readonly dueDate: LocalDate }
  | { readonly code: 'HE-5-EXTENSION-NEEDS-REASON' };

const NEXT: Readonly<Record<RoundState, Readonly<Partial<Record<RoundEvent, RoundState>>>>> = {
  collecting: { extend: 'collecting', end: 'ended' },
  ended: { close: 'closed' },
  closed: {},
};

/** The state a round comes to, or HE-6 where the event cannot happen in that state. */
export function roundTransition(state: RoundState, event: RoundEvent): Result<RoundState, RoundOutOfOrder> {
  const next = NEXT[state][event];
  return next ? ok(next) : err({ code: 'HE-6-NOT-IN-THIS-STATE', state, event });
}

/**
 * The state that the recorded events lead to. The first is `open`.
 *
 * @throws RangeError when the record is not one that the rules allow.
 */
export function roundStateOf(events: readonly RoundEvent[]): RoundState {
  const [first, ...rest] = events;
  if (first !== 'open') throw new RangeError('The record of a round begins with its opening');
  return rest.reduce<RoundState>((state, event) => {
    const next = roundTransition(state, event);
    if (!next.ok) throw new RangeError(`A round that is ${state} has no ${event}`);
    return next.value;
  }, 'collecting');
}

/**
 * Opens a round on a version: somebody is asked (HE-1), the last day lies ahead (HE-2), and fewer days than the minimum
 * are given only with a reason, which everyone can read (HE-3).
 *
 * @see docs/rules/hearing.md
 */
export function openRound(input: RoundInput): Result<Round, OpenRefused> {
  const { version, openedAt, dueDate, minimumDays } = input;
  const invited = [...new Set(input.invited)];
  if (invited.length === 0) return err({ code: 'HE-1-NO-ONE-INVITED' });
  const days = daysBetween(localDateAt(openedAt), dueDate);
  if (days < 1) return err({ code: 'HE-2-DUE-NOT-IN-THE-FUTURE', dueDate });
  const isShort = days < minimumDays;
  const reason = input.shortReason.trim();
  if (isShort && reason === '') return err({ code: 'HE-3-SHORT-NOTICE-NEEDS-REASON', days, minimumDays });

  const shortReason = isShort ? reason : null;
  return ok({ version, invited, openedAt, dueDate, dueAt: endOfDay(dueDate), shortReason, state: 'collecting' });
}

/**
 * Gives the councils longer: never shorter (HE-4), always with a reason (HE-5), and to a day that lies ahead (HE-2).
 * Once the round has ended its responses are being answered, and the deadline stays (HE-6).
 */
export function extendRound(
  round: Round,
  newDueDate: LocalDate,
  reason: string,
  now: Instant,
): Result<Extension, ExtendRefused> {
  const next = roundTransition(round.state, 'extend');
  if (!next.ok) return next;
  if (newDueDate <= round.dueDate) return err({ code: 'HE-4-NOT-LATER', dueDate: round.dueDate });
  if (newDueDate <= localDateAt(now)) return err({ code: 'HE-2-DUE-NOT-IN-THE-FUTURE', dueDate: newDueDate });
  if (reason.trim() === '') return err({ code: 'HE-5-EXTENSION-NEEDS-REASON' });
  return ok({ dueDate: newDueDate, dueAt: endOfDay(newDueDate), reason: reason.trim(), at: now });
}

/** The round as it is after an extension. */
export function withExtension(round: Round, extension: Extension): Round {
  return { ...round, dueDate: extension.dueDate, dueAt: extension.dueAt };
}

/** Whether a moment is before the deadline: the only test of "on time" there is (HE-7). */
export function isOnTime(round: Pick<Round, 'dueAt'>, now: Instant): boolean {
  return now < round.dueAt;
}
