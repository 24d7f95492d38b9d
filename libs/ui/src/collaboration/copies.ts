import { SCHEMA_VERSION } from '@enig/text';
import { remember, rememberedJson } from './browser-memory';
import { countEdits } from './copy-store';
import { forgetOthersWords, forgetWords } from './words-set-aside';

/** One text as this browser keeps it for one person (CO-29). */
export type Copy = {
  /** Of its database. */
  readonly name: string;
  readonly person: string;
  readonly text: string;
  /** The schema version it was written in. */
  readonly version: number;
};

/** How long a copy nobody opens is kept, in milliseconds: 30 days. */
export const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;
/** Where it stands when each copy was last opened, by name, so that no copy is opened to ask it. */
const OPENED = 'enig.copies';

/** What the copy of a person's text is called. Another person has another copy. */
export function copyName(person: string, text: string, version = SCHEMA_VERSION): string {
  return `enig:${encodeURIComponent(person)}:${encodeURIComponent(text)}:v${version}`;
}

/** Whether copies can be kept here: only where they can also be found again to be removed. */
export function canKeep(): boolean {
  return typeof indexedDB !== 'undefined' && typeof indexedDB.databases === 'function';
}

/** A person's copies, of all schema versions, or those of one text. Empty where the browser keeps none. */
export async function copiesOf(person: string, text?: string): Promise<readonly Copy[]> {
  return (await allCopies()).filter((copy) => copy.person === person && (text === undefined || copy.text === text));
}

async function allCopies(): Promise<readonly Copy[]> {
  if (!canKeep()) return [];
  try {
    return (await indexedDB.databases()).flatMap(({ name = '' }) => copyNamed(name) ?? []);
  } catch {
    return []; // a browser that keeps nothing in a private window
  }
}

function copyNamed(name: string): Copy | null {
  const [, person, text, version] = /^enig:([^:]+):([^:]+):v(\d+)$/.exec(name) ?? [];
  if (person === undefined || text === undefined) return null;
  return { name, person: decodeURIComponent(person), text: decodeURIComponent(text), version: Number(version) };
}

/** A person's copies that hold something the server has not acknowledged. */
export async function unsentCopies(person: string): Promise<readonly Copy[]> {
  const copies = await copiesOf(person);
  const counts = await Promise.all(copies.map(({ name }) => countEdits(name).catch(() => 0)));
  return copies.filter((_, index) => (counts[index] ?? 0) > 0);
}

/** Removes one copy. Tabs that keep something in it stop doing so. */
export async function removeCopy(name: string): Promise<void> {
  markOpened(name, null);
  await new Promise<void>((done) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => done();
    // Another tab is slow to let go: it is removed as soon as it has.
    request.onblocked = () => done();
    request.onerror = () => done();
  });
}

/** Removes all that this browser keeps of a person: they have signed out. */
export async function forgetPerson(person: string): Promise<void> {
  forgetWords(person);
  await Promise.all((await copiesOf(person)).map(({ name }) => removeCopy(name)));
}

/**
 * Removes what nobody has opened for {@link KEPT_FOR}, and others' words of that age. What the person who is here has
 * written and the server has not got is not removed, however old it is: they have just come back for it.
 */
export async function forgetUnused(person: string, now: number): Promise<void> {
  forgetOthersWords(person, now - KEPT_FOR);
  const opened = openedAt();
  for (const copy of await allCopies()) {
    const at = opened[copy.name];
    if (at === undefined) markOpened(copy.name, now);
    else if (at < now - KEPT_FOR && !(copy.person === person && (await isUnsent(copy)))) await removeCopy(copy.name);
  }
}

/** What cannot be read just now counts as unsent: it is seen to another time. */
function isUnsent({ name }: Copy): Promise<boolean> {
  return countEdits(name).then(
    (count) => count > 0,
    () => true,
  );
}

/** Notes when a copy was opened, in milliseconds since 1970; null when it is gone. */
export function markOpened(name: string, at: number | null): void {
  const others = Object.entries(openedAt()).filter(([other]) => other !== name);
  const all = at === null ? others : [...others, [name, at] as const];
  remember(OPENED, all.length === 0 ? null : JSON.stringify(Object.fromEntries(all)));
}

function openedAt(): Readonly<Record<string, number>> {
  const found = rememberedJson(OPENED);
  if (typeof found !== 'object' || found === null) return {};
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, number] => Number.isFinite(entry[1])),
  );
}
