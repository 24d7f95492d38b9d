import { Allowance } from './allowance';

describe('CO-23 an allowance', () => {
  it('lets a burst through, then what it fills up with, and forgets no more than a burst', () => {
    const allowance = new Allowance({ atOnce: 10, perSecond: 5 }, 0);
    expect(Array.from({ length: 11 }, () => allowance.take(1, 0)).filter(Boolean)).toHaveLength(10);
    expect([allowance.take(1, 100), allowance.take(1, 200), allowance.take(1, 210)]).toEqual([false, true, false]);
    expect([allowance.take(10, 60_000), allowance.take(1, 60_000)]).toEqual([true, false]);
  });

  it('is not filled by a clock that goes back', () => {
    const allowance = new Allowance({ atOnce: 1, perSecond: 1 }, 5_000);
    allowance.take(1, 5_000);
    expect([allowance.take(1, 1_000), allowance.take(1, 1_500)]).toEqual([false, false]);
    expect(allowance.take(1, 2_500)).toBe(true);
  });
});
