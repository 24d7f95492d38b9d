import { PARTY_STANDINGS, type PartyStanding } from './standing';

/** Which parties of the board one wants to see, as it stands in the page's address. da: udsnit af oversigten */
export interface BoardFilter {
  /** Only those without an effective approval. */
  readonly missingOnly: boolean;
  /** Null for all. */
  readonly standing: PartyStanding | null;
  /** What the party's name has in it, in any case; empty for all. */
  readonly words: string;
}

/** A party as the filter looks at it. */
interface FilteredParty {
  readonly name: string;
  readonly standing: PartyStanding;
  readonly isMissing: boolean;
}

/**
 * Reads a filter from an address: `mangler=1`, `stilling=<standing>`, `navn=<words>`. What it does not know filters
 * nothing.
 *
 * @param ask what stands in the address under a name; null for nothing.
 */
export function readBoardFilter(ask: (name: 'mangler' | 'stilling' | 'navn') => string | null): BoardFilter {
  const given = ask('stilling');
  return {
    missingOnly: ask('mangler') === '1',
    standing: PARTY_STANDINGS.find((each) => each === given) ?? null,
    words: (ask('navn') ?? '').slice(0, 100),
  };
}

/** Whether a party is one of those one wants to see. */
export function isOnBoard({ name, standing, isMissing }: FilteredParty, filter: BoardFilter): boolean {
  if (filter.missingOnly && !isMissing) return false;
  if (filter.standing !== null && standing !== filter.standing) return false;
  return name.toLocaleLowerCase('da').includes(filter.words.trim().toLocaleLowerCase('da'));
}
