import type { Node } from './test-node';
import { codes, losesRight, reasons } from './test-revocation';
import { Stage } from './test-stage';

process.setMaxListeners(200); // each y-websocket client listens for the end of the process

const TRIALS = 10;
/** Longest in ms until it is known on another node. Far more than it takes: no clock is measured here but in the bench. */
const WITHIN = 5_000;

let stage: Stage;
let elsewhere: Node;

beforeAll(async () => {
  stage = await Stage.open();
  elsewhere = await stage.node();
});

afterAll(() => stage.close());

describe('CO-11 a right that ends elsewhere ends here', () => {
  it.each(
    Array.from({ length: TRIALS }, (_, index) => [index + 1, reasons[index % reasons.length] ?? 'freezing'] as const),
  )('trial %i, by %s', async (_, reason) => {
    const { ms, after } = await losesRight(stage, elsewhere, reason);
    expect(ms).toBeLessThan(WITHIN);
    expect(after).toEqual({ saved: false, kept: true, told: [codes[reason]] });
  });

  it('and nothing goes wrong on the way', () => {
    expect(elsewhere.troubles).toEqual([]);
  });
});
