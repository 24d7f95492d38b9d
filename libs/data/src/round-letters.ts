import { on } from '@enig/access';
import type { BodyId, Instant, LocalDate, RoundId } from '@enig/kernel';
import type { EntityManager } from 'typeorm';
import { whatIsHeard } from './hearing-reads';
import { HearingRoundSchema, RoundBodySchema, type HearingRoundRow } from './hearings';
import { sendLetters } from './letters/outbox';
import { eachOnce, readersOf, thoseWhoMay } from './letters/readers';
import type { RoundChange } from './round-change';

/**
 * Tells everybody with a seat in a body that is asked that a round has been opened, and where its notice is short why
 * (HE-3): each once, whatever seats they have.
 */
export async function tellOfOpening(manager: EntityManager, id: RoundId): Promise<void> {
  const row = await manager.findOneByOrFail(HearingRoundSchema, { id });
  const invited = await manager.find(RoundBodySchema, { where: { round: id } });
  const readers = await readersOf(
    manager,
    invited.map(({ body }) => body),
  );
  const round = await whatIsHeard(manager, row);
  const owner = await nameOfOwner(manager, row);
  await sendLetters(
    manager,
    eachOnce(readers).map(({ person, body, name }) => ({
      ...{ key: `roundOpened:${id}:${person}`, kind: 'roundOpened' as const, to: person, body, path: toBeRead(id) },
      facts: { round, body: name, owner, due: row.dueAt, reason: row.shortReason ?? '' },
    })),
  );
}

/** Tells them that they have got longer. */
export async function tellOfExtension(
  { manager, round }: RoundChange,
  extension: { readonly dueDate: LocalDate; readonly dueAt: Instant; readonly reason: string },
): Promise<void> {
  const { id } = round.row;
  const readers = await readersOf(manager, round.round.invited);
  const what = await whatIsHeard(manager, round.row);
  await sendLetters(
    manager,
    eachOnce(readers).map(({ person, body, name }) => ({
      key: `deadlineExtended:${id}:${extension.dueDate}:${person}`,
      ...{ kind: 'deadlineExtended' as const, to: person, body, path: toBeRead(id) },
      facts: { round: what, body: name, due: extension.dueAt, reason: extension.reason },
    })),
  );
}

/** Tells those who may move the deadline that a body asks for more time. */
export async function tellOfRequest(change: RoundChange, request: string, asking: BodyId): Promise<void> {
  const { manager, round, view } = change;
  const { id, owner, body } = round.row;
  const subject = on.round({ region: view.row.region, parties: view.parties.map(({ party }) => party), owner });
  const may = await thoseWhoMay(manager, 'extend', { body, subject });
  const what = await whatIsHeard(manager, round.row);
  const [named] = await manager.query<{ name: string }[]>('SELECT name FROM body WHERE id = $1', [asking]);
  await sendLetters(
    manager,
    may.map((person) => ({
      key: `extensionAsked:${request}:${person}`,
      ...{ kind: 'extensionAsked' as const, to: person, body, path: `/aftaler/${view.row.id}/hoering/${id}` },
      facts: { round: what, body: named?.name ?? '' },
    })),
  );
}

/**
 * Tells everybody with a seat in a body that its request for more time was declined (HE-28). Why stands on the page the
 * letter leads to: it answers what the body has told of itself, and a letter's row is kept.
 */
export async function tellOfDecline(change: RoundChange, request: string): Promise<void> {
  const { manager, round } = change;
  const asked = round.requests.find(({ row }) => row.id === request);
  const readers = await readersOf(manager, asked ? [asked.row.body] : []);
  const what = await whatIsHeard(manager, round.row);
  await sendLetters(
    manager,
    readers.map(({ person, body, name }) => ({
      key: `extensionDeclined:${request}:${person}`,
      ...{ kind: 'extensionDeclined' as const, to: person, body },
      path: `/aftaler/${round.row.agreement}/hoering/${round.row.id}`,
      facts: { round: what, body: name, due: round.round.dueAt },
    })),
  );
}

/** Where what a round is about is read, also without scripts; it leads on to where one answers. */
export function toBeRead(round: RoundId): string {
  return `/laes/${round}`;
}

async function nameOfOwner(manager: EntityManager, { owner, body }: HearingRoundRow): Promise<string> {
  const [row] = await manager.query<{ name: string }[]>(
    'SELECT coalesce((SELECT name FROM party WHERE id = $1), (SELECT name FROM body WHERE id = $2)) AS name',
    [owner, body],
  );
  return row?.name ?? '';
}
