import type { BodyKind, Seat, SeatKind } from '@enig/access';
import type { BodyId, LocalDate, PartyId, PersonId, SeatId } from '@enig/kernel';
import { TODAY } from './columns';

/** A row of {@link SEATS}. */
export interface SeatJoined {
  id: SeatId;
  person: PersonId;
  body: BodyId;
  body_kind: BodyKind;
  party: PartyId | null;
  region: string;
  kind: SeatKind;
  valid_from: LocalDate;
  valid_to: LocalDate | null;
}

/** A seat with the body it is in; a municipality's body lies in the region the municipality belongs to today. */
export const SEATS = `
  SELECT s.id, s.person, s.body, b.kind AS body_kind, b.party, s.kind,
    s.valid_from::text AS valid_from, s.valid_to::text AS valid_to,
    coalesce(b.region, p.region, (
      SELECT m.region FROM municipality_region m
      WHERE m.municipality = p.municipality
      ORDER BY (m.valid_from <= ${TODAY} AND (m.valid_to IS NULL OR m.valid_to >= ${TODAY})) DESC, m.valid_from
      LIMIT 1
    )) AS region
  FROM seat s JOIN body b ON b.id = s.body LEFT JOIN party p ON p.id = b.party`;

/** The seat as libs/access asks for it. */
export function toSeat(row: SeatJoined): Seat {
  const { id, body, party, region, kind } = row;
  return { id, body, bodyKind: row.body_kind, party, region, kind, from: row.valid_from, to: row.valid_to };
}
