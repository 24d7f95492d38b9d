import type { PartyId } from '@enig/kernel';

/** How long a file's name is at most: with its folders it is to lie on a disk. */
const LONGEST_NAME = 80;

/**
 * What the files of each party are called, without an ending: as people write its name, in what every disk takes, and
 * the same for no two of them, also where capitals do not count (CA-6).
 */
export function partyNames(
  parties: readonly { readonly id: PartyId; readonly name: string }[],
): ReadonlyMap<PartyId, string> {
  const names = new Map<PartyId, string>();
  const taken = new Set<string>();
  for (const { id, name } of parties) {
    const own = diskName(name);
    const called = own === '' || taken.has(own.toLowerCase()) ? `${own} (${diskName(id)})`.trim() : own;
    taken.add(called.toLowerCase());
    names.set(id, called);
  }
  return names;
}

/** What a thing is called in what every disk takes; empty where nothing of it can be. */
export function diskName(name: string): string {
  const plain = name.normalize('NFC').replace(/[^\x20-\x7e\p{L}]|[\\/:*?"<>|]/gu, ' ');
  // Where a folder's name ends with a full stop, Windows cannot open it.
  // By letter: half of one is none.
  return [...plain.replace(/\s+/gu, ' ')]
    .slice(0, LONGEST_NAME)
    .join('')
    .replace(/[. ]+$/u, '')
    .trim();
}
