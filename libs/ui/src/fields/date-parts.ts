import { parseLocalDate, type LocalDate } from '@enig/kernel';

/** A date as it is being written. */
export type DateParts = { readonly day: string; readonly month: string; readonly year: string };

/** What is wrong with a date being written, and in which part. */
export type DatePartsRefused = {
  readonly code:
    'missingDay' | 'missingMonth' | 'missingYear' | 'dayNotNumber' | 'monthNotNumber' | 'yearNotNumber' | 'noSuchDay';
  readonly part: keyof DateParts;
};

/** A date read from its parts: a day, nothing at all, or the first thing wrong. */
export type ReadDate =
  | { readonly kind: 'date'; readonly date: LocalDate }
  | { readonly kind: 'empty' }
  | { readonly kind: 'wrong'; readonly refused: DatePartsRefused };

/** The parts of a day; empty ones for null. */
export function partsOf(date: string | null): DateParts {
  const [year = '', month = '', day = ''] = date?.split('-') ?? [];
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
}

/** Reads the parts from left to right and says which one is wrong. */
export function readParts(parts: DateParts): ReadDate {
  const day = parts.day.trim();
  const month = parts.month.trim();
  const year = parts.year.trim();
  if (day === '' && month === '' && year === '') return { kind: 'empty' };
  const wrong =
    check('day', day, 'missingDay', 'dayNotNumber', isFrom1To(31)) ??
    check('month', month, 'missingMonth', 'monthNotNumber', isFrom1To(12)) ??
    check('year', year, 'missingYear', 'yearNotNumber', (value) => /^[1-9]\d{3}$/.test(value));
  if (wrong) return { kind: 'wrong', refused: wrong };
  const read = parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (!read.ok) return { kind: 'wrong', refused: { code: 'noSuchDay', part: 'day' } };
  return { kind: 'date', date: read.value };
}

const PASTED_DANISH = /^\s*(\d{1,2})[.\-/ ](\d{1,2})[.\-/ ](\d{4})\s*$/;
const PASTED_ISO = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/;

/** A whole date put into one of the parts, `31.12.2026` or `2026-12-31`; null when it is not one. */
export function pastedParts(pasted: string): DateParts | null {
  const danish = PASTED_DANISH.exec(pasted);
  if (danish) return { day: danish[1] ?? '', month: danish[2] ?? '', year: danish[3] ?? '' };
  return PASTED_ISO.test(pasted) ? partsOf(pasted.trim()) : null;
}

function isFrom1To(max: number): (value: string) => boolean {
  return (value) => /^\d{1,2}$/.test(value) && Number(value) >= 1 && Number(value) <= max;
}

function check(
  part: keyof DateParts,
  value: string,
  missing: DatePartsRefused['code'],
  notNumber: DatePartsRefused['code'],
  passes: (value: string) => boolean,
): DatePartsRefused | null {
  if (value === '') return { code: missing, part };
  return passes(value) ? null : { code: notNumber, part };
}
