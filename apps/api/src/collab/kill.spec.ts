import { chanceFrom } from '@enig/collab/testing';
import { Killings } from './test-kills';
import { OwnPostgres } from './test-own-postgres';
import { seedOf } from './test-seed';
import { Stage } from './test-stage';

process.setMaxListeners(200); // each y-websocket client listens for the end of the process

/** As often as the issue asks for in every test run; `npm run soak` does more. */
const KILLS = 10;
const CRASHES = 3;

let postgres: OwnPostgres;
let stage: Stage;

beforeAll(async () => {
  postgres = await OwnPostgres.start();
  stage = await Stage.openIn(postgres.url);
}, 60_000);

afterAll(async () => {
  await stage.close().finally(() => postgres.stop());
});

describe('CO-1 nothing is lost that was acknowledged, or seen by anybody else', () => {
  it(`in ${KILLS} times kill -9 of a node and ${CRASHES} immediate stops of PostgreSQL`, async () => {
    const killings = await Killings.begin(stage, postgres, chanceFrom(seedOf('kills')));
    expect(await killings.all({ kills: KILLS, crashes: CRASHES })).toEqual([]);
    expect(killings.acknowledged).toBeGreaterThan(KILLS * 20 + CRASHES * 40);
    expect(killings.seen).toBeGreaterThan(KILLS * 20 + CRASHES * 40);
    expect(killings.interrupted).toBeGreaterThan((KILLS + CRASHES) / 2);
  }, 600_000);
});
