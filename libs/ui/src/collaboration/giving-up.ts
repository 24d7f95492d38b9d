import { applyUpdate, Doc } from 'yjs';
import { copiesOf, copyName, removeCopy, type Copy } from './copies';
import { notesIn, openStore, updatesIn } from './copy-store';
import { unsavedIn } from './unsaved';
import { setWordsAside } from './words-set-aside';

/** Under which id the words of a text are set aside: the same for all that were written since one moment. */
export function wordsId(text: string, since: number): string {
  return `${text}:${since}`;
}

/**
 * Removes a copy that its text no longer needs. Somebody may have been told that what they wrote in it, perhaps in a tab
 * that is closed now, is kept: so what was never acknowledged is set aside first.
 *
 * @param isSeenTo whether an edit is dealt with by whoever gives up the copy, by its key.
 */
export async function giveUpCopy(
  { name, person, text }: Omit<Copy, 'version'>,
  isSeenTo: (key: string) => boolean = () => false,
): Promise<void> {
  await setRestAside({ name, person, text }, isSeenTo).catch(() => undefined); // what cannot be read cannot be kept
  await removeCopy(name);
}

/** Gives up all copies of one person's text: it was sent, erased or closed to them. */
export async function forgetText(person: string, text: string): Promise<void> {
  await Promise.all((await copiesOf(person, text)).map((copy) => giveUpCopy(copy)));
}

/** The copy of a person's text in the present schema version. */
export function presentCopy(person: string, text: string): Omit<Copy, 'version'> {
  return { name: copyName(person, text), person, text };
}

async function setRestAside(
  { name, person, text }: Omit<Copy, 'version'>,
  isSeenTo: (key: string) => boolean,
): Promise<void> {
  const database = await openStore(name);
  try {
    const { edits, place } = await notesIn(database);
    const rest = edits.filter(({ key }) => !isSeenTo(key));
    const [first] = rest;
    if (!first) return;
    const doc = new Doc();
    for (const update of await updatesIn(database)) applyUpdate(doc, update);
    for (const { update } of edits) applyUpdate(doc, update);
    const { words, hasMore } = unsavedIn(doc, rest);
    doc.destroy();
    const { at } = first;
    if (words !== '' || hasMore) setWordsAside(person, { id: wordsId(text, at), text, place, at, words, hasMore });
  } finally {
    database.close();
  }
}
