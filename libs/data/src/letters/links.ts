import { randomBytes } from 'node:crypto';
import { instantOf, sha256, type Instant, type PersonId, type Sha256 } from '@enig/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { TODAY } from '../columns';
import { openSession, type OpenedSession } from '../sessions';
import { countRequest } from './request-counts';
import { isInside, sendLetters } from './outbox';

/** In hours: a link somebody has asked for is used at once; one in a letter lies there until there is time. */
const LASTS = { asked: 24, letter: 14 * 24 };
/** In days: for so long after its time a link can be renewed by itself, without typing an address. */
const RENEWED_WITHIN = 180;
/** Most links that are sent to one address within an hour, over all nodes (AC-19). */
const MOST_AN_HOUR = 5;

/** SQL: whether the person `p` has a seat that has not ended. Who has none cannot come in, and is written to no more. */
export const HAS_A_SEAT = `EXISTS (SELECT FROM seat s WHERE s.person = p.id AND (s.valid_to IS NULL OR s.valid_to >= ${TODAY}))`;

/** A link as it stands when it is opened. */
export interface LinkView {
  readonly person: PersonId;
  readonly name: string;
  readonly path: string;
  readonly expiresAt: Instant;
  /** Whether it can be used: not used before, its time not over, and the person still has a seat. */
  readonly isValid: boolean;
}

/** Makes a link in the caller's transaction. @returns the token, which is kept nowhere. */
export async function makeLink(
  manager: EntityManager,
  link: {
    readonly person: PersonId;
    readonly path: string;
    readonly letter: string;
    /** Whether the person has asked for it just now. */
    readonly isAsked: boolean;
  },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await manager.query(
    `INSERT INTO sign_in_link (token_hash, person, path, letter, expires_at)
     VALUES ($1, $2, $3, $4, clock_timestamp() + make_interval(hours => $5))`,
    [hashOf(token), link.person, link.path, link.letter, link.isAsked ? LASTS.asked : LASTS.letter],
  );
  return token;
}

/** Links that sign the person in to whom they were mailed (AC-16). */
export class SignInLinks {
  constructor(private readonly source: DataSource) {}

  /** What a token leads to; null for one that nobody was mailed. Looking changes nothing. */
  async look(token: string): Promise<LinkView | null> {
    const [row] = await this.source.query<(Omit<LinkView, 'expiresAt'> & { expires_at: Date })[]>(
      `SELECT l.person, p.name, l.path, l.expires_at,
         (l.used_at IS NULL AND l.expires_at > clock_timestamp() AND ${HAS_A_SEAT}) AS "isValid"
       FROM sign_in_link l JOIN person p ON p.id = l.person WHERE l.token_hash = $1`,
      [hashOf(token)],
    );
    if (!row) return null;
    const { expires_at: expiresAt, ...view } = row;
    return { ...view, expiresAt: instantOf(expiresAt) };
  }

  /** Uses a link up and opens a session, both or neither. @returns null for one that cannot be used (any more). */
  async consume(token: string): Promise<(OpenedSession & { readonly path: string }) | null> {
    return this.source.transaction(async (manager) => {
      const [rows] = await manager.query<[{ person: PersonId; path: string }[], number]>(
        `UPDATE sign_in_link l SET used_at = clock_timestamp() FROM person p
         WHERE l.token_hash = $1 AND l.used_at IS NULL AND l.expires_at > clock_timestamp()
           AND p.id = l.person AND ${HAS_A_SEAT} RETURNING l.person, l.path`,
        [hashOf(token)],
      );
      const [used] = rows;
      return used ? { ...(await openSession(manager, used.person)), path: used.path } : null;
    });
  }

  /**
   * Notes that somebody wants a link sent to an address. Whether it is anybody's here, nobody looks at now: what is done
   * is the same for every address (AC-18). A worker decides, with {@link decideNext}.
   */
  async ask(address: string, path: string): Promise<void> {
    const email = address.normalize('NFC').trim();
    const leadsTo = isInside(path) ? path : '/';
    await this.source.transaction(async (manager) => {
      const asked = await countRequest(manager, `address:${email.toLowerCase()}`);
      await manager.query('INSERT INTO link_request (address, path) SELECT $1, $2 WHERE $3 <= $4::integer', [
        ...[email, leadsTo, asked, MOST_AN_HOUR],
      ]);
    });
  }

  /** Asks for a new link in the place of one that was mailed, to the address the person has now. */
  async renew(token: string): Promise<void> {
    const [row] = await this.source.query<{ email: string; path: string }[]>(
      'SELECT p.email, l.path FROM sign_in_link l JOIN person p ON p.id = l.person WHERE l.token_hash = $1',
      [hashOf(token)],
    );
    if (row) await this.ask(row.email, row.path);
  }

  /**
   * Decides about the request that has waited longest: a letter where the address is somebody's who has a seat, nothing
   * where it is not; the address is forgotten either way. @returns whether there was one.
   */
  async decideNext(): Promise<boolean> {
    return this.source.transaction(async (manager) => {
      const [rows] = await manager.query<[{ id: string; address: string; path: string }[], number]>(
        `DELETE FROM link_request WHERE id = (
           SELECT id FROM link_request ORDER BY asked_at, id FOR UPDATE SKIP LOCKED LIMIT 1)
         RETURNING id, address, path`,
      );
      const [asked] = rows;
      if (!asked) return false;
      const [person] = await manager.query<{ id: PersonId }[]>(
        `SELECT p.id FROM person p WHERE lower(p.email) = lower($1) AND ${HAS_A_SEAT}`,
        [asked.address],
      );
      if (person)
        await sendLetters(manager, [
          { key: `signIn:${asked.id}`, kind: 'signIn', to: person.id, body: null, path: asked.path, facts: {} },
        ]);
      return true;
    });
  }

  /** Removes links that nobody renews any more, and requests nobody has decided about for a day. */
  async tidy(): Promise<void> {
    await this.source.query(
      `DELETE FROM sign_in_link WHERE expires_at < clock_timestamp() - make_interval(days => $1)`,
      [RENEWED_WITHIN],
    );
    await this.source.query(`DELETE FROM link_request WHERE asked_at < clock_timestamp() - interval '1 day'`);
  }
}

function hashOf(token: string): Sha256 {
  return sha256(new TextEncoder().encode(token));
}
