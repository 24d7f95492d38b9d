import { Latencies } from '../statistics';
import { isHeld } from './ladder';

function outcome(given: Partial<Parameters<typeof isHeld>[0]> = {}, ...times: number[]): Parameters<typeof isHeld>[0] {
  const latencies = new Latencies();
  for (const ms of times.length > 0 ? times : [10]) latencies.add(ms);
  return {
    latencies,
    edits: 400,
    undelivered: 0,
    closed: 0,
    closedWith: null,
    lasted: 4_000,
    generatorBusy: 0.5,
    ...given,
  };
}

describe('a step of the ladder', () => {
  it('is held when all was typed and has come in time', () => {
    expect(isHeld(outcome(), 100)).toBe(true);
    expect(isHeld(outcome({}, ...Array<number>(99).fill(250), 9_000), 100)).toBe(true);
  });

  it.each([
    ['more than one of a hundred came too late', outcome({}, ...Array<number>(98).fill(250), 300, 300)],
    ['something never came', outcome({ undelivered: 1 })],
    ['a client was closed', outcome({ closed: 1 })],
    ['it could not be typed as fast', outcome({ lasted: 4_500 })],
  ])('is not held when %s', (_, given) => {
    expect(isHeld(given, 100)).toBe(false);
  });
});
