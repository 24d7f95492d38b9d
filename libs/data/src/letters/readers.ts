import { createViewer, type RoundSubject } from '@enig/access';
import type { BodyId, LocalDate, PersonId } from '@enig/kernel';
import type { EntityManager } from 'typeorm';
import { TODAY } from '../columns';
import { SEATS, toSeat, type SeatJoined } from '../seats';

/** Somebody who is written to, for one of their bodies. */
export interface Reader {
  readonly person: PersonId;
  readonly body: BodyId;
  /** The body's name. */
  readonly name: string;
}

/** Everybody who holds a seat today in one of the bodies: once for each of these bodies, in an order that is always the same. */
export function readersOf(manager: EntityManager, bodies: readonly BodyId[]): Promise<readonly Reader[]> {
  return manager.query(
    `SELECT DISTINCT s.person, s.body, b.name FROM seat s JOIN body b ON b.id = s.body
     WHERE s.body = ANY ($1) AND s.valid_from <= ${TODAY} AND (s.valid_to IS NULL OR s.valid_to >= ${TODAY})
     ORDER BY s.person, s.body`,
    [bodies],
  );
}

/** Those of a body who may do this with a round today, each once. */
export async function thoseWhoMay(
  manager: EntityManager,
  act: 'extend' | 'close',
  { body, subject }: { readonly body: BodyId; readonly subject: RoundSubject },
): Promise<readonly PersonId[]> {
  const seats = await manager.query<(SeatJoined & { today: LocalDate })[]>(
    `SELECT seats.*, ${TODAY}::text AS today FROM (${SEATS}) AS seats WHERE body = $1 ORDER BY person, id`,
    [body],
  );
  const may = seats.filter((seat) => createViewer(null, [toSeat(seat)], seat.today).can(act, subject));
  return [...new Set(may.map(({ person }) => person))];
}

/** Each person once, for the first of their bodies. */
export function eachOnce<One extends Pick<Reader, 'person'>>(readers: readonly One[]): readonly One[] {
  return readers.filter(({ person }, index) => readers.findIndex((each) => each.person === person) === index);
}
