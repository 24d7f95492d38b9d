import { saysBirthDate, yearOf } from './birth-date';
import { digitsOf, type FoundDigit } from './digits';
import { plainlyWritten, wordedNumbers } from './plainly-written';
import { gapOf, shapeOf, type Shape } from './shape';

/** Where a personal number stands: offsets in UTF-16 units. Never the number. da: CPR-nummer */
export interface PersonalNumber {
  readonly start: number;
  readonly end: number;
}

/**
 * Which finder this is. What an older one found nothing in is looked through again before it is published.
 */
export const FINDER_VERSION = 2;

const LENGTH = 10;
/** How many signs before a number are read for a word that says what it is. */
const BEFORE = 32;

/** A word that says a personal number follows; no other digit between. */
const NAMED =
  /(cpr|c\.\s?p\.\s?r|personn(umme)?r|person-?\s?(nr|id)|pers\.?\s?nr|fødselsn(umme)?r|fødsels-?dato)[^0-9]*$/iu;
/** A word that says that another number follows. A case's number is not among them: it may well be a person's. */
const NAMED_OTHERWISE =
  /(\bean|\bgln|\bisbn|\bissn|\biban|\bcvr|\bp-?\s?n(umme)?r|p-enhed\S*|produktionsenhed\S*|konto(nr|nummer)?|faktura(nr|nummer)?|ordren(umme)?r|\btlf|telefon|mobil|\bfax)[^0-9]{0,6}$|\+\d{0,3}[\s-]?$|\bkr\.?\s?$|[€$£]\s?$/iu;
/** What follows an amount or an identifier longer than ten digits. */
const AMOUNT = /^,\d{1,2}(?!\d)|^\s?(kr\b|dkk\b|eur\b|mio\b|mia\b|pct\b|%|:-|,-)/iu;
const LONG_ID =
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b(?=[a-z0-9]{0,200}[a-z])[a-z0-9]{28,200}/giu;

/**
 * Every personal number in a text (HE-46): DDMMYY and four digits, with a hyphen of any kind, blanks or line breaks
 * between them, or with nothing, whatever stands around it. The date must exist; the check digit is not asked, since
 * numbers without it have been given since 2007. Not inside longer numbers, and not what a word before it says is an
 * account or the like. Numbers that could be either are found: a false alarm costs a look, a miss cannot be taken back.
 *
 * @param given  prose, or what was read out of a file.
 * @returns the places in order; none overlap.
 * @see docs/rules/hearing.md
 */
export function findPersonalNumbers(given: string): PersonalNumber[] {
  const text = plainlyWritten(given);
  const digits = digitsOf(text);
  const ids = [...text.matchAll(LONG_ID)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
  const found: PersonalNumber[] = [];
  for (let at = 0; at + LENGTH <= digits.length;) {
    const length = startsGroup(digits, at) ? lengthAt(text, digits, at) : 0;
    const place = length > 0 ? placeOf(digits, at, length) : null;
    const isInId = place !== null && ids.some(({ start, end }) => start <= place.start && place.end <= end);
    if (place && !isInId) found.push(place);
    at += place && !isInId ? length : 1;
  }
  return inOrder([...found, ...wordedIn(text, found)]);
}

/** Those whose halves are parted by words, where nothing was found already. */
function wordedIn(text: string, found: readonly PersonalNumber[]): PersonalNumber[] {
  return wordedNumbers(text)
    .filter(({ digits }) => saysBirthDate(digits, true))
    .filter(({ start, isTold }) => isTold || NAMED.test(text.slice(Math.max(0, start - BEFORE), start)))
    .filter(({ start, end }) => !found.some((each) => each.start < end && start < each.end))
    .map(({ start, end }) => ({ start, end }));
}

function inOrder(places: readonly PersonalNumber[]): PersonalNumber[] {
  return [...places].sort((one, other) => one.start - other.start);
}

function placeOf(digits: readonly FoundDigit[], at: number, length: number): PersonalNumber | null {
  const first = digits[at];
  const last = digits[at + length - 1];
  return first && last ? { start: first.start, end: last.end } : null;
}

function startsGroup(digits: readonly FoundDigit[], at: number): boolean {
  return at === 0 || digits[at]?.gap !== '';
}

/** How many digits the personal number has that begins here: ten, or twelve with the whole year; 0 for none. */
function lengthAt(text: string, digits: readonly FoundDigit[], at: number): number {
  if (isNumber(text, digits, at)) return LENGTH;
  return isNumberWithYear(digits, at) ? LENGTH + 2 : 0;
}

function isNumber(text: string, digits: readonly FoundDigit[], at: number): boolean {
  if (endsInside(digits, at + LENGTH)) return false;
  const ten = digits.slice(at, at + LENGTH);
  const shape = shapeOf(ten.slice(1).map(({ gap }) => gapOf(gap)));
  if (
    shape === 'none' ||
    !saysBirthDate(
      ten.map(({ value }) => value),
      shape === 'hyphened',
    )
  )
    return false;
  if (shape === 'hyphened') return true;
  const before = textBefore(text, digits, at);
  if (NAMED.test(before)) return true;
  const next = digits[at + LENGTH];
  return !NAMED_OTHERWISE.test(before) && isLikely(shape, { ten, next, before, text });
}

interface Surroundings {
  readonly ten: readonly FoundDigit[];
  readonly next: FoundDigit | undefined;
  readonly before: string;
  readonly text: string;
}

/** Whether digits that nothing names are a personal number rather than a part of a table, an amount or another id. */
function isLikely(shape: Shape, { ten, next, before, text }: Surroundings): boolean {
  const end = ten.at(-1)?.end ?? 0;
  if (shape === 'solid')
    return !AMOUNT.test(text.slice(end, end + 8)) && !isJoined(ten[0]?.gap ?? '') && !isJoined(next?.gap ?? '');
  if (shape !== 'spaced') return false;
  const isSingle = ten.slice(1).every(({ gap }) => gap !== '');
  if (isSingle) return !isBlank(ten[0]?.gap ?? '') && !(next && isBlank(next.gap));
  return !/\+\d{1,3}[\s\d]*$/.test(before);
}

function isJoined(gap: string): boolean {
  return /^[-.]$/.test(gap);
}

function isBlank(gap: string): boolean {
  return /^[ \t|]+$/.test(gap);
}

/** DDMMYYYY-SSSS, and with full stops: the year must be the one that the seventh digit says. */
function isNumberWithYear(digits: readonly FoundDigit[], at: number): boolean {
  const all = digits.slice(at, at + LENGTH + 2);
  if (all.length < LENGTH + 2 || endsInside(digits, at + LENGTH + 2)) return false;
  const gaps = all.slice(1).map(({ gap }) => gapOf(gap));
  const isGrouped = gaps.every((gap, index) => gap === 'none' || index === 1 || index === 3 || index === 7);
  if (!isGrouped || gaps[7] !== 'hyphen') return false;
  const values = all.map(({ value }) => value);
  const ten = [...values.slice(0, 4), ...values.slice(6)];
  const year = values.slice(4, 8).reduce((sum, value) => sum * 10 + value, 0);
  return yearOf(year % 100, ten[6] ?? 0) === year && saysBirthDate(ten, false);
}

function endsInside(digits: readonly FoundDigit[], after: number): boolean {
  return digits[after]?.gap === '';
}

function textBefore(text: string, digits: readonly FoundDigit[], at: number): string {
  const start = digits[at]?.start ?? 0;
  return text.slice(Math.max(0, start - BEFORE), start);
}
