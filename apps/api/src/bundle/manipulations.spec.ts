import { Bench, type Outcome } from './test-laying-hands';
import { KINDS } from './test-manipulations';

/** Of each kind, on a case and on a log; test-manipulations.soak.ts does a thousand. */
const EACH = 5;

let bench: Bench;

beforeAll(async () => {
  bench = await Bench.set();
}, 240_000);

afterAll(() => bench.clear());

function expectFound({ what, at, found, without }: Outcome): void {
  // Such a log is as it once was, or as it might have been: only somebody else's receipt says otherwise.
  if (without) expect([what, without.code, without.out]).toEqual([what, 0, expect.stringMatching(/^I ORDEN/u)]);
  expect([what, found.code, found.first]).toEqual([what, 1, expect.stringContaining(at)]);
}

describe('LO-5 what is done to a case is found, and the first bad entry named', () => {
  it.each(KINDS)('LO-5 %s', async (kind) => {
    for (let seed = 0; seed < EACH; seed += 1) expectFound(await bench.onCase(kind, seed));
  });
});

describe('LO-5 what is done to a log by who owns the database is found, and the first bad entry named', () => {
  it('LO-5 and nothing where nothing was done', async () => {
    const { code, out } = await bench.audit();
    expect([code, out]).toEqual([0, expect.stringContaining('I ORDEN')]);
  });

  it.each(KINDS)('LO-5 %s', async (kind) => {
    for (let seed = 0; seed < EACH; seed += 1) expectFound(await bench.onLog(kind, seed));
  });
});
