import { DeadlineArena } from './test-deadline';

/** As many as the issue asks for in every test run; `npm run soak` does 10,000. */
const SUBMISSIONS = 200;

let arena: DeadlineArena;
/** What workers had done before: the demo's own past. */
let before: unknown;

beforeAll(async () => {
  arena = await DeadlineArena.open();
  before = await doneByWorkers();
}, 120_000);

afterAll(() => arena.close());

describe('HE-7 a response is on time or late by the database’s clock, with no worker running', () => {
  it(`${SUBMISSIONS} sent while deadlines pass, are extended, and rounds end: one receipt each, by whoever presses`, async () => {
    const sum = { submissions: 0, onTime: 0, late: 0 };
    while (sum.submissions < SUBMISSIONS) {
      const { faults, ...race } = await arena.race();
      expect(faults).toEqual([]);
      expect(race.submissions).toBe(arena.councils.length);
      sum.submissions += race.submissions;
      sum.onTime += race.onTime;
      sum.late += race.late;
    }
    // Otherwise nothing was raced.
    expect(sum.onTime).toBeGreaterThan(SUBMISSIONS / 20);
    expect(sum.late).toBeGreaterThan(SUBMISSIONS / 20);
  }, 600_000);

  it('nothing has been sent or done by a worker meanwhile: all of it waits', async () => {
    expect(await doneByWorkers()).toEqual(before);
    const [row] = await arena.app.source.query<{ waiting: number }[]>(
      `SELECT count(*)::int AS waiting FROM letter WHERE kind = 'receipt' AND sent_at IS NULL`,
    );
    expect(row?.waiting).toBeGreaterThanOrEqual(SUBMISSIONS);
  });
});

/** How many letters have left, and how many timers have fired. */
async function doneByWorkers(): Promise<unknown> {
  return arena.app.source.query(
    `SELECT (SELECT count(*)::int FROM letter WHERE sent_at IS NOT NULL) AS letters,
      (SELECT count(*)::int FROM timer WHERE fired_at IS NOT NULL) AS timers`,
  );
}
