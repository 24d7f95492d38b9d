import { Progress, soaking } from '../collab/test-progress';
import { DeadlineArena } from './test-deadline';

/** The long form of deadline-races.spec.ts. */
const SUBMISSIONS = soaking(10_000);

let arena: DeadlineArena;

beforeAll(async () => {
  arena = await DeadlineArena.open();
}, 60_000);

afterAll(() => arena.close());

describe('HE-7 a response is on time or late by the database’s clock, with no worker running', () => {
  it(
    `${SUBMISSIONS} submissions over many rounds: one receipt each, on time or late as it should be`,
    async () => {
      const progress = new Progress('submissions', SUBMISSIONS);
      const sum = { rounds: 0, submissions: 0, onTime: 0, late: 0 };
      while (sum.submissions < SUBMISSIONS) {
        const { faults, ...race } = await arena.race();
        expect({ round: sum.rounds, faults }).toEqual({ round: sum.rounds, faults: [] });
        sum.rounds += 1;
        sum.submissions += race.submissions;
        sum.onTime += race.onTime;
        sum.late += race.late;
        progress.at(Math.min(sum.submissions, SUBMISSIONS));
      }
      expect(Math.min(sum.onTime, sum.late)).toBeGreaterThan(0);
      progress.end(sum);
    },
    4 * 60 * 60_000,
  );
});
