import { FINDER_VERSION } from '@enig/hearing';
import type { JobId, RoundId } from '@enig/kernel';
import type { EntityManager } from 'typeorm';
import type { RoundChange } from '../round-change';

/**
 * Ends the papers about a round, and the whole case it is in, inside the transaction in which something of it is left
 * out: what was made of it is not given out any more, what is being made is begun anew once that is committed, and who
 * wants the paper asks again.
 */
export async function endPapers({ manager, round, announce }: RoundChange): Promise<void> {
  for (const id of await end(manager, round.row.id, null)) announce({ topic: 'job', id });
}

/**
 * The same for papers that were asked for when an older finder looked: what it did not see may stand in them.
 *
 * @returns those that are ended.
 */
export function endOlderPapers(manager: EntityManager, round: RoundId): Promise<readonly JobId[]> {
  return end(manager, round, FINDER_VERSION);
}

/** @param finder  those of older finders than this one are ended; null for all. What is begun anew is of this one. */
async function end(manager: EntityManager, round: RoundId, finder: number | null): Promise<readonly JobId[]> {
  const [ended] = await manager.query<[{ id: JobId }[], number]>(
    `UPDATE job SET state = CASE WHEN state = 'done' THEN 'cancelled' ELSE 'waiting' END, lease = NULL,
       leased_until = NULL, done = 0, message = NULL,
       attempts = CASE WHEN state = 'running' THEN attempts - 1 ELSE attempts END,
       payload = payload || jsonb_build_object('finder', $3::int)
     WHERE state IN ('waiting', 'running', 'done')
       AND (kind IN ('memo', 'used') AND payload ->> 'round' = $1
         OR kind IN ('bundle', 'case', 'cases') AND payload ->> 'agreement' = (SELECT agreement::text FROM hearing_round WHERE id::text = $1))
       AND ($2::int IS NULL OR coalesce((payload ->> 'finder')::int, 0) < $2)
     RETURNING id`,
    [round, finder, FINDER_VERSION],
  );
  return ended.map(({ id }) => id);
}
