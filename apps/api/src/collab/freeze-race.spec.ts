import { execFileSync } from 'node:child_process';
import { raceFreeze, type StoredVersion } from './test-freeze-race';
import type { Node } from './test-node';
import { Stage, type SignedIn } from './test-stage';

process.setMaxListeners(200); // each y-websocket client listens for the end of the process

/** As often as the issue asks for in every test run; `npm run soak` does it 400 times. */
const RACES = 40;

let stage: Stage;
let node: Node;
let people: SignedIn[];

beforeAll(async () => {
  stage = await Stage.open();
  node = await stage.node();
  people = await Promise.all(Array.from({ length: 20 }, (_, index) => stage.signIn(`Skriver ${index}`)));
});

afterAll(() => stage.close());

describe('CO-2 freezing and writing cannot pass each other', () => {
  let latest: StoredVersion;

  it.each(Array.from({ length: RACES }, (_, index) => index + 1))(
    'race %i: what was acknowledged is in the version, what was refused is not, and nothing is in between',
    async (number) => {
      const race = await raceFreeze(stage, [node], people, number % 2 ? 'freezeForHearing' : 'freezeForDecision');
      expect(race.faults).toEqual([]);
      expect(race.acknowledged).toBeGreaterThan(50);
      expect(race.refused).toBeGreaterThanOrEqual(20);
      latest = race.version;
    },
    60_000,
  );

  it('nor over two nodes', async () => {
    const nodes = [node, await stage.node()];
    for (const event of ['freezeForHearing', 'freezeForDecision'] as const) {
      const race = await raceFreeze(stage, nodes, people, event);
      expect(race.faults).toEqual([]);
    }
    expect(nodes.flatMap(({ troubles }) => troubles)).toEqual([]);
  });

  it('gives hashes that the program sha256sum gives for the same bytes', () => {
    const sum = (bytes: Buffer) => execFileSync('sha256sum', { input: bytes }).toString().split(' ')[0];
    expect(sum(latest.manifest)).toBe(latest.hash);
    for (const { content, sha256 } of latest.texts) expect(sum(content)).toBe(sha256);
  });

  it('had no trouble on the way', () => {
    expect(node.troubles).toEqual([]);
  });
});
