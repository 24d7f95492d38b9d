import * as fc from 'fast-check';
import { climb, type Found, type Slope } from './climb';

const SLOPE: Slope = { from: 60, lowest: 15, highest: 3_840, factor: 2 };

/** A system that holds up to so many a second, but for those tries (from 0) that go wrong by accident. */
async function climbOf(capacity: number, slope: Partial<Slope> = {}, accidents: readonly number[] = []) {
  const tried: number[] = [];
  const found = await climb(
    async (rate) => {
      tried.push(rate);
      return rate <= capacity && !accidents.includes(tried.length - 1);
    },
    { ...SLOPE, ...slope },
  );
  return { ...found, tried };
}

const NONE: Found = { held: 0, notHeld: 15 };
const ALL: Found = { held: 3_840, notHeld: Number.POSITIVE_INFINITY };

describe('a climb to the highest rate that is held', () => {
  it('doubles, and halves what lies between', async () => {
    const { tried, held, notHeld } = await climbOf(300);
    expect(tried).toEqual([60, 120, 240, 480, 480, 339, 285, 311]);
    expect({ held, notHeld }).toEqual({ held: 285, notHeld: 311 });
  });

  it('finds it to within a tenth, wherever it begins, in at most a dozen steps', async () => {
    const slopes = fc.record({ from: fc.integer({ min: 1, max: 5_000 }), factor: fc.constantFrom(1.2, 2) });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 15, max: 3_839 }), slopes, async (capacity, slope) => {
        const { held, notHeld, tried } = await climbOf(capacity, slope);
        expect(held).toBeLessThanOrEqual(capacity);
        expect(notHeld).toBeGreaterThan(capacity);
        expect(notHeld / held <= 1.1 || notHeld === held + 1).toBe(true);
        expect(Math.min(...tried)).toBeGreaterThanOrEqual(15);
        if (slope.from === 60) expect(tried.length).toBeLessThanOrEqual(12);
      }),
    );
  });

  it('takes few steps from where it was the last time', async () => {
    expect((await climbOf(300, { from: 285, factor: 1.2 })).tried).toEqual([285, 342, 342, 312]);
    expect((await climbOf(260, { from: 285, factor: 1.2 })).tried).toEqual([285, 285, 238, 260]);
  });

  it('says 0 when even the lowest is not held, and has no end when the highest is', async () => {
    expect(await climbOf(14)).toMatchObject(NONE);
    expect(await climbOf(100_000)).toMatchObject(ALL);
  });

  it('is not misled by one accident on the way up', async () => {
    for (let at = 0; at < 4; at += 1) expect(await climbOf(300, {}, [at])).toMatchObject({ held: 285 });
  });
});
