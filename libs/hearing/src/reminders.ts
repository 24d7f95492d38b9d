import {
  addDays,
  err,
  localDateAt,
  ok,
  parseLocalTime,
  type BodyId,
  type Instant,
  type LocalDate,
  type Result,
} from '@enig/kernel';
import { waitingFor } from './closing';
import type { HearingResponse } from './response';
import type { Round } from './round';

/** Days before the deadline those who have not answered are reminded, unless a round says otherwise. */
export const DEFAULT_REMINDER_DAYS: readonly number[] = [14, 7, 2];
/** Most reminders of one deadline, and the most days before it: more is noise. */
export const REMINDER_LIMITS = { reminders: 5, days: 60 } as const;

/** Why a plan of reminders is not taken (HE-32). */
export type ReminderPlanRefused = {
  readonly code: 'HE-32-NOT-A-PLAN';
  /** The most days before the deadline. */
  readonly days: number;
  /** The most reminders. */
  readonly reminders: number;
};

/** One reminder of a plan. da: påmindelse */
export interface Reminder {
  /** Days from it to the last day. */
  readonly daysBefore: number;
  /** Eight o'clock that morning in Copenhagen. */
  readonly at: Instant;
}

/**
 * Reads a plan: on which days before the deadline one reminds, the longest before it first (HE-32). None is a plan too:
 * then nobody is reminded.
 */
export function readReminderDays(given: readonly number[]): Result<readonly number[], ReminderPlanRefused> {
  const days = [...new Set(given)].toSorted((one, other) => other - one);
  const fits = days.every((each) => Number.isInteger(each) && each >= 1 && each <= REMINDER_LIMITS.days);
  return fits && days.length <= REMINDER_LIMITS.reminders
    ? ok(days)
    : err({ code: 'HE-32-NOT-A-PLAN', ...REMINDER_LIMITS });
}

/**
 * The reminders of a deadline, first to last (HE-33). None on the day the councils are told of the deadline, nor before
 * it: they know.
 *
 * @param toldAt when the councils were told: at the opening, or at the extension the deadline comes from.
 */
export function remindersOf(days: readonly number[], dueDate: LocalDate, toldAt: Instant): readonly Reminder[] {
  const told = localDateAt(toldAt);
  const coming = days
    .map((daysBefore) => ({ daysBefore, on: addDays(dueDate, -daysBefore) }))
    .filter(({ on }) => on > told);
  return coming
    .toSorted((one, other) => other.daysBefore - one.daysBefore)
    .map(({ daysBefore, on }) => ({ daysBefore, at: inTheMorning(on) }));
}

/** Who is reminded now: the invited without a response that stands, while responses are collected (HE-33). */
export function toRemind(round: Round, responses: readonly HearingResponse[]): readonly BodyId[] {
  return round.state === 'collecting' ? waitingFor(round, responses) : [];
}

/**
 * Whether a reminder that comes now, perhaps long after its time, is still to be sent (HE-33): it is about the deadline
 * there is, and no later one of the same deadline has come due as well; that one says it instead.
 *
 * @param reminders those of the deadline there is, as `remindersOf` gives them.
 */
export function isReminderDue(
  reminders: readonly Reminder[],
  given: { readonly daysBefore: number; readonly dueDate: LocalDate },
  round: Pick<Round, 'dueDate'>,
  now: Instant,
): boolean {
  if (given.dueDate !== round.dueDate) return false;
  const due = reminders.filter(({ at }) => at <= now);
  return due.at(-1)?.daysBefore === given.daysBefore;
}

/** Clocks are never changed at eight in the morning, so the time exists, and once. */
function inTheMorning(on: LocalDate): Instant {
  const at = parseLocalTime(`${on}T08:00`);
  if (!at.ok) throw new RangeError(`No eight o'clock on ${on}`);
  return at.value;
}
