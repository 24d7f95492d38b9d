import { Temporal } from 'temporal-polyfill';
import { err, ok, type Result } from './result';

/** The zone all Danish dates and clocks are read in. */
export const COPENHAGEN = 'Europe/Copenhagen';

declare const localDate: unique symbol;
declare const instant: unique symbol;
/** A day in Copenhagen as `2026-10-15`. */
export type LocalDate = string & { readonly [localDate]: true };
/** A moment in UTC with milliseconds as `2026-10-15T22:00:00.000Z`; such strings sort as time does. */
export type Instant = string & { readonly [instant]: true };

/** Why a date or a local time cannot be used. */
export type DateRefused =
  | { readonly code: 'KE-1-NO-SUCH-DATE'; readonly given: string }
  | { readonly code: 'KE-2-NO-SUCH-TIME'; readonly given: string }
  | { readonly code: 'KE-3-TIME-EXISTS-TWICE'; readonly given: string };

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const ISO_LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** Reads `2026-10-15`; refuses days that do not exist, as 31 June (KE-1). */
export function parseLocalDate(given: string): Result<LocalDate, DateRefused> {
  if (!ISO_DATE.test(given)) return err({ code: 'KE-1-NO-SUCH-DATE', given });
  try {
    return ok(Temporal.PlainDate.from(given, { overflow: 'reject' }).toString() as LocalDate);
  } catch {
    return err({ code: 'KE-1-NO-SUCH-DATE', given });
  }
}

/** A date known to exist, as in data and tests. @throws RangeError where it does not. */
export function localDateOf(given: string): LocalDate {
  const parsed = parseLocalDate(given);
  if (!parsed.ok) throw new RangeError(`No such date: ${given}`);
  return parsed.value;
}

/** A moment known to be well-formed, in any offset, as UTC. @throws RangeError where it is not. */
export function instantOf(given: string | Date): Instant {
  return instantFromMillis(given instanceof Date ? given.getTime() : Temporal.Instant.from(given).epochMilliseconds);
}

/** The moment as many milliseconds after 1970-01-01T00:00Z. */
export function instantFromMillis(millis: number): Instant {
  return new Date(millis).toISOString() as Instant;
}

/**
 * Reads a clock time in Copenhagen, `2026-03-29T02:30`, as a moment. A time that does not exist (KE-2, in March) or
 * exists twice (KE-3, in October) is refused: a deadline must not be open to two readings.
 */
export function parseLocalTime(given: string): Result<Instant, DateRefused> {
  if (!ISO_LOCAL_TIME.test(given)) return err({ code: 'KE-2-NO-SUCH-TIME', given });
  let local: Temporal.PlainDateTime;
  try {
    local = Temporal.PlainDateTime.from(given, { overflow: 'reject' });
  } catch {
    return err({ code: 'KE-2-NO-SUCH-TIME', given });
  }
  const earlier = local.toZonedDateTime(COPENHAGEN, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(COPENHAGEN, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return ok(instantFromMillis(earlier.epochMilliseconds));
  const isGap = !earlier.toPlainDateTime().equals(local);
  return err({ code: isGap ? 'KE-2-NO-SUCH-TIME' : 'KE-3-TIME-EXISTS-TWICE', given });
}

/** The moment a date deadline ends: the next local midnight, so "senest 15. oktober" means through that day. */
export function endOfDay(date: LocalDate): Instant {
  const next = Temporal.PlainDate.from(date).add({ days: 1 });
  return instantFromMillis(next.toZonedDateTime(COPENHAGEN).epochMilliseconds);
}

/** The day it is in Copenhagen at a moment. */
export function localDateAt(moment: Instant): LocalDate {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(COPENHAGEN).toPlainDate().toString() as LocalDate;
}

/** Days from one date to another; negative when the second is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

/** The date so many days later (or earlier, for a negative number). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as LocalDate;
}
