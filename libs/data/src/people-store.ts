import { randomUUID } from 'node:crypto';
import type { BodyKind, Seat, SeatKind } from '@enig/access';
import {
  brandId,
  err,
  instantOf,
  ok,
  sha256,
  type BodyId,
  type Instant,
  type LocalDate,
  type PersonId,
  type Result,
  type SeatId,
  type Sha256,
} from '@enig/kernel';
import { In, IsNull, Not, type DataSource, type EntityManager } from 'typeorm';
import { databaseNow, type Actor } from './act';
import { TODAY } from './columns';
import {
  PersonSchema,
  SeatEventSchema,
  SeatSchema,
  SessionSchema,
  type PersonRow,
  type SeatEvent,
  type SeatRow,
} from './people';
import { BodySchema } from './places';
import { SEATS, toSeat, type SeatJoined } from './seats';
import { openSession, type OpenedSession } from './sessions';

/** A signed-in person with every seat they have or had, as libs/access asks for them. */
export interface SignedIn {
  readonly session: Sha256;
  readonly expiresAt: Instant;
  readonly person: PersonRow;
  readonly seats: readonly Seat[];
}

/** A demo person with the seat they are shown by. */
export interface DemoPersonRow {
  readonly persona: string;
  readonly name: string;
  readonly kind: SeatKind;
  readonly bodyName: string;
  readonly bodyKind: BodyKind;
}

/** Why a person or a seat cannot be added. */
export type PeopleRefused =
  | { readonly code: 'PE-1-EMAIL-TAKEN' }
  | { readonly code: 'PE-2-SEAT-ENDS-BEFORE-IT-BEGINS' }
  | { readonly code: 'PE-3-SEAT-HELD-ALREADY' }
  | { readonly code: 'PE-4-SEAT-ENDS-SOONER-ALREADY' }
  | { readonly code: 'PE-5-END-IN-THE-PAST' };

/** People, their seats and their sign-ins. */
export class PeopleStore {
  constructor(private readonly source: DataSource) {}

  /** Signs a demo person in. @returns the token for the cookie, which is kept nowhere else; null for no such person. */
  async signInDemo(persona: string): Promise<OpenedSession | null> {
    const person = await this.source.manager.findOne(PersonSchema, { where: { persona, isDemo: true } });
    return person ? this.openSession(person.id) : null;
  }

  /** Opens a session for a person. */
  async openSession(person: PersonId): Promise<OpenedSession> {
    return openSession(this.source, person);
  }

  /** Who a cookie's token belongs to; null once it has run out or ended. */
  async signedIn(token: string): Promise<SignedIn | null> {
    const session = hashOf(token);
    const [row] = await this.source.query<{ person: PersonId; expires_at: Date }[]>(
      `SELECT person, expires_at FROM session
       WHERE token_hash = $1 AND ended_at IS NULL AND expires_at > clock_timestamp()`,
      [session],
    );
    if (!row) return null;
    const [person, seats] = await Promise.all([this.person(row.person), this.seatsOf([row.person])]);
    return person
      ? { session, expiresAt: instantOf(row.expires_at), person, seats: seats.get(row.person) ?? [] }
      : null;
  }

  /** Whose sessions these are, by token, and no more than that; those that have ended or never were are left out. */
  async sessionsOf(tokens: readonly string[]): Promise<Map<string, { person: PersonId; session: string }>> {
    const byHash = new Map(tokens.map((token) => [hashOf(token), token]));
    const rows = await this.source.query<{ token_hash: Sha256; person: PersonId }[]>(
      `SELECT token_hash, person FROM session
       WHERE token_hash = ANY ($1) AND ended_at IS NULL AND expires_at > clock_timestamp()`,
      [[...byHash.keys()]],
    );
    return new Map(
      rows.map(({ token_hash: session, person }) => [byHash.get(session) ?? '', { person, session }] as const),
    );
  }

  /** Ends a session. @returns whose it was; null when there was none. */
  async endSession(token: string): Promise<PersonId | null> {
    const where = { tokenHash: hashOf(token), endedAt: IsNull() };
    const session = await this.source.manager.findOne(SessionSchema, { where });
    if (!session) return null;
    await this.source.query('UPDATE session SET ended_at = clock_timestamp() WHERE token_hash = $1', [where.tokenHash]);
    return session.person;
  }

  /** The invented people, in the order they were made, each by their first seat. */
  async demoPeople(): Promise<DemoPersonRow[]> {
    return this.source.query<DemoPersonRow[]>(`
      SELECT DISTINCT ON (p.created_at, p.persona) p.persona, p.name, s.kind, b.name AS "bodyName", b.kind AS "bodyKind"
      FROM person p JOIN seat s ON s.person = p.id JOIN body b ON b.id = s.body
      WHERE p.is_demo AND p.persona IS NOT NULL ORDER BY p.created_at, p.persona, s.valid_from, s.kind, b.id`);
  }

  /** Whether any demo person is there: the demo has been seeded. */
  async hasDemo(): Promise<boolean> {
    return this.source.manager.exists(PersonSchema, { where: { isDemo: true, persona: Not(IsNull()) } });
  }

  /** One person; null for no such person. */
  async person(id: PersonId): Promise<PersonRow | null> {
    return this.source.manager.findOne(PersonSchema, { where: { id } });
  }

