/** Letters that look like the digits 0 and 1, as a scan or a thumb puts them there: Latin, Cyrillic and Greek. */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  ...{ O: '0', o: '0', '\u041e': '0', '\u043e': '0', '\u039f': '0', '\u03bf': '0' },
  ...{ I: '1', l: '1', i: '1', '\u0406': '1', '\u0456': '1', '\u0399': '1' },
};
const LETTERS = Object.keys(LOOK_ALIKE).join('');
/** Ten signs that could be a number with letters for digits in it, and nothing around them that they belong to. */
const WITH_LETTERS = new RegExp(
  `(?<![\\p{L}\\p{N}])[\\d${LETTERS}]{6}[\\s\\p{Pd}\\u2212./]{0,3}[\\d${LETTERS}]{4}(?![\\p{L}\\p{N}])`,
  'gu',
);
/** Fewest digits in it: with fewer it is a word or a code. */
const FEWEST_DIGITS = 6;

/** How an address and a page of the web write a sign: `%2D`, `%31`, `&nbsp;`. */
const ESCAPED = /%3[0-9]|%2d|%20|%c2%a0|%e2%80%9[0-5]|&(?:nbsp|shy|ndash|mdash|minus|hyphen|#45|#160|#x2d|#xa0);/giu;

/**
 * A text with its numbers written plainly, for the finder to read: letters that stand for digits, and signs that are
 * escaped. Nothing is moved: what stands at an offset stands there after.
 */
export function plainlyWritten(text: string): string {
  const unescaped = text.replace(ESCAPED, (escaped) => {
    const digit = /^%3([0-9])$/u.exec(escaped)?.[1];
    // A sign that takes no room, so that the digits beside it are still beside one another.
    if (digit !== undefined) return `\u00ad\u00ad${digit}`;
    return (/^(%20|%c2|&nbsp|&#160|&#xa0|&shy)/iu.test(escaped) ? ' ' : '-').padEnd(escaped.length, '\u00ad');
  });
  return unescaped.replace(WITH_LETTERS, (signs) => {
    const digits = signs.match(/\d/gu)?.length ?? 0;
    return digits >= FEWEST_DIGITS && digits < 10 ? [...signs].map((sign) => LOOK_ALIKE[sign] ?? sign).join('') : signs;
  });
}

/** Words that tell that four digits belong to the six before them. */
const TELLING = /løbe|sidste|cifre|fire|kontrol|streg|minus|efterfulgt|endelse|last\s+four|digits|hyphen|dash/iu;
/** Six digits and four with some words between: nothing else that says a number, and on one line. */
const WORDED = /(?<![\p{N}])(\d{6})([^\d\r\n]{1,40})(\d{4})(?![\p{N}])/gu;

/** Six digits and four that words between them, or what stands before them, make a personal number. */
export interface Worded {
  readonly start: number;
  readonly end: number;
  readonly digits: readonly number[];
  /** Whether the words between them say so; else something before them must. */
  readonly isTold: boolean;
}

/** Numbers whose two halves are parted by words, as "010190, de sidste fire er 1234". */
export function wordedNumbers(text: string): Worded[] {
  return [...text.matchAll(WORDED)].flatMap(({ index, 0: whole, 1: date = '', 2: between = '', 3: serial = '' }) => {
    const isTold = TELLING.test(between);
    const isMarks = between.length <= 4 && !/\p{L}/u.test(between);
    if (!isTold && !isMarks) return [];
    const digits = [...`${date}${serial}`].map(Number);
    return [{ start: index, end: index + whole.length, digits, isTold }];
  });
}
