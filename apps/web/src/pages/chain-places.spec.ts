import { BOX, chainPlaces } from './chain-places';

const inARow = (count: number) => Array.from({ length: count }, (_, at) => ({ column: at + 1, row: 1 }));

describe('the picture of a chain fits a page', () => {
  it.each([
    [1, 1],
    [4, 4],
    [5, 3],
    [6, 3],
    [7, 4],
    [9, 3],
  ])('%i steps stand %i beside each other', (count, beside) => {
    const steps = inARow(count);
    const places = chainPlaces(steps);
    expect(places.beside).toBe(beside);
    for (const step of steps) {
      const { x, y } = places.cornerOf(step);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + BOX.width).toBeLessThanOrEqual(places.width);
      expect(y + BOX.height).toBeLessThanOrEqual(places.height);
    }
  });

  it('what goes on below stands under all that is above, also what is taken in parallel', () => {
    const parallel = [...inARow(5), { column: 2, row: 2 }];
    const { cornerOf } = chainPlaces(parallel);
    expect(cornerOf({ column: 4, row: 1 }).y).toBeGreaterThan(cornerOf({ column: 2, row: 2 }).y + BOX.height);
    expect(cornerOf({ column: 4, row: 1 }).x).toBe(cornerOf({ column: 1, row: 1 }).x);
  });

  it('a line runs straight to the right, and around to what goes on below, through no box', () => {
    const { cornerOf, lineBetween, width } = chainPlaces(inARow(7));
    expect(lineBetween({ column: 1, row: 1 }, { column: 2, row: 1 })).toHaveLength(2);
    const turned = lineBetween({ column: 4, row: 1 }, { column: 5, row: 1 });
    expect(turned).toHaveLength(6);
    expect(turned.at(-1)).toEqual({ x: cornerOf({ column: 5, row: 1 }).x, y: expect.any(Number) });
    expect(turned.every(({ x }) => x >= 0 && x <= width)).toBe(true);
    const across = turned[2]?.y ?? 0;
    expect(across).toBeGreaterThan(cornerOf({ column: 4, row: 1 }).y + BOX.height);
    expect(across).toBeLessThan(cornerOf({ column: 5, row: 1 }).y);
  });
});
