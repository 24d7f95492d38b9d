import { randomUUID } from 'node:crypto';
import type { SeatKind } from '@enig/access';
import { addDays, brandId, type BodyId, type LocalDate, type PersonId, type SeatId } from '@enig/kernel';
import type { EntityManager } from 'typeorm';
import type { Actor } from './act';
import { demoPeople, type SeatKind as DemoSeatKind } from './demo';
import { SeatSchema } from './people';

/** Who can act in the demo, by persona and by body. */
export interface Cast {
  /** Somebody by their persona, in their first seat. @throws Error for nobody. */
  readonly actor: (persona: string) => Actor;
  /** Somebody with a seat of these kinds in a body; null for nobody. */
  readonly inBody: (body: string, kinds: readonly SeatKind[]) => Actor | null;
}

const KINDS: Readonly<Record<DemoSeatKind, SeatKind>> = {
  'secretariat-officer': 'secretariatOfficer',
  coordinator: 'coordinator',
  'case-officer': 'caseOfficer',
  'council-secretary': 'councilSecretary',
  councillor: 'councillor',
  'disability-council-chair': 'disabilityCouncilChair',
  'disability-council-deputy': 'disabilityCouncilDeputy',
  'disability-council-member': 'disabilityCouncilMember',
  'disability-council-secretary': 'disabilityCouncilSecretary',
  spokesperson: 'spokesperson',
};

/** Adds the invented people with their seats, held since two years before the day. */
export async function addDemoPeople(manager: EntityManager, today: LocalDate): Promise<Cast> {
  const people = demoPeople.map((each) => ({ ...each, id: brandId<PersonId>(randomUUID()) }));
  // The order they are listed in is the order they were made in.
  await manager.query(
    `INSERT INTO person (id, persona, name, email, is_demo, created_at)
     SELECT id, persona, name, email, true, now() + place * interval '1 millisecond'
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS p (id, persona, name, email, place)`,
    [
      people.map(({ id }) => id),
      people.map(({ persona }) => persona),
      people.map(({ name }) => name),
      people.map(({ email }) => email),
    ],
  );
  const seats = people.flatMap(({ persona, id: person, seats: held }) =>
    held.map(({ body, kind }) => ({ persona, person, body: brandId<BodyId>(body), capacity: KINDS[kind] })),
  );
  const validFrom = addDays(today, -730);
  await manager.insert(
    SeatSchema,
    seats.map(({ person, body, capacity }) => ({
      id: brandId<SeatId>(randomUUID()),
      person,
      body,
      kind: capacity,
      validFrom,
    })),
  );
  return castOf(seats);
}

function castOf(seats: readonly (Actor & { readonly persona: string })[]): Cast {
  const actorOf = ({ person, body, capacity }: Actor): Actor => ({ person, body, capacity });
  return {
    actor: (persona) => {
      const seat = seats.find((each) => each.persona === persona);
      if (!seat) throw new Error(`The demo has no ${persona}`);
      return actorOf(seat);
    },
    inBody: (body, kinds) => {
      const seat = seats.find((each) => each.body === body && kinds.includes(each.capacity));
      return seat ? actorOf(seat) : null;
    },
  };
}
