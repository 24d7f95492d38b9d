import type { PersonId, Sha256 } from '@enig/kernel';
import type { DataSource } from 'typeorm';
import type { Actor } from './act';
import { minimumDaysIn } from './round-opening';

/** What rounds are opened with: files that were sent in for a document, and the days there must be. */
export class RoundGround {
  constructor(private readonly source: DataSource) {}

  /** Notes that somebody has sent in a stored file, and when they last did. */
  async offer(file: Sha256, by: PersonId): Promise<void> {
    await this.source.query(
      `INSERT INTO heard_file_offer (sha256, person) VALUES ($1, $2)
       ON CONFLICT (sha256, person) DO UPDATE SET at = clock_timestamp()`,
      [file, by],
    );
  }

  /** How many bytes a file has that somebody has sent in; null where they have not. */
  async offered(file: Sha256, by: PersonId): Promise<number | null> {
    const [row] = await this.source.query<{ size: number }[]>(
      'SELECT f.size FROM heard_file_offer o JOIN file f USING (sha256) WHERE o.sha256 = $1 AND o.person = $2',
      [file, by],
    );
    return row?.size ?? null;
  }

  /** Days a round in the region has at least unless it says why (HE-3). */
  async minimumDays(region: string): Promise<number> {
    return minimumDaysIn(this.source.manager, region);
  }

  /** Sets it for rounds that are opened from now on; those that are open keep theirs. @param days 1 to 365. */
  async setMinimumDays(region: string, days: number, { person, body, capacity }: Actor): Promise<void> {
    await this.source.query(
      'INSERT INTO hearing_days (region, days, person, body, capacity) VALUES ($1, $2, $3, $4, $5)',
      [region, days, person, body, capacity],
    );
  }
}
