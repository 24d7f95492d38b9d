import { brandId, type DecisionId } from '@enig/kernel';
import fc from 'fast-check';
import { effective, hasLapsed, type Chain } from './chain';
import { isConcluded, missing, standing } from './standing';
import { COUNCIL_OUTCOMES, isApproval, type CouncilOutcome } from './outcome';
import { after, chainOf, everyone, older, partyOf, recorded, SIZE, version, yes, type Recorded } from './test-chains';

const anyRecorded: fc.Arbitrary<Recorded> = fc.record({
  party: fc.nat({ max: SIZE - 1 }),
  outcome: fc.constantFrom<CouncilOutcome>('approved', 'approved', ...COUNCIL_OUTCOMES),
  isOwn: fc.boolean(),
  isConfirmed: fc.boolean(),
});
const anyHistory = fc.array(anyRecorded, { maxLength: 24 });

/** What the rule says, counted by hand from the history: the last decision of the party that counts is an approval. */
function approvesByHand(history: readonly Recorded[], party: number): boolean {
  const last = history.findLast((each) => each.party === party && (each.isOwn || each.isConfirmed));
  return last?.outcome === 'approved' || last?.outcome === 'approvedWithRemark';
}

describe('AP-14 everyone has approved the same hash', () => {
  it('property: concluded if and only if every party has an effective approval of this text', () => {
    fc.assert(
      fc.property(anyHistory, fc.boolean(), (random, startsAgreed) => {
        const history = startsAgreed ? [...everyone, ...random.slice(0, 3)] : random;
        const chain = after(history);
        const lacking = chain.parties.filter((_, party) => !approvesByHand(history, party));
        expect(missing(chain)).toEqual(lacking);
        expect(isConcluded(chain)).toBe(lacking.length === 0);
      }),
    );
  });

  it('property: one missing is never enough, whoever it is and whatever the others do', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat({ max: SIZE - 1 }), (random, absent) => {
        const history = [...random, ...everyone].filter(({ party }) => party !== absent);
        const chain = after(history);
        expect(missing(chain)).toEqual([partyOf(absent)]);
        expect(isConcluded(chain)).toBe(false);
        expect(isConcluded(recorded(chain, yes(absent)))).toBe(true);
      }),
    );
  });

  it('property: the order in which decisions and confirmations are read changes nothing', () => {
    fc.assert(
      fc.property(anyHistory, fc.infiniteStream(fc.nat()), (history, noise) => {
        const chain = after([...everyone, ...history]);
        const shuffle = <Fact>(facts: readonly Fact[]): readonly Fact[] =>
          facts
            .map((fact) => ({ fact, key: noise.next().value ?? 0 }))
            .sort((left, right) => left.key - right.key)
            .map(({ fact }) => fact);
        const shuffled = { ...chain, decisions: shuffle(chain.decisions), confirmations: shuffle(chain.confirmations) };
        expect(missing(shuffled)).toEqual(missing(chain));
        expect(shuffled.parties.map((party) => standing(shuffled, party))).toEqual(
          chain.parties.map((party) => standing(chain, party)),
        );
      }),
    );
  });

  it.each([
    [17, false],
    [18, true],
  ])('%i of 18: concluded is %s', (count, expected) => {
    const chain = Array.from({ length: count }, (_, party) => yes(party)).reduce(recorded, chainOf(18));
    expect(isConcluded(chain)).toBe(expected);
    expect(missing(chain)).toHaveLength(18 - count);
  });

  it('an agreement without parties is never concluded', () => {
    expect(isConcluded(chainOf(0))).toBe(false);
  });
});

describe('AP-2 decisions about another text have no effect', () => {
  it('property: any number of them changes nothing', () => {
    fc.assert(
      fc.property(anyHistory, anyHistory, (history, others) => {
        const chain = after(history);
        const lapsed = after(others).decisions.map((each) => ({
          ...each,
          id: brandId<DecisionId>(`old-${each.id}`),
          version: older,
          isOwn: true,
          supersedes: each.supersedes === null ? null : brandId<DecisionId>(`old-${each.supersedes}`),
        }));
        const both: Chain = { ...chain, decisions: [...lapsed, ...chain.decisions] };
        expect(missing(both)).toEqual(missing(chain));
        expect(both.parties.map((party) => standing(both, party))).toEqual(
          chain.parties.map((party) => standing(chain, party)),
        );
      }),
    );
  });

  it('a new text begins with nobody', () => {
    const agreed = after(everyone);
    const renewed: Chain = { ...agreed, version: older };
    expect(missing(renewed)).toEqual(agreed.parties);
    expect(agreed.decisions.every((decision) => hasLapsed(renewed, decision))).toBe(true);
  });
});

describe('AP-15 a remark approves, a condition does not', () => {
  const approves: Record<CouncilOutcome, boolean> = {
    approved: true,
    approvedWithRemark: true,
    approvedOnCondition: false,
    rejected: false,
    postponed: false,
    referredBack: false,
  };

  it.each(COUNCIL_OUTCOMES.map((outcome) => [outcome, approves[outcome]] as const))('%s: %s', (outcome, expected) => {
    expect(isApproval(outcome)).toBe(expected);
    const chain = after([...everyone, { ...yes(3), outcome }]);
    expect(isConcluded(chain)).toBe(expected);
  });

  it('a remark leaves the text as it is: the decision is on the same hash', () => {
    const chain = after([{ ...yes(0), outcome: 'approvedWithRemark' }]);
    expect(effective(chain, partyOf(0))).toMatchObject({ version, reason: 'Fordi' });
  });
});
