import type { PersonId } from '@enig/kernel';

/** Most client ids nobody owns yet that one update may bring. Each time somebody opens a text they get a new one. */
export const MAX_CLAIMS = 64;

/** Most that one connection may bring. */
export const MAX_CLAIMS_OF_CONNECTION = 256;

/**
 * Whose the client ids are (CO-19): those that nobody is known to own, which the sender claims by using them; null
 * when one of them belongs to somebody else.
 */
export function claimsOf(
  clients: Iterable<number>,
  owners: ReadonlyMap<number, PersonId>,
  who: PersonId,
): readonly number[] | null {
  const claims: number[] = [];
  for (const client of clients) {
    const owner = owners.get(client);
    if (owner === undefined) claims.push(client);
    else if (owner !== who) return null;
  }
  return claims;
}
