import { chanceFrom } from '@enig/collab/testing';
import { convergeMany, type Meeting } from './test-convergence-many';
import { LossyNodes } from './test-lossy-nodes';
import { Partitions } from './test-partitions';
import { seedOf } from './test-seed';
import { Stage } from './test-stage';

process.setMaxListeners(200); // each y-websocket client listens for the end of the process

/** As often as the issue asks for in every test run; `npm run soak` does it 2,000 and 100 times. */
const SEEDS = 200;
const SEEDS_WITH_PROCESSES = 10;

let stage: Stage;
let nodes: LossyNodes;
let meeting: Meeting;

describe('CO-14 however the network breaks, log, memory, clients and export are one text', () => {
  const seed = seedOf('convergence');

  beforeAll(async () => {
    stage = await Stage.open();
    nodes = new LossyNodes(stage.url, chanceFrom(seed));
    meeting = { stage, nodes, seed };
  });

  afterAll(async () => {
    await nodes.close();
    await stage.close();
  });

  it(`with ${SEEDS} seeds`, async () => {
    const { faults, updates } = await convergeMany(meeting, SEEDS);
    expect(faults).toEqual([]);
    expect(updates).toBeGreaterThan(SEEDS * 10);
    expect(nodes.troubles).toEqual([]);
  }, 600_000);

  it(`with ${SEEDS_WITH_PROCESSES} seeds, stock clients, two processes, kills and partitions`, async () => {
    const partitions = await Partitions.open(stage);
    try {
      for (let own = seed; own < seed + SEEDS_WITH_PROCESSES; own += 1)
        expect({ seed: own, faults: await partitions.run(own) }).toEqual({ seed: own, faults: [] });
    } finally {
      await partitions.close();
    }
  }, 600_000);
});
