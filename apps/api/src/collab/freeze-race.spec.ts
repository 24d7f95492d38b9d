import { execFileSync } from 'node:child_process';
import { raceFreeze, type StoredVersion } from './test-freeze-race';
import type { Node } from './test-node';
import { Stage, type SignedIn } from './test-stage';

process.setMaxListeners(200); // each y-websocket client listens for the end of the process

/** As often as the issue asks for in every test run, with as many who write; `npm run soak` does it 200 times. */
const RACES = 20;
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
  let latest: StoredVersion;

  it.each(Array.from({ length: RACES }, (_, index) => index + 1))(
    'race %i: what was acknowledged is in the version, what was refused is not, and nothing comes after it',
    async () => {
      const race = await raceFreeze(stage, nodes, people);
      expect(race.faults).toEqual([]);
      expect(race.acknowledged).toBeGreaterThan(50);
      expect(race.refused).toBeGreaterThanOrEqual(WRITERS);
      latest = race.version;
    },
    60_000,
  );

  it('nor on one node, in the same moment for all', async () => {
    const race = await raceFreeze(stage, nodes.slice(1), people);
    expect(race.faults).toEqual([]);
  });

  it('gives hashes that the program sha256sum gives for the same bytes', () => {
    const sum = (bytes: Buffer) => execFileSync('sha256sum', { input: bytes }).toString().split(' ')[0];
    expect(sum(latest.manifest)).toBe(latest.hash);
    for (const { content, sha256 } of latest.texts) expect(sum(content)).toBe(sha256);
  });

  it('had no trouble on the way', () => {
    expect(nodes.flatMap(({ troubles }) => troubles)).toEqual([]);
  });
});
