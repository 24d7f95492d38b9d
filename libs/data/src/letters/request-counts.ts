import { sha256 } from '@enig/kernel';
import type { DataSource, EntityManager } from 'typeorm';

/** In s: what is counted together. */
const STRETCH = 3_600;

/**
 * Counts one more request within this hour, by or about somebody, over all nodes (AC-19). Whom is kept as a hash and no
 * longer than a day.
 *
 * @param subject  as `address:…`.
 * @returns how many there have been, with this one.
 */
export async function countRequest(manager: Pick<EntityManager, 'query'>, subject: string): Promise<number> {
  const [row] = await manager.query<{ count: number }[]>(
    `INSERT INTO request_count (subject, since, count)
     VALUES ($1, to_timestamp(floor(extract(epoch FROM clock_timestamp()) / $2) * $2), 1)
     ON CONFLICT (subject, since) DO UPDATE SET count = request_count.count + 1 RETURNING count`,
    [sha256(new TextEncoder().encode(subject)), STRETCH],
  );
  if (!row) throw new Error('The request was not counted');
  return row.count;
}

/** How often something was asked, over all nodes. */
export class RequestCounts {
  constructor(private readonly source: DataSource) {}

  /** Counts one more. @returns whether there have been no more than `most` of them within the hour. */
  async within(subject: string, most: number): Promise<boolean> {
    return (await countRequest(this.source, subject)) <= most;
  }

  /** Forgets what nobody counts on any more. */
  async tidy(): Promise<void> {
    await this.source.query(`DELETE FROM request_count WHERE since < clock_timestamp() - interval '1 day'`);
  }
}
