import { addDays, err, localDateAt, ok, type LocalDate, type Result } from '@enig/kernel';
import type { Round } from './round';

/** How many days ahead a meeting can be entered: councils settle their dates a year or two at a time. */
export const MEETINGS_AHEAD_DAYS = 730;

/** Why a day is not taken as a body's meeting (HE-30). */
export type MeetingRefused =
  | { readonly code: 'HE-30-MEETING-IS-PAST'; readonly on: LocalDate }
  | { readonly code: 'HE-30-MEETING-TOO-FAR'; readonly latest: LocalDate }
  | { readonly code: 'HE-30-MEETING-KNOWN'; readonly on: LocalDate };

/**
 * Whether a body meets while a round lasts. `unknown`: nobody has entered a meeting from the opening on, which is not
 * the same as that there is none.
 */
export type MeetsInTime = 'meets' | 'doesNotMeet' | 'unknown';

/** Every answer to whether a body meets in time. */
export const MEETS_IN_TIME: readonly MeetsInTime[] = ['meets', 'doesNotMeet', 'unknown'];

/** Takes a day as a meeting of a body (HE-30): one that comes, within two years, and that is not known already. */
export function addMeeting(
  known: readonly LocalDate[],
  on: LocalDate,
  today: LocalDate,
): Result<LocalDate, MeetingRefused> {
  if (on < today) return err({ code: 'HE-30-MEETING-IS-PAST', on });
  const latest = addDays(today, MEETINGS_AHEAD_DAYS);
  if (on > latest) return err({ code: 'HE-30-MEETING-TOO-FAR', latest });
  return known.includes(on) ? err({ code: 'HE-30-MEETING-KNOWN', on }) : ok(on);
}

/**
 * Whether a body meets between the opening of a round and its deadline (HE-30): after the day it was opened, since
 * nobody has read the material that day, and on the last day at the latest.
 */
export function meetsInTime(meetings: readonly LocalDate[], round: Pick<Round, 'openedAt' | 'dueDate'>): MeetsInTime {
  const opened = localDateAt(round.openedAt);
  const coming = meetings.filter((on) => on > opened);
  if (coming.length === 0) return 'unknown';
  return coming.some((on) => on <= round.dueDate) ? 'meets' : 'doesNotMeet';
}

/** The first meeting from a day on, that day included; null where none is known. */
export function nextMeeting(meetings: readonly LocalDate[], today: LocalDate): LocalDate | null {
  return meetings.filter((on) => on >= today).toSorted()[0] ?? null;
}
