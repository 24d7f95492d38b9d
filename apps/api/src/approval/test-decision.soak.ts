import { Progress, soaking } from '../collab/test-progress';
import { DecisionArena, type Turn } from './test-decision-races';

/** The long form of decision-races.spec.ts. */
const DECISIONS = soaking(1_000);
const TURNS: readonly Turn[] = ['someRefuse', 'isPutAgain', 'someRefuse'];

let arena: DecisionArena;

beforeAll(async () => {
  arena = await DecisionArena.open();
}, 120_000);

afterAll(() => arena.close());

describe('AP-12, AP-14 those who record at the same moment', () => {
  it(
    `${DECISIONS} racing decisions over many texts: one effective per party and text, concluded once at the end`,
    async () => {
      const progress = new Progress('decisions', DECISIONS);
      const sum = { texts: 0, pressed: 0, recorded: 0 };
      while (sum.pressed < DECISIONS) {
        const { faults, ...race } = await arena.race(TURNS[sum.texts % TURNS.length] ?? 'someRefuse');
        expect({ text: sum.texts, faults }).toEqual({ text: sum.texts, faults: [] });
        sum.texts += 1;
        sum.pressed += race.pressed;
        sum.recorded += race.recorded;
        await arena.putAgain();
        progress.at(Math.min(sum.pressed, DECISIONS));
      }
      expect((await arena.race('allApprove')).faults).toEqual([]);
      expect((await arena.view()).head.state).toBe('concluded');
      progress.end(sum);
    },
    60 * 60_000,
  );
});