  /** People by id. */
  async people(ids: readonly PersonId[]): Promise<Map<PersonId, PersonRow>> {
    if (ids.length === 0) return new Map();
    const rows = await this.source.manager.find(PersonSchema, { where: { id: In([...new Set(ids)]) } });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** All seats of people, held now or not, by person. */
  async seatsOf(people: readonly PersonId[]): Promise<Map<PersonId, Seat[]>> {
    const rows = await this.source.query<SeatJoined[]>(
      `${SEATS} WHERE s.person = ANY ($1) ORDER BY s.valid_from, s.id`,
      [[...new Set(people)]],
    );
    const seats = new Map<PersonId, Seat[]>();
    for (const row of rows) seats.set(row.person, [...(seats.get(row.person) ?? []), toSeat(row)]);
    return seats;
  }

  /** Who has a seat in a body of the region or of its parties, by name. */
  async peopleOfRegion(region: string): Promise<PersonRow[]> {
    const ids = await this.source.query<{ person: PersonId }[]>(
      `SELECT DISTINCT person FROM (${SEATS}) held WHERE held.region = $1`,
      [region],
    );
    if (ids.length === 0) return [];
    return this.source.manager.find(PersonSchema, {
      where: { id: In(ids.map((row) => row.person)) },
      order: { name: 'ASC' },
    });
  }

  /** One seat; null for no such seat. */
  async seat(id: SeatId): Promise<SeatRow | null> {
    return this.source.manager.findOne(SeatSchema, { where: { id } });
  }

  /** The region a body lies in today; null for no such body. */
  async regionOfBody(body: BodyId): Promise<string | null> {
    const [row] = await this.source.query<{ region: string }[]>(
      `SELECT coalesce(b.region, p.region, (
         SELECT m.region FROM municipality_region m WHERE m.municipality = p.municipality
         ORDER BY (m.valid_from <= ${TODAY} AND (m.valid_to IS NULL OR m.valid_to >= ${TODAY})) DESC, m.valid_from
         LIMIT 1)) AS region
       FROM body b LEFT JOIN party p ON p.id = b.party WHERE b.id = $1`,
      [body],
    );
    return row?.region ?? null;
  }

  /** Adds a person with their first seat's body still to be given. Refused when the address is in use. */
  async addPerson(name: string, email: string): Promise<Result<PersonRow, PeopleRefused>> {
    const person: PersonRow = { id: brandId<PersonId>(randomUUID()), persona: null, name, email, isDemo: false };
    const added = await this.source.query<unknown[]>(
      `INSERT INTO person (id, name, email) VALUES ($1, $2, $3) ON CONFLICT (lower(email)) DO NOTHING RETURNING id`,
      [person.id, name, email],
    );
    return added.length === 1 ? ok(person) : err({ code: 'PE-1-EMAIL-TAKEN' });
  }

  /** Gives a person a seat, and records who gave it. Refused when the same seat is held in the same time. */
  async grantSeat(seat: Omit<SeatRow, 'id'>, actor: Actor): Promise<Result<SeatId, PeopleRefused>> {
    if (seat.validTo !== null && seat.validTo < seat.validFrom) return err({ code: 'PE-2-SEAT-ENDS-BEFORE-IT-BEGINS' });
    return this.source.transaction(async (manager) => {
      await manager.query('SELECT id FROM person WHERE id = $1 FOR UPDATE', [seat.person]);
      const { person, body, kind } = seat;
      const others = await manager.find(SeatSchema, { where: { person, body, kind } });
      if (others.some((other) => overlap(other, seat))) return err({ code: 'PE-3-SEAT-HELD-ALREADY' as const });
      const id = brandId<SeatId>(randomUUID());
      await manager.insert(SeatSchema, { ...seat, id });
      await recordSeatEvent(manager, 'grant', { ...seat, id }, actor);
      return ok(id);
    });
  }

  /** Sets a seat's last day, and records who set it: today at the earliest, and never later than the one it has. What was held stays held. */
  async endSeat(id: SeatId, to: LocalDate, actor: Actor): Promise<Result<SeatRow, PeopleRefused>> {
    return this.source.transaction(async (manager) => {
      const seat = await manager.findOneOrFail(SeatSchema, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (to < seat.validFrom) return err({ code: 'PE-2-SEAT-ENDS-BEFORE-IT-BEGINS' as const });
      if (seat.validTo !== null && to > seat.validTo) return err({ code: 'PE-4-SEAT-ENDS-SOONER-ALREADY' as const });
      const [day] = await manager.query<{ today: LocalDate }[]>(`SELECT ${TODAY}::text AS today`);
      if (!day || to < day.today) return err({ code: 'PE-5-END-IN-THE-PAST' as const });
      await manager.update(SeatSchema, { id }, { validTo: to });
      await recordSeatEvent(manager, 'end', { ...seat, validTo: to }, actor);
      return ok({ ...seat, validTo: to });
    });
  }

  /** Whether there is such a body. */
  async hasBody(body: BodyId): Promise<boolean> {
    return this.source.manager.exists(BodySchema, { where: { id: body } });
  }
}

/** Under the lock that the change is made under, so that the record is in the order things happened. */
async function recordSeatEvent(
  manager: EntityManager,
  event: SeatEvent,
  { id: seat, validFrom, validTo }: SeatRow,
  actor: Actor,
): Promise<void> {
  await manager.insert(SeatEventSchema, { seat, event, validFrom, validTo, at: await databaseNow(manager), ...actor });
}

function hashOf(token: string): Sha256 {
  return sha256(new TextEncoder().encode(token));
}

function overlap(one: Pick<SeatRow, 'validFrom' | 'validTo'>, other: Pick<SeatRow, 'validFrom' | 'validTo'>): boolean {
  const startsBeforeEnd = other.validTo === null || one.validFrom <= other.validTo;
  return startsBeforeEnd && (one.validTo === null || other.validFrom <= one.validTo);
}
