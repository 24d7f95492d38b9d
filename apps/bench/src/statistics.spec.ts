import { Latencies, median } from './statistics';

describe('percentiles', () => {
  it('are nearest ranks, to 0.05 ms', () => {
    const latencies = new Latencies();
    for (let ms = 100; ms >= 1; ms -= 1) latencies.add(ms);
    expect([0.5, 0.99, 1].map((share) => latencies.percentile(share))).toEqual([50, 99, 100]);
    latencies.add(0.07);
    expect(latencies.percentile(0)).toBeCloseTo(0.05);
    expect(latencies.count).toBe(101);
  });

  it('count what takes longer than a minute as a minute', () => {
    const latencies = new Latencies();
    latencies.add(1e9);
    expect(latencies.percentile(0.5)).toBe(60_000);
  });

  it('count what never came as slower than any', () => {
    const latencies = new Latencies();
    for (let ms = 1; ms <= 98; ms += 1) latencies.add(ms);
    expect(latencies.percentile(0.5, 2)).toBe(50);
    expect(latencies.percentile(0.99, 2)).toBe(Number.POSITIVE_INFINITY);
    expect(latencies.percentile(0.99)).toBe(98);
  });

  it('of nothing are no number', () => {
    expect(new Latencies().percentile(0.5)).toBeNaN();
  });
});

describe('the median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[7], 7],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('of nothing is no number', () => {
    expect(median([])).toBeNaN();
  });

  it('is no number where one is none', () => {
    expect(median([1, Number.NaN, 2])).toBeNaN();
  });
});
