import { randomBytes } from 'node:crypto';
import type { Seat } from '@enig/access';
import { instantOf, sha256, type Instant, type PersonId, type Sha256 } from '@enig/kernel';
import type { DataSource } from 'typeorm';
import { HAS_A_SEAT } from './letters/links';
import type { PersonRow } from './people';
import { PeopleStore } from './people-store';

/** Whose calendar it is, and what they may see today. */
export interface CalendarHolder {
  readonly feed: Sha256;
  readonly person: PersonRow;
  readonly seats: readonly Seat[];
}

/**
 * The calendars people have outside, each by an address with a token in it that is kept nowhere. A person has one at a
 * time; a new one ends the one before.
 */
export class CalendarFeeds {
  constructor(private readonly source: DataSource) {}

  /** When the person's calendar was made; null for none. */
  async madeAt(person: PersonId): Promise<Instant | null> {
    const [row] = await this.source.query<{ made_at: Date }[]>(
      'SELECT made_at FROM calendar_feed WHERE person = $1 AND ended_at IS NULL',
      [person],
    );
    return row ? instantOf(row.made_at) : null;
  }

  /** Gives a person a calendar; the one before ends. @returns the token for its address. */
  async renew(person: PersonId): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.source.transaction(async (manager) => {
      // Two who renew at the same moment come one after the other: the later one's is the one that stands.
      await manager.query('SELECT id FROM person WHERE id = $1 FOR NO KEY UPDATE', [person]);
      await manager.query(END, [person]);
      await manager.query('INSERT INTO calendar_feed (token_hash, person) VALUES ($1, $2)', [hashOf(token), person]);
    });
    return token;
  }

  /** Ends a person's calendar; where there is none, nothing happens. */
  async stop(person: PersonId): Promise<void> {
    await this.source.query(END, [person]);
  }

  /** Whose calendar a token belongs to; null for one that has ended or never was, and for who has no seat any more. */
  async holder(token: string): Promise<CalendarHolder | null> {
    const feed = hashOf(token);
    const [row] = await this.source.query<{ person: PersonId }[]>(
      `SELECT f.person FROM calendar_feed f JOIN person p ON p.id = f.person
       WHERE f.token_hash = $1 AND f.ended_at IS NULL AND ${HAS_A_SEAT}`,
      [feed],
    );
    if (!row) return null;
    const people = new PeopleStore(this.source);
    const person = (await people.people([row.person])).get(row.person);
    const seats = (await people.seatsOf([row.person])).get(row.person) ?? [];
    return person ? { feed, person, seats } : null;
  }
}

const END = 'UPDATE calendar_feed SET ended_at = clock_timestamp() WHERE person = $1 AND ended_at IS NULL';

function hashOf(token: string): Sha256 {
  return sha256(new TextEncoder().encode(token));
}
