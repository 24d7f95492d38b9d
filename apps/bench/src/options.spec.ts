import { readOptions } from './options';

const read = (...args: string[]) => readOptions(args, ['crowd-50', 'cold']);

describe('the command line of the benchmark', () => {
  it('runs everything in three rounds when it says nothing', () => {
    expect(read()).toEqual({ only: [], rounds: 3, quick: false });
    expect(read('--no-build')).toEqual({ only: [], rounds: 3, quick: false });
  });

  it('takes scenarios, rounds and haste', () => {
    expect(read('--only', 'cold', '--only', 'crowd-50', '--rounds', '5')).toEqual({
      ...{ only: ['cold', 'crowd-50'], rounds: 5, quick: false },
    });
    expect(read('--quick').rounds).toBe(1);
    expect(read('--quick', '--rounds', '2').rounds).toBe(2);
  });

  it.each([['--only', 'warm'], ['--rounds', '0'], ['--rounds'], ['--fast']])('refuses %s %s', (...args) => {
    expect(() => read(...args)).toThrow(RangeError);
  });
});
