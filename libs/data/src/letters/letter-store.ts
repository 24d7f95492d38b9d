import type { BodyId, Json, PersonId } from '@enig/kernel';
import type { LetterKind } from '@enig/messages';
import type { DataSource, EntityManager } from 'typeorm';
import { TODAY } from '../columns';
import type { Made } from '../jobs/job-store';
import { HAS_A_SEAT, makeLink } from './links';

/** A letter whose time has come, with what only its mail will say: whom it is to, and the token of its link. */
export interface LetterDue {
  readonly key: string;
  readonly kind: LetterKind;
  readonly facts: Readonly<Record<string, Json>>;
  readonly person: PersonId;
  readonly name: string;
  readonly email: string;
  /** Which time this is, from 1. */
  readonly attempt: number;
  readonly token: string;
}

/** A mail as it would be shown to whom it is to. */
export interface KeptMail {
  readonly letter: string;
  readonly subject: string;
  readonly plain: string;
  readonly html: string;
  readonly enclosed: readonly Made[];
}

/** A mail that was kept; what it has enclosed by its names, to be fetched one by one. */
export interface MailView extends MailEntry, Omit<KeptMail, 'enclosed'> {
  readonly enclosed: readonly string[];
}

/** A mail of a demo, in the list of all. */
export interface MailEntry {
  readonly letter: string;
  readonly to: string;
  readonly email: string;
  readonly subject: string;
  readonly arrivedAt: Date;
}

/**
 * How long in s after each attempt the next one is made, about three days in all. The first is longer than a mail can
 * take to be handed over, since one who dies with a letter leaves it behind like this too.
 */
export const PAUSES: readonly number[] = [120, 300, 900, 3_600, 10_800, 21_600, 43_200, 43_200, 43_200, 43_200, 43_200];

interface LetterTaken {
  readonly key: string;
  readonly kind: LetterKind;
  readonly facts: Readonly<Record<string, Json>>;
  readonly path: string;
  readonly person: PersonId;
  readonly body: BodyId | null;
  readonly attempts: number;
}

/** Which letters are asked for: those of some kinds, or all others. */
export interface LettersAsked {
  readonly kinds: readonly LetterKind[];
  readonly isOthers: boolean;
}

const ALL: LettersAsked = { kinds: [], isOthers: true };

/** The letters that wait, and what becomes of them (OP-2). */
export class LetterStore {
  constructor(
    private readonly source: DataSource,
    private readonly pauses = PAUSES,
  ) {}

  /**
   * Takes the letter that has waited longest, a link somebody has asked for and sits waiting for before all else, and
   * makes the token of its link, of which the hash is kept (AC-17). It is somebody else's again after a pause, if nobody
   * has said by then that it was sent. One to somebody who has meanwhile lost their seat, or the one in
   * the body it is about, is given up.
   */
  async take(asked = ALL): Promise<LetterDue | null> {
    return this.source.transaction(async (manager) => {
      for (;;) {
        const taken = await this.takeRow(manager, asked);
        if (!taken) return null;
        const { key, kind, facts, path, person, body, attempts } = taken;
        const to = await whomTo(manager, person, body);
        if (to) {
          const token = await makeLink(manager, { person, path, letter: key, isAsked: kind === 'signIn' });
          return { key, kind, facts, person, ...to, attempt: attempts, token };
        }
        await manager.query(`UPDATE letter SET given_up_at = clock_timestamp(), trouble = 'noSeat' WHERE key = $1`, [
          key,
        ]);
      }
    });
  }

  private async takeRow(manager: EntityManager, { kinds, isOthers }: LettersAsked): Promise<LetterTaken | undefined> {
    const [rows] = await manager.query<[LetterTaken[], number]>(
      `UPDATE letter SET attempts = attempts + 1, next_at = clock_timestamp() + make_interval(secs => ($1::float8[])[
         least(attempts + 1, cardinality($1::float8[]))])
       WHERE key = (
         SELECT key FROM letter WHERE sent_at IS NULL AND given_up_at IS NULL AND next_at <= clock_timestamp()
           AND (kind <> ALL ($2)) = $3
         ORDER BY (kind = 'signIn') DESC, next_at, key FOR UPDATE SKIP LOCKED LIMIT 1)
       RETURNING key, kind, facts, path, person, body, attempts`,
      [this.pauses, kinds, isOthers],
    );
    return rows[0];
  }

  /**
   * After something was made for a letter that was taken: it is one's own for a whole pause more, so that handing it over
   * has all the time it needs.
   *
   * @returns false where it has meanwhile become another's: then it is not to be handed over.
   */
  async keepOn(key: string, attempt: number): Promise<boolean> {
    const [, count] = await this.source.query<[unknown[], number]>(
      `UPDATE letter SET next_at = clock_timestamp() + make_interval(secs => ($3::float8[])[
         least($2::integer, cardinality($3::float8[]))])
       WHERE key = $1 AND attempts = $2 AND sent_at IS NULL AND given_up_at IS NULL`,
      [key, attempt, this.pauses],
    );
    return count > 0;
  }

