import { parseLocalDate, type LocalDate } from '@enig/kernel';
import type { Inconsistency } from './inconsistency';
import { placeIn, sentenceAround, type Paragraph } from './paragraphs';

const MONTHS = 'januar februar marts april maj juni juli august september oktober november december'.split(' ');
const WEEKDAYS = 'søndag mandag tirsdag onsdag torsdag fredag lørdag'.split(' ');
const DAY = new RegExp(
  `(?<![\\p{L}\\d.])(?:(${WEEKDAYS.join('|')})\\s+(?:den\\s+|d\\.\\s*)?)?(\\d{1,2})\\.\\s*(${MONTHS.join('|')})(?:\\s+((?:19|20)\\d\\d))?(?![\\p{L}\\d])`,
  'giu',
);
/** What happens once: told of twice it has one date. */
const EVENT =
  /(?<!\p{L})(\p{L}*(?:møde|konference|temadag|seminar|workshop|kursusdag|arbejdsdag|topmøde|høring|dialogdag|besøg))(?:t|n|en|et|s|ne|r)?(?!\p{L})/giu;

interface Told {
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly weekday: string | null;
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
}

/** Weekdays that do not fit, days that do not exist, and one event in two years (AG-31). */
export function dayFindings(paragraphs: readonly Paragraph[]): Inconsistency[] {
  const told = paragraphs.flatMap(daysIn);
  return [...told.flatMap(calendarFindings), ...twoYears(told)];
}

function daysIn(paragraph: Paragraph): Told[] {
  return [...paragraph.text.matchAll(DAY)].map(({ 0: words, 1: weekday, 2: day, 3: month = '', 4: year, index }) => ({
    ...{ paragraph, words, start: index, end: index + words.length },
    weekday: weekday?.toLowerCase() ?? null,
    day: Number(day),
    month: 1 + MONTHS.indexOf(month.toLowerCase()),
    year: year === undefined ? null : Number(year),
  }));
}

/** Without a year 29 February may be meant. */
function calendarFindings({ paragraph, start, end, weekday, day, month, year }: Told): Inconsistency[] {
  const date = dateOf(year ?? 2024, month, day);
  const place = placeIn(paragraph, start, end);
  if (!date) return [{ ...place, code: 'AG-31-NO-SUCH-DAY' }];
  if (weekday === null || year === null || WEEKDAYS.indexOf(weekday) === weekdayOf(date)) return [];
  return [{ ...place, code: 'AG-31-WRONG-WEEKDAY', date }];
}

function dateOf(year: number, month: number, day: number): LocalDate | null {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = parseLocalDate(`${year}-${two(month)}-${two(day)}`);
  return date.ok ? date.value : null;
}

/** 0 for Sunday, by Zeller's congruence: no clock or time zone is asked. */
function weekdayOf(date: LocalDate): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const shifted = month < 3 ? month + 12 : month;
  const count = month < 3 ? year - 1 : year;
  const weekday =
    day +
    Math.floor((13 * (shifted + 1)) / 5) +
    count +
    Math.floor(count / 4) -
    Math.floor(count / 100) +
    Math.floor(count / 400);
  return (((weekday - 1) % 7) + 7) % 7;
}

/** The same event on the same day of the year; told of with two years in one sentence, it happens every year. */
function twoYears(told: readonly Told[]): Inconsistency[] {
  const first = new Map<string, Told>();
  const reported = new Set<string>();
  return told.flatMap((each): Inconsistency[] => {
    const { paragraph, start, end, words, day, month, year } = each;
    const sentence = sentenceAround(paragraph.text, start);
    return [...sentence.matchAll(EVENT)].flatMap(([, event = '']): Inconsistency[] => {
      const key = `${event.toLowerCase()} ${day} ${month}`;
      const known = first.get(key);
      if (year !== null && !known) first.set(key, each);
      const isOther = known && year !== null && known.year !== year && !sentence.includes(known.words);
      const once = `${paragraph.section.id} ${paragraph.path.join(' ')} ${start + paragraph.start}`;
      if (!isOther || reported.has(once)) return [];
      reported.add(once);
      return [{ ...placeIn(paragraph, start, end), words, code: 'AG-31-TWO-YEARS', other: known.words }];
    });
  });
}
