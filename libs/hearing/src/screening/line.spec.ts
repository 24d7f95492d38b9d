import { lineAt } from './line';

describe('HE-46 a place is told of by its line', () => {
  it.each([
    [0, 1],
    [3, 1],
    [7, 2],
    [10, 2],
  ])('what begins at %i stands in line %i', (start, line) => {
    expect(lineAt('Et to\n\nTre fire', start)).toBe(line);
  });
});
