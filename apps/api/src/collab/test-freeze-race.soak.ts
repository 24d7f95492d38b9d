import type { Node } from './test-node';
import { raceFreeze } from './test-freeze-race';
import { Stage, type SignedIn } from './test-stage';

process.setMaxListeners(200); // each y-websocket client listens for the end of the process

/** The long form of freeze-race.spec.ts; every other race is run over two nodes. */
const RACES = 400;

let stage: Stage;
let nodes: Node[];
let people: SignedIn[];

beforeAll(async () => {
  stage = await Stage.open();
  nodes = [await stage.node(), await stage.node()];
  people = await Promise.all(Array.from({ length: 20 }, (_, index) => stage.signIn(`Skriver ${index}`)));
});

afterAll(() => stage.close());

describe('CO-2 freezing and writing cannot pass each other', () => {
  it(
    `${RACES} races: what was acknowledged is in the version, and what was refused is not`,
    async () => {
      for (let number = 1; number <= RACES; number += 1) {
        const event = number % 4 < 2 ? 'freezeForHearing' : 'freezeForDecision';
        const race = await raceFreeze(stage, nodes.slice(number % 2), people, event);
        expect({ number, faults: race.faults }).toEqual({ number, faults: [] });
        if (number % 20 === 0) process.stderr.write(`${number} of ${RACES}\n`);
      }
      expect(nodes.flatMap(({ troubles }) => troubles)).toEqual([]);
    },
    60 * 60_000,
  );
});
