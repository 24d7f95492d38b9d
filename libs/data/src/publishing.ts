import type { AgreementId, VersionHash } from '@enig/kernel';
import type { Actor } from './act';
import type { Change } from './agreement-change';
import { PublicationSchema } from './publications';

/**
 * What a conclusion entails, in its transaction: what was agreed on can be read by anybody (AG-37), and what it comes
 * after ends when it is in force (AG-36). @returns the agreements it comes after.
 */
export async function publishAgreement(
  { manager, view, now }: Pick<Change, 'manager' | 'view' | 'now'>,
  version: VersionHash,
  actor: Actor,
): Promise<readonly AgreementId[]> {
  const agreement = view.row.id;
  await manager.insert(PublicationSchema, { agreement, version, at: now, ...actor });
  await manager.query(LOCK_REGIONS, [view.row.region]);
  const succeeds = await manager.query<{ agreement: AgreementId; succeeds: AgreementId }[]>(SUCCEED, [agreement, now]);
  return succeeds.filter((row) => row.agreement === agreement).map((row) => row.succeeds);
}

/** Two that are concluded at the same moment in a region, or in one and the one it becomes, see one another. */
const LOCK_REGIONS = `
  SELECT id FROM region WHERE id = $1 OR successor = $1 OR id = (SELECT successor FROM region WHERE id = $1)
  ORDER BY id FOR NO KEY UPDATE`;

/**
 * A whole agreement comes after the one whose period began before, in its region or one that became it; a part comes
 * after the same part, and both parts of a frame after a whole agreement, once the second is concluded. What has been
 * concluded late may lie between two others. What hangs on an agreement comes after none.
 */
const SUCCEED = `
  WITH concluded AS (
    SELECT a.id, a.act, a.frame, a.period_from, a.region, r.successor,
      ARRAY(SELECT p.kind FROM part p WHERE p.agreement = a.id) AS kinds,
      e.event IS NOT NULL OR a.id = $1 AS is_concluded
    FROM agreement a JOIN region r ON r.id = a.region
      LEFT JOIN agreement_event e ON e.agreement = a.id AND e.event = 'conclude'
    WHERE a.act IN ('agreement', 'part')
  )
  INSERT INTO succession (agreement, succeeds, at)
  SELECT after.id, before.id, $2 FROM concluded after JOIN concluded before
    ON $1 IN (after.id, before.id) AND after.is_concluded AND before.is_concluded
    AND before.period_from < after.period_from
    AND (before.region = after.region OR before.successor = after.region)
    AND (after.act = 'agreement'
      OR (before.act = 'part' AND before.kinds && after.kinds)
      OR (before.act = 'agreement' AND EXISTS (
        SELECT FROM concluded other WHERE other.frame = after.frame AND other.id <> after.id AND other.is_concluded
          AND after.id = $1)))
  ON CONFLICT DO NOTHING
  RETURNING agreement, succeeds`;
