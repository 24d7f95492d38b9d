import { randomBytes } from 'node:crypto';
import { instantOf, sha256, type Instant, type PersonId } from '@enig/kernel';
import type { EntityManager } from 'typeorm';

/** How long one sign-in lasts when nobody signs out: a working day, in hours. */
const SESSION_HOURS = 12;

/** A session, and the token for its cookie, which is kept nowhere else. */
export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Instant;
}

/** Opens a session for a person, in the caller's transaction where there is one. */
export async function openSession(manager: Pick<EntityManager, 'query'>, person: PersonId): Promise<OpenedSession> {
  const token = randomBytes(32).toString('base64url');
  const [row] = await manager.query<{ expires_at: Date }[]>(
    `INSERT INTO session (token_hash, person, expires_at)
     VALUES ($1, $2, clock_timestamp() + make_interval(hours => $3)) RETURNING expires_at`,
    [sha256(new TextEncoder().encode(token)), person, SESSION_HOURS],
  );
  if (!row) throw new Error('The session was not stored');
  return { token, expiresAt: instantOf(row.expires_at) };
}
