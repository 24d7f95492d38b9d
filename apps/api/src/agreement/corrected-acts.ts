import type { ActRow } from '@enig/data';

type Recorded = Pick<ActRow, 'id' | 'facts'>;

/**
 * Acts that put right what was recorded of a decision before (AP-12), by id. Not one that took the matter up again at a
 * later meeting and came to something else, nor one by which a party's own people record what was entered for them.
 */
export function correctionsIn(acts: readonly Recorded[]): ReadonlySet<number> {
  const corrections = acts.filter((act) => {
    const { supersedes } = act.facts;
    const before = acts.find(({ facts }) => typeof supersedes === 'string' && facts['decision'] === supersedes);
    return before !== undefined && !isOfAnotherMeeting(act, before) && !isTheSame(act, before);
  });
  return new Set(corrections.map(({ id }) => id));
}

function isOfAnotherMeeting({ facts: now }: Recorded, { facts: before }: Recorded): boolean {
  return String(now['meetingDate']) > String(before['meetingDate']) && now['outcome'] !== before['outcome'];
}

function isTheSame({ facts: now }: Recorded, { facts: before }: Recorded): boolean {
  return ['outcome', 'meetingDate', 'said'].every((fact) => now[fact] === before[fact]);
}
