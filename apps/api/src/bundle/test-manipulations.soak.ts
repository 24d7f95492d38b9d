import { Progress, soaking } from '../collab/test-progress';
import { Bench } from './test-laying-hands';
import { KINDS } from './test-manipulations';

/** The long form of manipulations.spec.ts: a thousand in all, half of them on cases and half on logs. */
const EACH = soaking(84);

let bench: Bench;

beforeAll(async () => {
  bench = await Bench.set();
}, 120_000);

afterAll(() => bench.clear());

describe('LO-5 what is done to a case or a log is found, and the first bad entry named', () => {
  it(
    `${EACH} of each kind, on cases and on logs`,
    async () => {
      const progress = new Progress('manipulations', EACH * KINDS.length * 2);
      let done = 0;
      for (let seed = 0; seed < EACH; seed += 1)
        for (const kind of KINDS)
          for (const { what, at, found, without } of [await bench.onCase(kind, seed), await bench.onLog(kind, seed)]) {
            if (without) expect([kind, seed, what, without.code]).toEqual([kind, seed, what, 0]);
            expect([kind, seed, what, found.code, found.first]).toEqual([
              kind,
              seed,
              what,
              1,
              expect.stringContaining(at),
            ]);
            progress.at((done += 1));
          }
    },
    60 * 60_000,
  );
});
