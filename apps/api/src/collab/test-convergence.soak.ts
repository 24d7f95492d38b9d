import { chanceFrom } from '@enig/collab/testing';
import { convergeMany } from './test-convergence-many';
import { LossyNodes } from './test-lossy-nodes';
import { Partitions } from './test-partitions';
import { Progress, soaking } from './test-progress';
import { seedOf } from './test-seed';
import { Stage } from './test-stage';

/** The long form of convergence.spec.ts. */
const SEEDS = soaking(2_000);
const SEEDS_WITH_PROCESSES = soaking(100);

process.setMaxListeners(400); // each y-websocket client listens for the end of the process

describe('CO-14 however the network breaks, log, memory, clients and export are one text', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open();
  });

  afterAll(() => stage.close());

  it(
    `with ${SEEDS} seeds`,
    async () => {
      const seed = seedOf('convergence');
      const nodes = new LossyNodes(stage.url, chanceFrom(seed));
      const progress = new Progress('convergence', SEEDS);
      const { faults, updates } = await convergeMany({ stage, nodes, seed }, SEEDS, (done) => progress.at(done));
      expect(faults).toEqual([]);
      expect(updates).toBeGreaterThan(SEEDS * 10);
      expect(nodes.troubles).toEqual([]);
      progress.end({ seeds: SEEDS, updates, differences: faults.length });
      await nodes.close();
    },
    60 * 60_000,
  );

  it(
    `with ${SEEDS_WITH_PROCESSES} seeds, stock clients, two processes, kills and partitions`,
    async () => {
      const seed = seedOf('partitions');
      const progress = new Progress('partitions', SEEDS_WITH_PROCESSES);
      const partitions = await Partitions.open(stage);
      try {
        for (let done = 0; done < SEEDS_WITH_PROCESSES; progress.at((done += 1)))
          expect({ seed: seed + done, faults: await partitions.run(seed + done) }).toEqual({
            seed: seed + done,
            faults: [],
          });
      } finally {
        await partitions.close();
      }
      progress.end({ seeds: SEEDS_WITH_PROCESSES, differences: 0 });
    },
    60 * 60_000,
  );
});
