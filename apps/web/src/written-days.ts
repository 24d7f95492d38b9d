import { parseLocalDate, type LocalDate } from '@enig/kernel';

/** Days somebody wrote one after the other: all of them, or the first that is no day. */
export type WrittenDays =
  | { readonly kind: 'days'; readonly days: readonly LocalDate[] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'wrong'; readonly day: string };

const DANISH = /^(\d{1,2})\s*[-./ ]\s*(\d{1,2})\s*[-./ ]\s*(\d{4})$/;

/** Reads days with a line end, a comma or a semicolon between: `12-08-2026`, `9/9 2026`, `2026-09-09`. Each once, in order. */
export function readDays(text: string): WrittenDays {
  const written = text
    .split(/[\n,;]/)
    .map((day) => day.trim())
    .filter((day) => day !== '');
  if (written.length === 0) return { kind: 'empty' };
  const days: LocalDate[] = [];
  for (const day of written) {
    const danish = DANISH.exec(day);
    const [, date = '', month = '', year = ''] = danish ?? [];
    const read = parseLocalDate(danish ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : day);
    if (!read.ok) return { kind: 'wrong', day };
    days.push(read.value);
  }
  return { kind: 'days', days: [...new Set(days)].toSorted() };
}
