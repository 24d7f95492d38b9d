import { localDateOf } from '@enig/kernel';
import { readDays } from './written-days';

const days = (...all: readonly string[]) => ({ kind: 'days', days: all.map(localDateOf) }) as const;

describe('a calendar as it is typed or pasted', () => {
  it.each<[string, ReturnType<typeof readDays>]>([
    ['', { kind: 'empty' }],
    [' \n , ', { kind: 'empty' }],
    ['12-08-2026', days('2026-08-12')],
    ['9/9 2026, 12.8.2026;2026-10-07\n9-9-2026', days('2026-08-12', '2026-09-09', '2026-10-07')],
    ['1. marts 2027, 1. mar 2027; 2 MAR. 2027\n31.\u00a0oktober 2027', days('2027-03-01', '2027-03-02', '2027-10-31')],
    ['3 May 2027, 4. maj 2027', days('2027-05-03', '2027-05-04')],
    ['12-08-2026\ntirsdag', { kind: 'wrong', unreadable: ['tirsdag'], noSuchDay: [] }],
    ['31-02-2026', { kind: 'wrong', unreadable: [], noSuchDay: ['31-02-2026'] }],
    [
      '31-02-2026, i morgen, 30. februar 2027, 1. ma 2027, 1-9 26, i morgen, 2026-13-01',
      {
        ...{ kind: 'wrong', unreadable: ['i morgen', '1. ma 2027', '1-9 26'] },
        noSuchDay: ['31-02-2026', '30. februar 2027', '2026-13-01'],
      },
    ],
  ])('%j', (text, read) => {
    expect(readDays(text)).toEqual(read);
  });
});
