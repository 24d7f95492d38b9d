import { Pace } from './pace';

/** A second of commits, 50 of them, each with so many deliveries. @returns the window after it. */
function windowAfter(deliveriesPerSecond: number): number {
  const pace = new Pace();
  let now = 10_000;
  for (let commit = 0; commit < 250; commit += 1, now += 20) pace.counted(deliveriesPerSecond / 50, now);
  return pace.windowAt(now);
}

describe('CO-1 how long edits wait for company', () => {
  it.each([
    ['one who writes alone', 0, 0, 0],
    ['50 who read and 30 of them typing', 30 * 4 * 49, 0, 0],
    ['500 who read and a few of them typing', 20 * 499, 0, 3],
    ['200 who read and 60 of them typing', 60 * 4 * 199, 20, 20],
    ['500 who read and 60 of them typing', 60 * 4 * 499, 20, 20],
  ])('%s', (_, deliveries, least, most) => {
    const window = windowAfter(deliveries);
    expect(window).toBeGreaterThanOrEqual(least);
    expect(window).toBeLessThanOrEqual(most);
  });

  it('grows with what is delivered, and is gone some seconds after it', () => {
    const windows = [8_000, 16_000, 24_000, 32_000, 40_000].map(windowAfter);
    expect(windows).toEqual([...windows].sort((one, other) => one - other));
    const pace = new Pace();
    pace.counted(100_000, 1_000);
    expect(pace.windowAt(1_000)).toBe(20);
    expect(pace.windowAt(4_000)).toBe(0);
  });
});
