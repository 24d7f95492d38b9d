/** A sentence with `{name}` places, or its two forms by the number in `{count}`. */
export type Sentence = string | Plural;

/** One thing and several: `{ one: '{count} dag', other: '{count} dage' }`. Chosen by the parameter `count`. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

/** A file of sentences by code: one per locale and per part of the product that speaks. */
export type Room = Readonly<Record<string, Sentence>>;

/** The same room in another language: the same codes, plural where the first is plural. A missing one does not compile. */
export type Translated<First extends Room> = {
  readonly [Code in keyof First]: First[Code] extends string ? string : Plural;
};

type PlacesIn<Text> = Text extends `${string}{${infer Place}}${infer Rest}` ? Place | PlacesIn<Rest> : never;

/** The names of the places a sentence has. */
export type Places<Of> = Of extends string
  ? PlacesIn<Of>
  : Of extends Plural
    ? 'count' | PlacesIn<Of['one' | 'other']>
    : never;

/** What stands in a place: a word ready to be read, or a number (written as numbers are in the language). */
export type Word = string | number;

/** Finds the places of a sentence when it is not known while compiling, as in a refusal. */
export function placesOf(sentence: Sentence): ReadonlySet<string> {
  const forms = typeof sentence === 'string' ? [sentence] : [sentence.one, sentence.other];
  const found = forms.flatMap((form) => [...form.matchAll(PLACE)].map(([, place = '']) => place));
  return new Set(typeof sentence === 'string' ? found : ['count', ...found]);
}

/**
 * Puts the words in their places.
 *
 * @param language  BCP 47, decides plural and how numbers are written.
 * @throws RangeError where a place has no word: a half sentence is never shown.
 */
export function fill(sentence: Sentence, words: Readonly<Record<string, Word>>, language: string): string {
  return chooseForm(sentence, words, language).replace(PLACE, (_, place: string) => {
    const word = words[place];
    if (word === undefined) throw new RangeError(`No word for {${place}}`);
    return typeof word === 'number' ? new Intl.NumberFormat(language).format(word) : word;
  });
}

const PLACE = /\{(\w+)\}/g;

function chooseForm(sentence: Sentence, words: Readonly<Record<string, Word>>, language: string): string {
  if (typeof sentence === 'string') return sentence;
  const isOne = new Intl.PluralRules(language).select(Number(words['count'])) === 'one';
  return isOne ? sentence.one : sentence.other;
}
