import { TimerStorm } from './test-timer-storm';

let storm: TimerStorm;

beforeAll(async () => {
  storm = await TimerStorm.open();
}, 120_000);

afterAll(() => storm.close());

describe('AP-33 each reminder has one effect in the database, whatever happens to those who send it', () => {
  it('200 overdue timers, workers killed at random, the database stopped hard', async () => {
    expect(await storm.blow(200, 5)).toEqual({
      ...{ timers: 200, effects: 200, distinct: 200, left: 0, killed: 5, crashes: 1 },
    });
  }, 300_000);
});
