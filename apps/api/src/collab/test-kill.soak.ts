import { chanceFrom } from '@enig/collab/testing';
import { Killings } from './test-kills';
import { OwnPostgres } from './test-own-postgres';
import { Progress, soaking } from './test-progress';
import { seedOf } from './test-seed';
import { Stage } from './test-stage';

process.setMaxListeners(400); // each y-websocket client listens for the end of the process

/** A text that all of it went into would be longer than any agreement has. */
const IN_ONE_TEXT = { kills: 10, crashes: 2 };
/** The long form of kill.spec.ts: 100 kills and 20 immediate stops. */
const ROUNDS = soaking(10);
const [KILLS, CRASHES] = [ROUNDS * IN_ONE_TEXT.kills, ROUNDS * IN_ONE_TEXT.crashes];

describe('CO-1 nothing is lost that was acknowledged, or seen by anybody else', () => {
  it(
    `in ${KILLS} times kill -9 of a node and ${CRASHES} immediate stops of PostgreSQL`,
    async () => {
      const chance = chanceFrom(seedOf('kills'));
      const postgres = await OwnPostgres.start();
      const stage = await Stage.openIn(postgres.url);
      const progress = new Progress('rounds of kills', ROUNDS);
      const sum = { kills: KILLS, 'stops of PostgreSQL': CRASHES, 'edits acknowledged': 0, 'edits seen': 0, lost: 0 };
      try {
        for (let round = 1; round <= ROUNDS; round += 1) {
          const killings = await Killings.begin(stage, postgres, chance);
          expect({ round, faults: await killings.all(IN_ONE_TEXT) }).toEqual({ round, faults: [] });
          sum['edits acknowledged'] += killings.acknowledged;
          sum['edits seen'] += killings.seen;
          progress.at(round);
        }
        progress.end(sum);
      } finally {
        await stage.close();
        await postgres.stop();
      }
    },
    4 * 60 * 60_000,
  );
});
