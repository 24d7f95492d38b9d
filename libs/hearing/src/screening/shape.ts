/** What stands between two digits of a number. `other`: something no personal number is written with. */
export type Gap = 'none' | 'blank' | 'break' | 'hyphen' | 'mark' | 'other';

/** How surely ten digits are meant as a personal number, by how they are grouped. */
export type Shape =
  /** Six digits and four with a hyphen between: hardly ever anything else. */
  | 'hyphened'
  /** The same with blanks between, or the date in pairs. */
  | 'spaced'
  /** Ten digits in a row. */
  | 'solid'
  /** A date with full stops, a blank and four digits; pairs; a line broken where numbers do not break. Needs a word. */
  | 'loose'
  | 'none';

const HYPHEN = /^[\s|]{0,8}[\p{Pd}\u2212\u2043\u207b\u02d7~]{1,2}[\s|]{0,8}$/u;
const MARK = /^ {0,2}[./_:·•*+\\=] {0,2}$/u;
const BLANK = /^[\s|]{1,12}$/u;

/** What kind of gap the signs between two digits are. */
export function gapOf(signs: string): Gap {
  if (signs === '') return 'none';
  if (HYPHEN.test(signs)) return 'hyphen';
  if (BLANK.test(signs)) return /[\r\n\u2028\u2029]/u.test(signs) ? 'break' : 'blank';
  return MARK.test(signs) ? 'mark' : 'other';
}

/** The shape of ten digits, from the nine gaps between them. */
export function shapeOf(gaps: readonly Gap[]): Shape {
  if (gaps.length !== 9 || gaps.includes('other')) return 'none';
  const middle = gaps[5] ?? 'none';
  const date = [gaps[1] ?? 'none', gaps[3] ?? 'none'] as const;
  const odd = gaps.filter((gap, index) => gap !== 'none' && index !== 5 && index !== 1 && index !== 3);
  if (odd.length === 0) return groupedShape(date, middle);
  if (isLetterSpaced(gaps)) return 'spaced';
  return brokenShape(gaps, odd, middle);
}

/** Where nothing but the date is grouped: 010190-1234, 01 01 90-1234, 01.01.90-1234. */
function groupedShape([first, second]: readonly [Gap, Gap], middle: Gap): Shape {
  if (first === 'none' && second === 'none') {
    if (middle === 'hyphen' || middle === 'mark') return 'hyphened';
    return middle === 'none' ? 'solid' : 'spaced';
  }
  if (middle === 'hyphen') return 'hyphened';
  const isBlank = (gap: Gap): boolean => gap === 'none' || gap === 'blank' || gap === 'break';
  return isBlank(first) && isBlank(second) && middle !== 'none' ? 'spaced' : 'loose';
}

/** Boxes of a form, one digit in each: 0 1 0 1 9 0 - 1 2 3 4. */
function isLetterSpaced(gaps: readonly Gap[]): boolean {
  return gaps.every((gap, index) => gap === 'blank' || (index === 5 && gap !== 'none') || gap === 'break');
}

/** A line that ended in the middle of the number: 0101⏎90-1234, 010190-12⏎34. */
function brokenShape(gaps: readonly Gap[], odd: readonly Gap[], middle: Gap): Shape {
  const date = gaps.slice(0, 5).filter((gap) => gap !== 'none');
  const isOneBreak = odd.length === 1 && (odd[0] === 'break' || odd[0] === 'hyphen');
  if (isOneBreak && middle === 'hyphen' && odd[0] === 'break' && date.length <= 1) return 'hyphened';
  return gaps.every((gap) => gap === 'none' || gap === 'blank' || gap === 'break' || gap === 'hyphen')
    ? 'loose'
    : 'none';
}
