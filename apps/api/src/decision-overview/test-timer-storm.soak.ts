import { Progress, soaking } from '../collab/test-progress';
import { TimerStorm } from './test-timer-storm';

/** The long form of timer-storm.spec.ts. */
const TIMERS = soaking(12_000);
/** In one storm: as many as keep eight workers busy while forty of them are killed. */
const AT_ONCE = 2_000;

let storm: TimerStorm;

beforeAll(async () => {
  storm = await TimerStorm.open();
}, 120_000);

afterAll(() => storm.close());

describe('AP-33 each reminder has one effect in the database, whatever happens to those who send it', () => {
  it(
    `${TIMERS} overdue timers, workers killed at random, the database stopped hard again and again`,
    async () => {
      const progress = new Progress('timers', TIMERS);
      const sum = { timers: 0, killed: 0, crashes: 0 };
      while (sum.timers < TIMERS) {
        const timers = Math.min(AT_ONCE, TIMERS - sum.timers);
        const { effects, distinct, left, killed, crashes } = await storm.blow(timers, 40, 3);
        expect({ effects, distinct, left }).toEqual({ effects: timers, distinct: timers, left: 0 });
        sum.timers += timers;
        sum.killed += killed;
        sum.crashes += crashes;
        progress.at(sum.timers);
      }
      progress.end(sum);
    },
    4 * 60 * 60_000,
  );
});
