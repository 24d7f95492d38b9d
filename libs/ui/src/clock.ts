import { languageOf, type Locale } from '@enig/messages';
import type { Translate } from './messages';

/** The time of day in Copenhagen as it is written in a state line: `10.42`. @param millis since 1970, UTC. */
export function clockTime(millis: number, locale: Locale): string {
  const format = { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Copenhagen' } as const;
  return new Intl.DateTimeFormat(languageOf[locale], format).format(millis);
}

/** The day in Copenhagen: `21. april`. @param millis since 1970, UTC. */
export function dayOf(millis: number, locale: Locale): string {
  const format = { day: 'numeric', month: 'long', timeZone: 'Europe/Copenhagen' } as const;
  return new Intl.DateTimeFormat(languageOf[locale], format).format(millis);
}

/** Whether a moment is on the present day in Copenhagen. @param millis since 1970, UTC. */
export function isToday(millis: number): boolean {
  return dayNumber(millis) === dayNumber(Date.now());
}

function dayNumber(millis: number): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Copenhagen' }).format(millis);
}

/** A moment as it is said: `i dag kl. 10.42`, `21. april kl. 10.42`. @param millis since 1970, UTC. */
export function momentWords(millis: number, m: Translate, locale: Locale): string {
  const time = clockTime(millis, locale);
  return isToday(millis) ? m('when.today', { time }) : m('when.on', { date: dayOf(millis, locale), time });
}

/** The name of a month, 1 to 12. */
export function monthName(month: number, locale: Locale): string {
  const format = { month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(languageOf[locale], format).format(Date.UTC(2000, month - 1, 1));
}

/** The year it is in Copenhagen. */
export function thisYear(): number {
  return Number(new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Europe/Copenhagen' }).format(Date.now()));
}

const KILO = 1024;

/**
 * A size in the unit a person would use: `420 kB`, `3,2 MB`. Counted by 1024, as the limits are and as the computer a
 * file was made on shows it: one figure for one limit.
 *
 * @param bytes how many.
 */
export function fileSize(bytes: number, locale: Locale): string {
  const [amount, unit] = bytes < KILO * KILO ? [Math.ceil(bytes / KILO), 'kB'] : [bytes / (KILO * KILO), 'MB'];
  return `${new Intl.NumberFormat(languageOf[locale], { maximumFractionDigits: 1 }).format(amount)} ${unit}`;
}
