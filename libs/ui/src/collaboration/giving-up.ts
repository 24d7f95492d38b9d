import { applyUpdate, Doc } from 'yjs';
import { copiesOf, copyName, removeCopy, type Copy } from './copies';
import { unlessOpen } from './copy-lock';
import { notesIn, openStore, updatesIn } from './copy-store';
import { unsavedIn } from './unsaved';
import { dropWords, isOnlyHere, setWordsAside, type WordsSetAside } from './words-set-aside';

/** Of which kept edits the words are that this page has set aside and nobody has let go, by person and id: their keys. */
const madeOf = new Map<string, readonly string[]>();
/** Keys of the kept edits whose words their author has, or does not want. */
const released = new Set<string>();

/** Under which id the words of a text are set aside: the same for all that were written since one moment. */
export function wordsId(text: string, since: number): string {
  return `${text}:${since}`;
}

/** Sets words aside that were written in these kept edits. @returns whether they outlive the page. */
export function setEditsAside(person: string, words: WordsSetAside, keys: readonly string[]): boolean {
  madeOf.set(`${person}:${words.id}`, keys);
  return setWordsAside(person, words);
}

/** The person has these words, or does not want them: they are not set aside again on this page. */
export function letGoOfWords(person: string, id: string): void {
  for (const key of madeOf.get(`${person}:${id}`) ?? []) released.add(key);
  madeOf.delete(`${person}:${id}`);
  dropWords(person, id);
}

/** Whether words that this page has set aside were let go, on whichever part of it they were offered. */
export function areLetGo(person: string, id: string): boolean {
  return !madeOf.has(`${person}:${id}`);
}

/** The person has words that were set aside, or does not want them: they are not offered again. */
export async function releaseWords(person: string, { id, text }: Pick<WordsSetAside, 'id' | 'text'>): Promise<void> {
  const isInCopy = isOnlyHere(person, id);
  letGoOfWords(person, id);
  // Where the browser had no room for them elsewhere, their copy was left to them.
  for (const copy of isInCopy ? await copiesOf(person, text) : []) {
    if (await holdsReleased(copy)) await unlessOpen(copy.name, () => giveUpCopy(copy));
  }
}

/**
 * Removes a copy that its text no longer needs. Somebody may have been told that what they wrote in it, perhaps in a tab
 * that is closed now, is kept: so what was never acknowledged is set aside first, and where that cannot be read, or the
 * browser has no room for it, the copy stays.
 *
 * @param isSeenTo whether an edit is dealt with by whoever gives up the copy, by its key.
 */
export async function giveUpCopy(
  { name, person, text }: Omit<Copy, 'version'>,
  isSeenTo: (key: string) => boolean = () => false,
): Promise<void> {
  const isElsewhere = await setRestAside({ name, person, text }, isSeenTo).catch(() => false); // perhaps another time
  if (isElsewhere) await removeCopy(name);
}

/** Gives up all copies of one person's text: it was sent, erased or closed to them. */
export async function forgetText(person: string, text: string): Promise<void> {
  await Promise.all((await copiesOf(person, text)).map((copy) => giveUpCopy(copy)));
}

/** The copy of a person's text in the present schema version. */
export function presentCopy(person: string, text: string): Omit<Copy, 'version'> {
  return { name: copyName(person, text), person, text };
}

/** @returns whether all that was never acknowledged outlives the page without the copy. */
async function setRestAside(
  { name, person, text }: Omit<Copy, 'version'>,
  isSeenTo: (key: string) => boolean,
): Promise<boolean> {
  const database = await openStore(name);
  try {
    const { edits, place } = await notesIn(database);
    const rest = edits.filter(({ key }) => !released.has(key) && !isSeenTo(key));
    const [first] = rest;
    if (!first) return true;
    const doc = new Doc();
    for (const update of await updatesIn(database)) applyUpdate(doc, update);
    for (const { update } of edits) applyUpdate(doc, update);
    const { words, hasMore } = unsavedIn(doc, rest);
    doc.destroy();
    const { at } = first;
    if (words === '' && !hasMore) return true;
    const keys = rest.map(({ key }) => key);
    return setEditsAside(person, { id: wordsId(text, at), text, place, at, words, hasMore }, keys);
  } finally {
    database.close();
  }
}

/** Whether a copy holds anything of what was let go: another one of the text may be on its way to the server. */
async function holdsReleased({ name }: Copy): Promise<boolean> {
  try {
    const database = await openStore(name);
    const { edits } = await notesIn(database).finally(() => database.close());
    return edits.some(({ key }) => released.has(key));
  } catch {
    return false; // it is seen to the next time
  }
}
