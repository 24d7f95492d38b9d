import fc from 'fast-check';
import { effective, type Chain } from './chain';
import { chainState } from './exits';
import { isApproval } from './outcome';
import { isConcluded, missing, standing } from './standing';
import { history, tangle, type Attempt } from './test-attempts';
import { begin, tried, type World } from './test-histories';

const RUNS = { numRuns: 10_000 };

describe('AP-14, AP-25 property: over 10,000 random histories', () => {
  it('nothing is concluded without everyone’s approval of one hash, nothing concluded comes undone, no fact is lost', () => {
    let concluded = 0;
    fc.assert(
      fc.property(history, ({ waits, attempts }) => {
        const world = lived(waits, attempts);
        mustHoldAll(world);
        concluded += world.wasConcluded ? 1 : 0;
      }),
      RUNS,
    );
    // Otherwise nothing was tried.
    expect(concluded).toBeGreaterThan(RUNS.numRuns / 50);
  }, 120_000);

  it('AP-18, AP-24 nobody is two people, and no approval goes because another body is to decide', () => {
    fc.assert(
      fc.property(tangle, ({ waits, attempts }) => mustHoldAll(lived(waits, attempts))),
      { numRuns: 3_000 },
    );
  }, 120_000);

  it('in whatever order the facts are read, they say the same', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), ({ waits, attempts }, order) => {
        const { chain } = attempts.reduce(tried, begin(waits));
        const shuffle = <One>(all: readonly One[]): One[] =>
          all
            .map((one) => ({ one, at: order.next().value ?? 0 }))
            .toSorted((one, other) => one.at - other.at)
            .map(({ one }) => one);
        const mixed: Chain = {
          ...chain,
          decisions: shuffle(chain.decisions),
          confirmations: shuffle(chain.confirmations),
        };
        if (missing(mixed).join() !== missing(chain).join()) throw new Error('others are missing');
        for (const each of chain.parties)
          if (standing(mixed, each) !== standing(chain, each)) throw new Error('a party stands otherwise');
      }),
    );
  }, 120_000);
});

/** The world after all that was tried, looked at after each thing that was not refused. */
function lived(waits: boolean, attempts: readonly Attempt[]): World {
  let world = begin(waits);
  for (const one of attempts) {
    const before = world;
    world = tried(world, one);
    // Most attempts are refused, and leave everything as it was.
    if (world === before) continue;
    const { chain, said } = world;
    const all = chain.parties.every((each) => {
      const last = said.get(each);
      return last !== undefined && isApproval(last);
    });
    if (isConcluded(chain) !== all) throw new Error(`concluded: ${isConcluded(chain)}, unanimous: ${all}`);
    if (world.wasConcluded && !all) throw new Error('an approval was taken away after the conclusion');
    if (all && !chain.parties.every((each) => effective(chain, each)?.version === chain.version))
      throw new Error('approvals of several texts were counted together');
    if ((chainState(chain).state === 'concluded') !== all) throw new Error('the state says otherwise');
  }
  return world;
}

/** Every fact there ever was is there still, word for word, and nothing else. */
function mustHoldAll({ chain, written }: World): void {
  const facts = [...chain.decisions, ...chain.confirmations].map((fact) => JSON.stringify(fact));
  if (facts.toSorted().join() !== written.toSorted().join()) throw new Error('a fact was lost or altered');
  const ids = new Set(chain.decisions.map(({ id }) => id));
  if (ids.size !== chain.decisions.length) throw new Error('two decisions are called the same');
}
