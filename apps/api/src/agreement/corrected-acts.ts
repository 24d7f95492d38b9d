import type { ActRow } from '@enig/data';

type Recorded = Pick<ActRow, 'id' | 'facts'>;

/**
 * Acts that put right what was recorded of a decision before (AP-12), by id. Not one that took the matter up again at a
 * later meeting and came to something else, nor one by which a party's own people record what was entered for them.
 */
export function correctionsIn(acts: readonly Recorded[]): ReadonlySet<number> {
  // Of the acts on a decision the first one records it; the others confirm it.
  const byDecision = new Map(acts.toReversed().map((act) => [act.facts['decision'], act]));
  const corrections = acts.filter((act) => {
    const { supersedes } = act.facts;
    const before = typeof supersedes === 'string' ? byDecision.get(supersedes) : undefined;
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
