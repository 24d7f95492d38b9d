import type { Node } from './test-node';
import { raceFreeze } from './test-freeze-race';
import { Progress, soaking } from './test-progress';
import { Stage, type SignedIn } from './test-stage';

process.setMaxListeners(200); // each y-websocket client listens for the end of the process

/** The long form of freeze-race.spec.ts; every fourth race is run on one node. */
const RACES = soaking(200);
const WRITERS = 50;

let stage: Stage;
let nodes: Node[];
let people: SignedIn[];

beforeAll(async () => {
  stage = await Stage.open();
  nodes = [await stage.node(), await stage.node()];
  people = await Promise.all(Array.from({ length: WRITERS }, (_, index) => stage.signIn(`Skriver ${index}`)));
});

afterAll(() => stage.close());

describe('CO-2 freezing and writing cannot pass each other', () => {
  it(
    `${RACES} races: what was acknowledged is in the version, and what was refused is not`,
    async () => {
      const progress = new Progress('races', RACES);
      const sum = { races: RACES, acknowledged: 0, refused: 0, late: 0 };
      for (let number = 1; number <= RACES; number += 1) {
        const race = await raceFreeze(stage, nodes.slice(number % 4 === 0 ? 1 : 0), people);
        expect({ number, faults: race.faults }).toEqual({ number, faults: [] });
        expect(race.refused).toBeGreaterThanOrEqual(WRITERS);
        sum.acknowledged += race.acknowledged;
        sum.refused += race.refused;
        progress.at(number);
      }
      expect(nodes.flatMap(({ troubles }) => troubles)).toEqual([]);
      progress.end(sum);
    },
    60 * 60_000,
  );
});
