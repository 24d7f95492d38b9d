import { parseLocalDate, type LocalDate } from '@enig/kernel';
import { monthName } from '@enig/ui';

/** Days somebody wrote one after the other: all of them, or each that is wrong, as it was written. */
export type WrittenDays =
  | { readonly kind: 'days'; readonly days: readonly LocalDate[] }
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'wrong';
      readonly unreadable: readonly string[];
      /** Those that can be read and are in no calendar, as 31 February. */
      readonly noSuchDay: readonly string[];
    };

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const NUMBERS = /^(\d{1,2})\s*[-./ ]\s*(\d{1,2})\s*[-./ ]\s*(\d{4})$/;
const NAMED = /^(\d{1,2})\.?\s*(\p{L}{3,})\.?\s+(\d{4})$/u;
/** As this product writes them, in both its languages. */
const MONTHS = Array.from({ length: 12 }, (_, index) =>
  (['da', 'en'] as const).map((locale) => monthName(index + 1, locale).toLowerCase()),
);

/**
 * Reads days with a line end, a comma or a semicolon between: `12-08-2026`, `9/9 2026`, `2026-09-09`, `1. marts 2027`,
 * `1. mar. 2027`. Each once, in order.
 */
export function readDays(text: string): WrittenDays {
  const written = text
    .split(/[\n,;]/)
    .map((day) => day.trim())
    .filter((day) => day !== '');
  if (written.length === 0) return { kind: 'empty' };
  const read = [...new Set(written)].map((words) => ({ words, day: readDay(words) }));
  const those = (wrong: 'unreadable' | 'noSuchDay') => read.flatMap(({ words, day }) => (day === wrong ? words : []));
  const [unreadable, noSuchDay] = [those('unreadable'), those('noSuchDay')];
  if (unreadable.length + noSuchDay.length > 0) return { kind: 'wrong', unreadable, noSuchDay };
  const days = read.flatMap(({ day }) => (day === 'unreadable' || day === 'noSuchDay' ? [] : day));
  return { kind: 'days', days: [...new Set(days)].toSorted() };
}

function readDay(written: string): LocalDate | 'unreadable' | 'noSuchDay' {
  const iso = isoOf(written);
  if (iso === null) return 'unreadable';
  const day = parseLocalDate(iso);
  return day.ok ? day.value : 'noSuchDay';
}

/** What is written as `2026-08-12`, whether there is such a day or not; null where it is no day at all. */
function isoOf(written: string): string | null {
  if (ISO.test(written)) return written;
  const [, day = '', month = '', year = ''] = NUMBERS.exec(written) ?? NAMED.exec(written) ?? [];
  const number = /^\d/.test(month) ? month : numberOf(month);
  return number === null || year === '' ? null : `${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The number of a month by its name or the beginning of it; null for any other word. */
function numberOf(month: string): string | null {
  const beginning = month.toLowerCase();
  const index = MONTHS.findIndex((names) => names.some((name) => name.startsWith(beginning)));
  return index === -1 ? null : String(index + 1);
}
