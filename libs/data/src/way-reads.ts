import type { Override, PartyWay, WayStep } from '@enig/approval';
import type { AgreementId, BodyId, Instant, PartyId, PersonId } from '@enig/kernel';
import { In, type EntityManager } from 'typeorm';
import {
  BodyAdditionSchema,
  PartyRuleSchema,
  PartyWaySchema,
  StepOverrideConsentSchema,
  StepOverrideSchema,
  type StepOverrideRow,
} from './ways';

/**
 * The ways of their own that parties have now; one without steps is the template's again.
 *
 * @param asOf  gives those they had at that moment instead: what is put to the parties stays on them (AP-29).
 */
export async function waysOf(
  manager: EntityManager,
  parties: readonly PartyId[],
  asOf: Instant | null = null,
): Promise<readonly PartyWay[]> {
  const rows = await newestOf(manager, 'party_way', parties, asOf);
  const ways = rows.length > 0 ? await manager.find(PartyWaySchema, { where: { id: In(rows) } }) : [];
  // Written by `checkWay` alone.
  return ways.map(({ party, steps }) => ({ party, steps: steps as readonly WayStep[] }));
}

/**
 * The parties that want a second of their people to confirm what the first records (AP-18).
 *
 * @param asOf gives those of whom that holds for a text that was put to them then: they wanted it at that moment, or have
 *   wanted it since. No longer to want it counts from the next text.
 */
export async function partiesOfTwoPeople(
  manager: EntityManager,
  parties: readonly PartyId[],
  asOf: Instant | null = null,
): Promise<readonly PartyId[]> {
  const rows = await newestOf(manager, 'party_rule', parties, asOf);
  const rules = rows.length > 0 ? await manager.find(PartyRuleSchema, { where: { id: In(rows) } }) : [];
  const wanted = rules.filter(({ twoPeople }) => twoPeople);
  const since =
    asOf === null
      ? []
      : await manager.query<{ party: PartyId }[]>(
          'SELECT DISTINCT party FROM party_rule WHERE party = ANY ($1) AND two_people AND at > $2',
          [parties, asOf],
        );
  const all = new Set([...wanted, ...since].map(({ party }) => party));
  return parties.filter((party) => all.has(party));
}

/**
 * The steps of an agreement that are to be taken otherwise, in the order in which it was agreed to: of two that were the
 * later holds. Those that wait for a second person come last, oldest first.
 */
export async function overridesOf(manager: EntityManager, agreement: AgreementId): Promise<readonly Override[]> {
  const rows = await manager.find(StepOverrideSchema, { where: { agreement }, order: { at: 'ASC', id: 'ASC' } });
  if (rows.length === 0) return [];
  const consents = await manager.find(StepOverrideConsentSchema, {
    where: { override: In(rows.map(({ id }) => id)) },
    order: { at: 'ASC', override: 'ASC' },
  });
  const byAsked = new Map(rows.map((row) => [row.id, row]));
  const agreed = consents.flatMap(({ override, person }) => {
    const row = byAsked.get(override);
    return row ? [toOverride(row, person)] : [];
  });
  const done = new Set(agreed.map(({ id }) => id));
  return [...agreed, ...rows.filter(({ id }) => !done.has(id)).map((row) => toOverride(row, null))];
}

function toOverride(row: StepOverrideRow, agreed: PersonId | null): Override {
  const { id, step, party, kind, taker, reason, person } = row;
  return { id, step, party, kind, body: taker, reason, asked: person, agreed };
}

/** The newest way a party has set, also one that is the template's again; null where it never set one. */
export async function wayIdOf(manager: EntityManager, party: PartyId): Promise<number | null> {
  const [newest] = await newestOf(manager, 'party_way', [party]);
  return newest ?? null;
}

async function newestOf(
  manager: EntityManager,
  table: 'party_way' | 'party_rule',
  parties: readonly PartyId[],
  asOf: Instant | null = null,
): Promise<readonly number[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT ON (party) id FROM ${table}
     WHERE party = ANY ($1) AND ($2::timestamptz IS NULL OR at <= $2) ORDER BY party, id DESC`,
    [parties, asOf],
  );
  return rows.map(({ id }) => Number(id));
}

/** Of some bodies those that parties added themselves: they have a step only on the way of their party. */
export async function addedBodies(manager: EntityManager, bodies: readonly BodyId[]): Promise<ReadonlySet<BodyId>> {
  if (bodies.length === 0) return new Set();
  const rows = await manager.find(BodyAdditionSchema, { where: { body: In([...bodies]) } });
  return new Set(rows.map(({ body }) => body));
}
