import type { RoundId } from '@enig/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from './act';

/**
 * Notes that somebody of a body that is asked has opened the material, the first time they do (HE-29). Called by whatever
 * shows it; of those whose body is not asked nothing is noted.
 *
 * @param visitor the person, and the body and seat they read for.
 */
export async function recordVisit(
  database: Pick<DataSource | EntityManager, 'query'>,
  round: RoundId,
  { person, body, capacity }: Actor,
): Promise<void> {
  await database.query(
    `INSERT INTO round_visit (round, body, person, capacity)
     SELECT round, body, $3::uuid, $4::text FROM round_body WHERE round = $1 AND body = $2
     ON CONFLICT DO NOTHING`,
    [round, body, person, capacity],
  );
}

/** The same, for whoever has the connection at hand. */
export class RoundVisits {
  constructor(private readonly source: DataSource) {}

  /** @see recordVisit */
  async record(round: RoundId, visitor: Actor): Promise<void> {
    await recordVisit(this.source, round, visitor);
  }
}
