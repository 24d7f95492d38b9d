import { addDays, instantOf, localDateOf } from '@enig/kernel';
import { addMeeting, MEETINGS_AHEAD_DAYS, meetsInTime, nextMeeting } from './meetings';

const day = localDateOf;
const today = day('2026-03-10');

describe('HE-30 a body’s meetings are known, and whether it meets in time', () => {
  it('takes a day that comes, today included', () => {
    expect(addMeeting([], today, today)).toEqual({ ok: true, value: today });
    expect(addMeeting([], addDays(today, MEETINGS_AHEAD_DAYS), today)).toMatchObject({ ok: true });
  });

  it.each([
    ['past', day('2026-03-09'), { code: 'HE-30-MEETING-IS-PAST', on: '2026-03-09' }],
    [
      'years ahead, as a slip of the pen is',
      day('2036-03-11'),
      { code: 'HE-30-MEETING-TOO-FAR', latest: '2028-03-09' },
    ],
    ['known already', day('2026-04-01'), { code: 'HE-30-MEETING-KNOWN', on: '2026-04-01' }],
  ])('refuses one that is %s', (_, on, error) => {
    expect(addMeeting([day('2026-04-01')], on, today)).toEqual({ ok: false, error });
  });

  // Opened on 1 March at half past midnight in Copenhagen, which is still February in UTC.
  const round = { openedAt: instantOf('2026-02-28T23:30:00Z'), dueDate: day('2026-03-31') };

  it.each([
    ['on the last day', ['2026-03-31'], 'meets'],
    ['the day after the opening', ['2026-03-02'], 'meets'],
    ['the day after the deadline', ['2026-04-01'], 'doesNotMeet'],
    ['on the day of the opening, and then too late', ['2026-03-01', '2026-04-08'], 'doesNotMeet'],
    ['twice too late', ['2026-04-08', '2026-05-08'], 'doesNotMeet'],
    ['before it only', ['2026-01-14', '2026-03-01'], 'unknown'],
    ['nobody knows when', [], 'unknown'],
    ['too late and in time', ['2026-04-08', '2026-03-15'], 'meets'],
  ])('%s', (_, meetings, expected) => {
    expect(meetsInTime(meetings.map(day), round)).toBe(expected);
  });

  it('knows the next one, in whatever order they were entered', () => {
    const meetings = [day('2026-06-01'), day('2026-03-09'), day('2026-03-10')];
    expect(nextMeeting(meetings, today)).toBe('2026-03-10');
    expect(nextMeeting(meetings, day('2026-03-11'))).toBe('2026-06-01');
    expect(nextMeeting(meetings, day('2026-06-02'))).toBeNull();
  });
});
