import { SCHEMA_VERSION } from '@enig/text';
import { Collaboration } from './collaboration';
import { copiesOf, unsentCopies, type Copy } from './copies';
import { unlessOpen } from './copy-lock';
import { giveUpCopy } from './giving-up';
import type { CollaborationOptions } from './options';

/** Who was here before, and where their words go. */
export type LeftBy = Pick<CollaborationOptions, 'url' | 'Socket'> & {
  readonly person: string;
  /** The ids of the texts they may write in now, null when it is not known. Asked for only when some copy is here. */
  readonly writable: () => Promise<ReadonlySet<string> | null>;
};

/**
 * Sees to what a person left in this browser the last time: words that were not sent are sent, or set aside to be
 * copied; copies of texts they may no longer write in are removed.
 */
export async function tendLeftBehind(left: LeftBy): Promise<void> {
  const unsent = await unsentCopies(left.person);
  await Promise.all(unsent.map((copy) => unlessOpen(copy.name, () => tend(copy, left))));
  await removeClosed(left, unsent);
}

/** What was written in a schema of before cannot be sent, but copied; a newer one is for a page that knows it. */
async function tend(copy: Copy, left: LeftBy): Promise<void> {
  if (copy.version === SCHEMA_VERSION) await send(copy, left);
  else if (copy.version < SCHEMA_VERSION) await giveUpCopy(copy);
}

/** Whatever the answer is, the collaboration deals with it as with any text that was left. */
async function send({ text }: Copy, { person, url, Socket }: LeftBy): Promise<void> {
  const collaboration = new Collaboration(text, { person, url, Socket, mayEdit: true, name: '' });
  collaboration.leave();
  await collaboration.ended;
}

async function removeClosed({ person, writable }: LeftBy, unsent: readonly Copy[]): Promise<void> {
  const unsentNames = new Set(unsent.map(({ name }) => name));
  const settled = (await copiesOf(person)).filter(({ name }) => !unsentNames.has(name));
  if (settled.length === 0) return;
  const open = await writable();
  if (open === null) return;
  const closed = settled.filter(
    ({ text, version }) => version < SCHEMA_VERSION || (version === SCHEMA_VERSION && !open.has(text)),
  );
  await Promise.all(closed.map((copy) => unlessOpen(copy.name, () => giveUpCopy(copy))));
}
