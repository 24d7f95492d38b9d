import { brandId, type DecisionId } from '@enig/kernel';
import { counts, effective, recordOf, type Chain } from './chain';
import { stepsFor } from './steps';
import { decided, greve, plainYes, second, smallChain, withDecision } from './test-chains';

const first = decided(smallChain);
const next = { id: brandId<DecisionId>('d2'), supersedes: first.id, item: '15' };
const corrected = decided(withDecision(first), next);
const record = (chain: Chain) => recordOf(chain, 'council', greve, plainYes.body);

describe('what is looked up in a chain', () => {
  it('is put together once, however often a board asks', () => {
    const chain = withDecision(corrected, first);
    expect(record(chain)).toEqual([first, corrected]);
    expect(record(chain)).toBe(record(chain));
    expect(stepsFor(chain, greve)).toBe(stepsFor(chain, greve));
    expect(stepsFor(chain, null)).toBe(stepsFor(chain, null));
    expect(stepsFor(chain, null)).not.toEqual(stepsFor(chain, greve));
  });

  it('is never that of another chain', () => {
    const chain = withDecision(first);
    expect(effective(chain, greve)).toBe(first);
    const after: Chain = { ...chain, decisions: [...chain.decisions, corrected] };
    expect(effective(after, greve)).toBe(corrected);
    expect(effective(chain, greve)).toBe(first);
    const skipped: Chain = { ...after, bodies: [] };
    expect(stepsFor(skipped, greve).flatMap(({ bodies }) => bodies)).toEqual([]);
  });

  it('a confirmation counts from the chain on that it is in', () => {
    const entered = { ...first, isOwn: false };
    const chain = withDecision(entered);
    expect(counts(chain, entered)).toBe(false);
    const confirmations = [{ decision: entered.id, person: second }];
    expect(counts({ ...chain, confirmations }, entered)).toBe(true);
  });
});
