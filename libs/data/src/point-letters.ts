import { abilityFor, on } from '@enig/access';
import type { PointChangeId } from '@enig/hearing';
import { localDateAt, type PartyId, type PersonId, type PointId } from '@enig/kernel';
import type { Actor } from './act';
import { whatIsHeard } from './hearing-reads';
import { sendLetters } from './letters/outbox';
import { eachOnce, readersOf, type Reader } from './letters/readers';
import type { RoundChange } from './round-change';
import { SEATS, toSeat, type SeatJoined } from './seats';

/** Points that were handed to a party. */
interface Assigned {
  readonly id: PointChangeId;
  readonly party: PartyId;
  readonly points: readonly PointId[];
}

/** Writes to the party's people who may answer points it has been handed, in the transaction that hands them on. */
export async function tellAssigned(change: RoundChange, { id, party, points }: Assigned): Promise<void> {
  const people = await answering(change, party);
  await tellOfPoints(
    change,
    id,
    people.map((one) => ({ ...one, count: points.length })),
  );
}

/**
 * Writes to those who look after what points of a round are about, each once and with how many wait, in the transaction
 * that ends the collecting: from now on they are to be answered (HE-13). Who ends it knows.
 */
export async function tellWaiting(change: RoundChange, { person: by }: Actor): Promise<void> {
  const waiting = new Map<PersonId, Answering & { readonly points: Set<PointId> }>();
  const open = change.round.points.filter(({ treatment }) => treatment === null);
  for (const party of new Set(open.flatMap(({ coordinators }) => coordinators))) {
    const own = open.filter(({ coordinators }) => coordinators.includes(party)).map(({ row }) => row.id);
    for (const { person, body } of await answering(change, party)) {
      const before = waiting.get(person) ?? { person, body, points: [] };
      waiting.set(person, { ...before, points: new Set([...before.points, ...own]) });
    }
  }
  waiting.delete(by);
  const counts = [...waiting.values()].map(({ points, ...one }) => ({ ...one, count: points.size }));
  await tellOfPoints(change, `${change.round.row.id}:ended`, counts);
}

/** Somebody who may answer points, and for which body. */
type Answering = Pick<Reader, 'person' | 'body'>;

/** A party's people who may answer points that are its to answer, each once. */
async function answering({ manager, round, view, now }: RoundChange, party: PartyId): Promise<readonly Answering[]> {
  const rows = await manager.query<SeatJoined[]>(`${SEATS} WHERE b.party = $1 ORDER BY s.person, s.id`, [party]);
  const point = on.point({ region: view.row.region, owner: round.round.owner, coordinators: [party] });
  const may = rows.filter((row) => abilityFor([toSeat(row)], localDateAt(now)).can('treat', point));
  return eachOnce(may.map(({ person, body }) => ({ person, body })));
}

/** @param of what made them wait: the letter is written once for each. */
async function tellOfPoints(
  { manager, round, view }: RoundChange,
  of: string,
  counts: readonly (Answering & { readonly count: number })[],
): Promise<void> {
  const { id } = round.row;
  const path = `/aftaler/${view.row.id}/behandling/${id}?vis=mine`;
  const what = await whatIsHeard(manager, round.row);
  await sendLetters(
    manager,
    counts.map(({ person: to, body, count }) => ({
      ...{ key: `pointAssigned:${of}:${to}`, kind: 'pointAssigned' as const, to, body, path },
      facts: { round: what, count },
    })),
  );
}

/**
 * Writes to everybody who holds a seat in a body whose answer stands that they can see how it was used, in the
 * transaction that closes the round.
 */
export async function tellUsed({ manager, round, view }: RoundChange): Promise<void> {
  const answered = round.responses.filter(({ standing }) => standing !== null);
  const readers = await readersOf(
    manager,
    answered.map(({ row }) => row.body),
  );
  const what = await whatIsHeard(manager, round.row);
  await sendLetters(
    manager,
    readers.flatMap(({ person, body, name }) => {
      const response = answered.find(({ row }) => row.body === body);
      if (!response) return [];
      return {
        key: `answersUsed:${round.row.id}:${body}:${person}`,
        kind: 'answersUsed' as const,
        ...{ to: person, body },
        path: `/aftaler/${view.row.id}/hoering/${round.row.id}/brugt/${response.row.id}`,
        facts: { round: what, body: name },
      };
    }),
  );
}
