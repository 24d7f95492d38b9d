import type { PartyId } from '@enig/kernel';
import type { EntityManager } from 'typeorm';

/**
 * Keeps what parties choose for themselves, their ways and whether two people are needed, as it is until the transaction
 * ends. Whoever chooses reads the clock only once they have it, and whoever puts a text to the parties has it before they
 * read the choices: what is chosen is before that text or after it, and the log of the text says which (AP-29).
 *
 * @param why `toChoose` is one party's alone; any number may have it `toPutATextToThem`.
 */
export async function lockChoices(
  manager: EntityManager,
  parties: readonly PartyId[],
  why: 'toChoose' | 'toPutATextToThem',
): Promise<void> {
  const lock = why === 'toChoose' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  for (const party of parties.toSorted()) {
    await manager.query(`SELECT ${lock}(hashtextextended($1, 0))`, [`choices of ${party}`]);
  }
}
