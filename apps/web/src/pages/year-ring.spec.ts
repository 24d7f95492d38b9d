import { addDays, localDateOf } from '@enig/kernel';
import fc from 'fast-check';
import { placeAt, radiiOf, shareOf } from './year-ring';

const day = localDateOf;

describe('the ring of the year', () => {
  it('begins at the top and goes with the clock', () => {
    expect(placeAt(0, 1).y).toBeCloseTo(-1);
    expect(placeAt(0.25, 1).x).toBeCloseTo(1);
    expect(placeAt(0.5, 1).y).toBeCloseTo(1);
    expect(placeAt(0.75, 1).x).toBeCloseTo(-1);
  });

  it('has each day at its place, in years of 365 and 366 days', () => {
    expect(shareOf(day('2026-01-01'))).toBe(0);
    expect(shareOf(day('2026-12-31'))).toBeCloseTo(364 / 365);
    expect(shareOf(day('2028-12-31'))).toBeCloseTo(365 / 366);
    expect(shareOf(day('2026-07-02'))).toBeCloseTo(182 / 365);
  });

  it('property: later days stand later, and never outside', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 363 }), (days) => {
        const [one, next] = [addDays(day('2027-01-01'), days), addDays(day('2027-01-01'), days + 1)];
        expect(shareOf(next)).toBeGreaterThan(shareOf(one));
        expect(shareOf(next)).toBeLessThan(1);
      }),
    );
  });

  it('puts what is close further in, and what is far on the rim', () => {
    expect(radiiOf([0.1, 0.1, 0.11, 0.5])).toEqual([0.86, 0.72, 0.58, 0.86]);
    expect(radiiOf([0, 0, 0, 0, 0])).toEqual([0.86, 0.72, 0.58, 0.44, 0.44]);
  });
});
