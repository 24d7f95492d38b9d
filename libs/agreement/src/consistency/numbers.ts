const UNITS = ['en', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni'];
const SMALL =
  'nul en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten'.split(
    ' ',
  );
const TENS = ['tyve', 'tredive', 'fyrre', 'halvtreds', 'tres', 'halvfjerds', 'firs', 'halvfems'];

const WORDS: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, value): [string, number] => [word, value]),
  ...TENS.flatMap((ten, index): [string, number][] => {
    const value = 20 + index * 10;
    return [[ten, value], ...UNITS.map((unit, one): [string, number] => [`${unit}og${ten}`, value + one + 1])];
  }),
]);

/** Numbers from two on as they stand in a Danish text, in letters or in up to three figures; a source for patterns. */
export const NUMBER = `(?:${[...WORDS.keys()]
  .filter((word) => !['nul', 'en'].includes(word))
  .toSorted((one, other) => other.length - one.length)
  .join('|')}|\\d{1,3})`;

/** What stands before and after a number so that it is a number of its own. */
export const BEFORE_NUMBER = '(?<![\\p{L}\\p{N}.,§/-])';

/** The value of a number in letters or figures; null for none. */
export function valueOf(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  return WORDS.get(word.toLowerCase()) ?? null;
}
