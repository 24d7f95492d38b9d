import { chanceFrom } from '@enig/collab/testing';
import { honestTraffic } from './test-honest-traffic';
import { Progress, soaking } from './test-progress';
import { seedOf } from './test-seed';
import { Siege } from './test-siege';
import { Stage } from './test-stage';

process.setMaxListeners(400); // each y-websocket client listens for the end of the process

/** Each text gets so many hostile frames and so many honest ones. */
const IN_ONE_TEXT = 5_000;
/** The long form of hostile.spec.ts: 50,000 frames. */
const TEXTS = soaking(10);
const FRAMES = TEXTS * IN_ONE_TEXT;

describe('CO-16 CO-21 what hostile clients send harms nobody, and what honest ones send is never refused', () => {
  it(
    `of ${FRAMES} frames each`,
    async () => {
      const chance = chanceFrom(seedOf('hostile and honest frames'));
      const stage = await Stage.open();
      const nodes = [await stage.node(), await stage.node()] as const;
      const progress = new Progress('hostile and honest frames', FRAMES);
      const sum = {
        'hostile frames': 0,
        'honest edits among them': 0,
        'honest frames': 0,
        reloads: 0,
        'times away': 0,
      };
      for (let text = 1; text <= TEXTS; text += 1) {
        const siege = await Siege.begin(stage, nodes[0], chance);
        while (siege.sent < IN_ONE_TEXT) expect(await siege.batch()).toEqual([]);
        expect(await siege.rush()).toEqual([]);
        expect(await siege.crowd()).toEqual([]);
        expect(await siege.freeze()).toMatch(/^[0-9a-f]{64}$/);
        const honest = await honestTraffic(stage, nodes, IN_ONE_TEXT, chance);
        expect(honest.faults).toEqual([]);
        stage.leaveAll();
        sum['hostile frames'] += siege.sent;
        sum['honest edits among them'] += siege.said;
        sum['honest frames'] += honest.acknowledged;
        sum.reloads += honest.did.reloads;
        sum['times away'] += honest.did.timesAway;
        progress.at(text * IN_ONE_TEXT);
      }
      expect(nodes.flatMap(({ troubles }) => troubles)).toEqual([]);
      progress.end(sum);
      await stage.close();
    },
    4 * 60 * 60_000,
  );
});
