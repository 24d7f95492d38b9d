import { mayDecide, successorOf, type Chain, type ChainBody, type StepBodyKind } from '@enig/approval';
import type { BodyId, PartyId } from '@enig/kernel';
import { In, type EntityManager } from 'typeorm';
import { TODAY } from './columns';
import { BodySchema } from './places';

/** A council that decides in place of a party's own, which is gone: two people have agreed to it (AP-24). */
export interface CouncilSuccession {
  /** The party of the agreement. */
  readonly party: PartyId;
  readonly council: ChainBody;
  /** Whose council it is itself; null where it belongs to no party. */
  readonly owner: PartyId | null;
}

/** The councils that decide for parties in place of their own. */
export async function successionsOf(
  manager: EntityManager,
  chain: Pick<Chain, 'template' | 'overrides' | 'parties'>,
): Promise<readonly CouncilSuccession[]> {
  const taken = chain.parties.flatMap((party) => {
    const body = successorOf(chain, party);
    return body === null ? [] : [{ party, body }];
  });
  if (taken.length === 0) return [];
  const rows = await manager.find(BodySchema, { where: { id: In(taken.map(({ body }) => body)) } });
  return taken.flatMap(({ party, body }): CouncilSuccession[] => {
    const row = rows.find(({ id }) => id === body);
    if (!row) return [];
    const { name, validTo: until, party: owner } = row;
    return [{ party, council: { body, kind: row.kind as StepBodyKind, name, party, until }, owner }];
  });
}

/** The council that decides for each party now: its own, or the one that does so in its place (AP-21). */
export function decidingCouncils(
  parties: readonly { readonly party: PartyId; readonly council: BodyId }[],
  successions: readonly CouncilSuccession[],
): ReadonlyMap<PartyId, BodyId> {
  const own = parties.map(({ party, council }) => [party, council] as const);
  const known = new Set(parties.map(({ party }) => party));
  const taken = successions.flatMap(({ party, council }) => (known.has(party) ? [[party, council.body] as const] : []));
  return new Map([...own, ...taken]);
}

/**
 * The councils that are there today and can decide in place of a party's that is gone, by name: where it was a region's,
 * that of the region it became; else those of the municipalities round about.
 *
 * @param region the agreement's.
 */
export async function councilsAfter(
  manager: EntityManager,
  { party, region }: { readonly party: PartyId; readonly region: string },
): Promise<readonly BodyId[]> {
  const rows = await manager.query<{ id: BodyId; kind: StepBodyKind }[]>(
    `WITH gone AS (SELECT region FROM party WHERE id = $1),
       near AS (SELECT r FROM (SELECT $2 AS r UNION SELECT successor FROM region WHERE id = $2) AS all_of WHERE r IS NOT NULL)
     SELECT b.id, b.kind FROM body b LEFT JOIN party p ON p.id = b.party
     WHERE b.valid_from <= ${TODAY} AND (b.valid_to IS NULL OR b.valid_to >= ${TODAY}) AND b.party IS DISTINCT FROM $1
       AND CASE WHEN p.municipality IS NULL
         THEN b.region IN (SELECT r FROM near) AND (p.id IS NULL OR (SELECT region FROM gone) IS NOT NULL)
         ELSE (SELECT region FROM gone) IS NULL AND EXISTS (
           SELECT FROM municipality_region m WHERE m.municipality = p.municipality AND m.region IN (SELECT r FROM near)
             AND m.valid_from <= ${TODAY} AND (m.valid_to IS NULL OR m.valid_to >= ${TODAY})) END
     ORDER BY b.name, b.id`,
    [party, region],
  );
  return rows.filter(mayDecide).map(({ id }) => id);
}
