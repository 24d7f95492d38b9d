import { da } from './da';
import { en } from './en';
import { fill, type Places, type Room, type Word } from './sentence';

/** A language people read Enig in. Danish first. */
export type Locale = 'da' | 'en';

/** The languages by the name browsers and Intl know them by. */
export const languageOf: Readonly<Record<Locale, string>> = { da: 'da-DK', en: 'en-GB' };

type Sentences = typeof da;

/** The code of a sentence: `state.drafting`, `AP-2-TEXT-HAS-CHANGED`, `page.tasks.title` … */
export type MessageCode = keyof Sentences;

/** The words a code's sentence needs, by place. */
export type MessageWords<Code extends MessageCode> = { readonly [Place in Places<Sentences[Code]>]: Word };

/** Nothing for a sentence without places, otherwise its words. */
export type WordsOf<Code extends MessageCode> = [Places<Sentences[Code]>] extends [never]
  ? []
  : [words: MessageWords<Code>];

/** Says a code in one language: `m('deadline.days', { count: 18 })`. */
export type Say = <Code extends MessageCode>(code: Code, ...words: WordsOf<Code>) => string;

/** Every sentence by locale; the same codes in each. */
export const sentences: Readonly<Record<Locale, Readonly<Record<MessageCode, Room[string]>>>> = { da, en };

/**
 * The sentence of a code in a language.
 *
 * @throws RangeError where a place has no word; the types see to it that this cannot happen.
 */
export function message<Code extends MessageCode>(locale: Locale, code: Code, ...words: WordsOf<Code>): string {
  return fill(sentences[locale][code], words[0] ?? {}, languageOf[locale]);
}

/** `message` with the language settled: what pages and services carry about. */
export function createMessages(locale: Locale): Say {
  return (code, ...words) => message(locale, code, ...words);
}

/** Whether a string is a code there is a sentence for. */
export function isMessageCode(value: string): value is MessageCode {
  return Object.hasOwn(da, value);
}
