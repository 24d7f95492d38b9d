import { DecisionArena, type Turn } from './test-decision-races';

/** As many as the issue asks for in every test run; `npm run soak` does 1,000. */
const DECISIONS = 200;
const TURNS: readonly Turn[] = ['someRefuse', 'isPutAgain', 'someRefuse'];

let arena: DecisionArena;

beforeAll(async () => {
  arena = await DecisionArena.open();
}, 120_000);

afterAll(() => arena.close());

describe('AP-12, AP-14 those who record at the same moment', () => {
  it(`${DECISIONS} racing decisions: one effective per party and text, the log whole, concluded once`, async () => {
    let pressed = 0;
    let recorded = 0;
    for (let turn = 0; pressed < DECISIONS; turn += 1) {
      const { faults, ...race } = await arena.race(TURNS[turn % TURNS.length] ?? 'someRefuse');
      expect(faults).toEqual([]);
      pressed += race.pressed;
      recorded += race.recorded;
      await arena.putAgain();
    }
    const { faults } = await arena.race('allApprove');
    expect(faults).toEqual([]);
    expect((await arena.view()).head.state).toBe('concluded');
    // Otherwise nothing was raced.
    expect(recorded).toBeGreaterThan(arena.parties.length);
    expect(recorded).toBeLessThan(pressed);
  }, 600_000);
});
