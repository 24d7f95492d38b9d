import { daysBetween, endOfDay, instantFromMillis, localDateAt, type Instant } from '@enig/kernel';
import { formatTime, formatWeekday } from './format';
import { message, type Locale } from './message';

/** What is said of a deadline: its moment, and whether it has been moved. */
export interface Deadline {
  /** The first moment that is too late; for a date the midnight that ends it. */
  readonly dueAt: Instant;
  /** Whether it was an earlier day at first. */
  readonly isExtended?: boolean;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * A deadline as it is said everywhere: weekday, date and clock, how long is left, that it was extended, that it has
 * passed. "fredag den 10. april 2026 kl. 24 · 18 dage · forlænget", "… · udløb i går · et svar er nu for sent".
 *
 * @param now by whichever clock is at hand: what is on time is judged by the database's (HE-7).
 */
export function wordDeadline({ dueAt, isExtended = false }: Deadline, now: Instant, locale: Locale = 'da'): string {
  const words = [wordDueAt(dueAt, locale), wordTimeLeft(dueAt, now, locale)];
  if (isExtended) words.push(message(locale, 'deadline.extended'));
  if (now >= dueAt) words.push(message(locale, 'deadline.tooLate'));
  return words.join(' · ');
}

/** "fredag den 10. april 2026 kl. 24": the midnight that ends a day is said of that day, any other moment by its clock. */
export function wordDueAt(dueAt: Instant, locale: Locale = 'da'): string {
  const day = lastDayOf(dueAt);
  const date = formatWeekday(day, locale);
  if (endOfDay(day) === dueAt) return message(locale, 'deadline.midnight', { date });
  return message(locale, 'when.on', { date, time: formatTime(dueAt, locale) });
}

/** "18 dage", "i morgen", "i dag, 5 timer tilbage", "udløb for 3 dage siden". Hours and minutes are whole ones. */
export function wordTimeLeft(dueAt: Instant, now: Instant, locale: Locale = 'da'): string {
  const days = daysBetween(localDateAt(now), lastDayOf(dueAt));
  if (now >= dueAt) return wordPassed(-days, locale);
  if (days > 1) return message(locale, 'deadline.days', { count: days });
  if (days === 1) return message(locale, 'deadline.tomorrow');
  const left = Date.parse(dueAt) - Date.parse(now);
  if (left >= HOUR) return message(locale, 'deadline.hoursLeft', { count: Math.floor(left / HOUR) });
  if (left >= MINUTE) return message(locale, 'deadline.minutesLeft', { count: Math.floor(left / MINUTE) });
  return message(locale, 'deadline.secondsLeft');
}

/** When what is said of a deadline changes next, so that a page can say it anew. */
export function deadlineChangesAt(dueAt: Instant, now: Instant): Instant {
  const midnight = endOfDay(localDateAt(now));
  const isLastDay = now < dueAt && localDateAt(now) === lastDayOf(dueAt);
  if (!isLastDay) return midnight;
  const left = Date.parse(dueAt) - Date.parse(now);
  const step = left >= HOUR ? HOUR : MINUTE;
  // Five hours are left to the millisecond; one later there are four whole ones.
  return instantFromMillis(Date.parse(dueAt) - Math.max(0, Math.floor(left / step) * step - 1));
}

function wordPassed(days: number, locale: Locale): string {
  if (days === 0) return message(locale, 'deadline.passedToday');
  if (days === 1) return message(locale, 'deadline.passedYesterday');
  return message(locale, 'deadline.passedDays', { count: days });
}

/** The day a deadline ends, or lies in. */
function lastDayOf(dueAt: Instant) {
  return localDateAt(instantFromMillis(Date.parse(dueAt) - 1));
}
