import type { PartKind } from '@enig/agreement';
import type { AgreementId } from '@enig/kernel';
import type { EntityManager } from 'typeorm';

/** An agreement that another comes after. */
export interface Predecessor {
  readonly id: AgreementId;
  /** The parts it is the last before in. */
  readonly kinds: readonly PartKind[];
}

/**
 * The concluded agreements that each part of one comes right after, in its region or in one that became it (AG-36).
 * Unlike what ends with it, that is found before the later one is concluded, and what lies further back is left out.
 */
export async function predecessorsOf(manager: EntityManager, id: AgreementId): Promise<readonly Predecessor[]> {
  return manager.query<Predecessor[]>(PREDECESSORS, [id]);
}

/** The same part stood in each of these; another that comes between takes its place, part by part. */
const PREDECESSORS = `
  WITH earlier AS (
    SELECT b.id, b.region, b.period_from, r.successor, p.kind FROM agreement a
      JOIN part own ON own.agreement = a.id
      JOIN agreement b ON b.period_from < a.period_from AND b.act IN ('agreement', 'part')
      JOIN region r ON r.id = b.region
      JOIN part p ON p.agreement = b.id AND p.kind = own.kind
    WHERE a.id = $1 AND a.act IN ('agreement', 'part') AND (b.region = a.region OR r.successor = a.region)
      AND EXISTS (SELECT FROM agreement_event e WHERE e.agreement = b.id AND e.event = 'conclude')
  )
  SELECT id, array_agg(kind::text ORDER BY kind) AS kinds FROM earlier e
  WHERE NOT EXISTS (SELECT FROM earlier later
    WHERE later.kind = e.kind AND later.period_from > e.period_from AND later.region IN (e.region, e.successor))
  GROUP BY id ORDER BY min(kind), id`;
