import type { LocalDate } from '@enig/kernel';
import { abilityFor } from './ability';
import { seatKinds, type Seat } from './seat';
import type { Question } from './subject';

/**
 * The seat an act is done in, so that the record can name person, body and capacity (AC-12); null where none allows it.
 * Where several do, the most specific counts: by kind in the order of {@link seatKinds}, then the one held longest,
 * then by id, so that the answer is the same every time.
 */
export function capacityFor(seats: readonly Seat[], today: LocalDate, ...question: Question): Seat | null {
  const [first] = seats.filter((seat) => abilityFor([seat], today).can(...question)).toSorted(bySpecificity);
  return first ?? null;
}

function bySpecificity(one: Seat, other: Seat): number {
  return (
    seatKinds.indexOf(one.kind) - seatKinds.indexOf(other.kind) ||
    order(one.from, other.from) ||
    order(one.id, other.id)
  );
}

function order(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
