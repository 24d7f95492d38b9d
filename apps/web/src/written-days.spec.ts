import { readDays } from './written-days';

describe('a calendar as it is typed or pasted', () => {
  it.each<[string, ReturnType<typeof readDays>]>([
    ['', { kind: 'empty' }],
    [' \n , ', { kind: 'empty' }],
    ['12-08-2026', { kind: 'days', days: ['2026-08-12'] as never }],
    [
      '9/9 2026, 12.8.2026;2026-10-07\n9-9-2026',
      { kind: 'days', days: ['2026-08-12', '2026-09-09', '2026-10-07'] as never },
    ],
    ['12-08-2026\ntirsdag', { kind: 'wrong', day: 'tirsdag' }],
    ['31-02-2026', { kind: 'wrong', day: '31-02-2026' }],
  ])('%j', (text, read) => {
    expect(readDays(text)).toEqual(read);
  });
});