  /** It has been handed over to a mail server. */
  async sent(key: string): Promise<void> {
    await this.source.query(
      `UPDATE letter SET sent_at = clock_timestamp(), trouble = NULL WHERE key = $1 AND given_up_at IS NULL`,
      [key],
    );
  }

  /**
   * It could not be handed over.
   *
   * @param trouble   what the mail server answered with, as a code; never its words, which may hold an address.
   * @param isForGood whether trying again would be answered the same.
   * @returns whether it is given up.
   */
  async notSent(key: string, trouble: string, isForGood: boolean): Promise<boolean> {
    const [rows] = await this.source.query<[{ given_up_at: Date | null }[], number]>(
      `UPDATE letter SET trouble = $2,
         given_up_at = CASE WHEN $3 OR attempts >= $4 THEN clock_timestamp() END
       WHERE key = $1 AND sent_at IS NULL RETURNING given_up_at`,
      [key, trouble, isForGood, this.pauses.length],
    );
    return rows.some((row) => row.given_up_at !== null);
  }

  /** Keeps a mail instead of sending it, for a demo. */
  async keep({ letter, subject, plain, html, enclosed }: KeptMail): Promise<void> {
    await this.source.transaction(async (manager) => {
      await manager.query(
        `INSERT INTO mailbox (letter, subject, plain, html) VALUES ($1, $2, $3, $4)
         ON CONFLICT (letter) DO UPDATE SET subject = $2, plain = $3, html = $4, arrived_at = clock_timestamp()`,
        [letter, subject, plain, html],
      );
      await manager.query('DELETE FROM mailbox_file WHERE letter = $1', [letter]);
      for (const [position, { name, mediaType, bytes }] of enclosed.entries())
        await manager.query(
          'INSERT INTO mailbox_file (letter, position, name, media_type, bytes) VALUES ($1, $2, $3, $4, $5)',
          [letter, position, name, mediaType, Buffer.from(bytes)],
        );
    });
  }

  /** The mails that were kept, newest first; no more than the last ones. */
  async kept(): Promise<MailEntry[]> {
    return this.source.query<MailEntry[]>(
      `SELECT m.letter, p.name AS "to", p.email, m.subject, m.arrived_at AS "arrivedAt"
       FROM mailbox m JOIN letter l ON l.key = m.letter JOIN person p ON p.id = l.person
       ORDER BY m.arrived_at DESC, m.letter LIMIT 500`,
    );
  }

  /** One mail that was kept; null for none. */
  async mail(letter: string): Promise<MailView | null> {
    const [row] = await this.source.query<MailView[]>(
      `SELECT m.letter, p.name AS "to", p.email, m.subject, m.plain, m.html, m.arrived_at AS "arrivedAt",
         ARRAY(SELECT f.name FROM mailbox_file f WHERE f.letter = m.letter ORDER BY f.position) AS enclosed
       FROM mailbox m JOIN letter l ON l.key = m.letter JOIN person p ON p.id = l.person WHERE m.letter = $1`,
      [letter],
    );
    return row ?? null;
  }

  /** What such a mail has enclosed, by its place from 0; null for none. */
  async enclosed(letter: string, position: number): Promise<Made | null> {
    const [row] = await this.source.query<Made[]>(
      `SELECT name, media_type AS "mediaType", bytes FROM mailbox_file WHERE letter = $1 AND position = $2`,
      [letter, position],
    );
    return row ?? null;
  }

  /** How many wait to be sent, and how many were given up, for whoever runs the server. */
  async counts(): Promise<{ waiting: number; givenUp: number }> {
    const [row] = await this.source.query<{ waiting: number; givenUp: number }[]>(
      `SELECT count(*) FILTER (WHERE given_up_at IS NULL)::integer AS waiting,
         count(given_up_at)::integer AS "givenUp" FROM letter WHERE sent_at IS NULL`,
    );
    return row ?? { waiting: 0, givenUp: 0 };
  }
}

/** Whom a letter is to; null where they have no seat any more, or not in the body it is about. */
async function whomTo(
  manager: EntityManager,
  person: PersonId,
  body: BodyId | null,
): Promise<Pick<LetterDue, 'name' | 'email'> | null> {
  const [to] = await manager.query<{ name: string; email: string }[]>(
    `SELECT p.name, p.email FROM person p WHERE p.id = $1 AND ${HAS_A_SEAT}
       AND ($2::text IS NULL OR EXISTS (SELECT FROM seat s WHERE s.person = p.id AND s.body = $2
         AND s.valid_from <= ${TODAY} AND (s.valid_to IS NULL OR s.valid_to >= ${TODAY})))`,
    [person, body],
  );
  return to ?? null;
}
