import type { EntityManager } from 'typeorm';
import { closeTexts, lockTexts, type Change } from './agreement-change';
import { whatIsHeard } from './hearing-reads';
import type { ResponseView } from './hearing-views';
import { filesOf, SubmissionFileSchema } from './response-files';
import { sendLetters } from './letters/outbox';
import { readersOf } from './letters/readers';
import { toResponse } from './receipt-letters';
import type { RoundChange } from './round-change';
import { TextSchema } from './texts';

/** Why the text of a correction is closed that was not sent: its council is told so, and shown what it says. */
const NOT_SENT = 'correctionNotSent';

/**
 * Corrections that were not sent when the round ended: what stands is what is answered from here on (HE-10, HE-54). Their
 * councils, and nobody else, are told by mail; whether more than one was open is not said either.
 */
export async function closeCorrections(change: RoundChange): Promise<void> {
  const corrected = change.round.responses.filter(({ standing, text }) => standing !== null && text.phase === 'open');
  await lockTexts(
    change.manager,
    corrected.map(({ text }) => text.id),
  );
  for (const response of corrected) {
    await closeUnsent(change, response);
    await tellNotSent(change, response);
  }
}

/** Closes a correction that is not sent, so that the page says so; one in which nothing was written is as it was. */
export async function closeUnsent(change: Change, response: ResponseView): Promise<void> {
  await lockTexts(change.manager, [response.text.id]);
  const isChanged = await hasChanged(change.manager, response);
  await closeTexts(change, [response.text.id], isChanged ? NOT_SENT : 'submitted');
}

/**
 * Whether a council has words or documents that it began to put in place of what it sent, and that nobody is sent any
 * more: its own people read them on the receipt. What a hearing that was given up cut short counts too.
 */
export function hasUnsent({ standing, text }: ResponseView): boolean {
  if (!standing || text.phase === 'open') return false;
  return text.closedBecause === NOT_SENT || (text.closedBecause === 'abandoned' && text.seq !== standing.row.textSeq);
}

async function hasChanged(manager: EntityManager, { row, standing, text }: ResponseView): Promise<boolean> {
  const { seq } = await manager.findOneByOrFail(TextSchema, { id: text.id });
  if (!standing || seq !== standing.row.textSeq) return true;
  const sent = await manager.find(SubmissionFileSchema, { where: { submission: standing.row.id } });
  const files = (await filesOf(manager, [row.id])).get(row.id) ?? [];
  const ids = new Set(sent.map(({ file }) => file));
  return ids.size !== files.length || !files.every(({ id }) => ids.has(id));
}

async function tellNotSent({ manager, round }: RoundChange, { row, standing }: ResponseView): Promise<void> {
  if (!standing) throw new Error(`The response ${row.id} did not stand`);
  const { reference } = standing.row;
  const about = await whatIsHeard(manager, round.row);
  const readers = await readersOf(manager, [row.body]);
  await sendLetters(
    manager,
    readers.map(({ person, body, name }) => ({
      ...{ key: `correctionNotSent:${round.row.id}:${row.id}:${person}`, kind: 'correctionNotSent', to: person, body },
      ...{ path: toResponse(round.row, row.id), facts: { round: about, body: name, reference } },
    })),
  );
}
