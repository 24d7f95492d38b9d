import { flushesInWords, flushTimes } from './disk';

describe('the disk', () => {
  it('is asked how long it takes to flush', async () => {
    const times = await flushTimes(100);
    expect(times.count).toBeGreaterThan(0);
    expect(times.percentile(0.5)).toBeGreaterThan(0);
    expect(flushesInWords(times)).toMatch(
      /^a flush of the disk takes [\d.]+ ms, 1 of 100 [\d.]+ ms and more, the slowest/,
    );
  });
});
