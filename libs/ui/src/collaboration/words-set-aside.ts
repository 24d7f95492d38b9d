import { isForThisPage, onRemembered, remember, remembered, rememberedJson, rememberedKeys } from './browser-memory';

/** Where a text is read and written, as the page that had it open said. */
export type Place = {
  /** What the text is called there. */
  readonly title: string;
  /** The address of the page. */
  readonly href: string;
};

/** What the server did not accept, kept for the person who wrote it until they copy or dismiss it. */
export type WordsSetAside = {
  /** The same when the same words are set aside again. */
  readonly id: string;
  /** The text they were written in. */
  readonly text: string;
  readonly place: Place | null;
  /** When the first of them was written, in milliseconds since 1970. */
  readonly at: number;
  /** Empty where all that was changed has no words. */
  readonly words: string;
  /** Whether there was more than words: a field, an order, a deletion. That cannot be offered, only told of. */
  readonly hasMore: boolean;
};

/** As it is stored: `since` is when it was set aside, in milliseconds since 1970. */
type Stored = WordsSetAside & { readonly since: number };

/** Each under a key of its own, so that tabs do not write over each other's. */
const WORDS = 'enig.words:';
const keysOf = (person: string) => `${WORDS}${encodeURIComponent(person)}:`;
/** What was read last, by person, so that the same list is the same object. */
const read = new Map<string, { readonly raw: string; readonly all: readonly WordsSetAside[] }>();

/** A person's words that were set aside, oldest first; the same list until it changes. */
export function wordsSetAside(person: string): readonly WordsSetAside[] {
  const keys = rememberedKeys(keysOf(person));
  const raw = keys.map((key) => `${key}\n${remembered(key) ?? ''}`).join('\n');
  const known = read.get(person);
  if (known?.raw === raw) return known.all;
  const all = keys.flatMap((key) => storedUnder(key) ?? []).sort((one, other) => one.at - other.at);
  read.set(person, { raw, all });
  return all;
}

/** Keeps words that were not accepted. Words that are set aside again replace the former. @returns whether they outlive the page. */
export function setWordsAside(person: string, words: WordsSetAside, since = Date.now()): boolean {
  const stored: Stored = { ...words, since };
  return remember(keysOf(person) + words.id, JSON.stringify(stored));
}

/** Whether words that were set aside are gone with the page: the browser has no room for them. */
export function isOnlyHere(person: string, id: string): boolean {
  return isForThisPage(keysOf(person) + id);
}

/** The words have been copied, dismissed or accepted after all. */
export function dropWords(person: string, id: string): void {
  const key = keysOf(person) + id;
  if (remembered(key) !== null) remember(key, null);
}

/** Forgets all of a person's words. */
export function forgetWords(person: string): void {
  for (const key of rememberedKeys(keysOf(person))) remember(key, null);
}

/** Forgets the words of everybody else that were set aside before a moment: nobody has come back for them. */
export function forgetOthersWords(person: string, before: number): void {
  for (const key of rememberedKeys(WORDS)) {
    if (!key.startsWith(keysOf(person)) && (storedUnder(key)?.since ?? 0) < before) remember(key, null);
  }
}

/** Calls back when a person's words are set aside or dropped, in whichever tab. @returns how to stop. */
export function onWordsSetAside(person: string, listener: () => void): () => void {
  return onRemembered((key) => key.startsWith(keysOf(person)) && listener());
}

/** @returns null where what is stored is not ours to read. */
function storedUnder(key: string): Stored | null {
  const value = rememberedJson(key);
  if (typeof value !== 'object' || value === null) return null;
  const { id, text, at, words, since, hasMore, place }: Partial<Record<keyof Stored, unknown>> = value;
  if (typeof id !== 'string' || typeof text !== 'string' || typeof words !== 'string') return null;
  if (typeof at !== 'number' || typeof since !== 'number') return null;
  return { id, text, at, words, since, hasMore: hasMore === true, place: placeOf(place) };
}

/** A place as it was stored; null where none was, or it cannot be read. */
export function placeOf(value: unknown): Place | null {
  if (typeof value !== 'object' || value === null) return null;
  const { title, href }: { title?: unknown; href?: unknown } = value;
  // Only a page of this site: what is stored is put into a link.
  return typeof title === 'string' && typeof href === 'string' && /^\/(?!\/)/.test(href) ? { title, href } : null;
}
