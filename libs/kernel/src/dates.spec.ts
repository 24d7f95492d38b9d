import fc from 'fast-check';
import {
  addDays,
  daysBetween,
  endOfDay,
  instantFromMillis,
  instantOf,
  localDateAt,
  localDateOf,
  parseLocalDate,
  parseLocalTime,
} from './dates';

const HOUR = 3_600_000;

/** Last Sunday of March and of October, when the clocks in Denmark change, from the EU's directive 2000/84. */
const CHANGES: [year: number, spring: string, autumn: string][] = [
  [2026, '2026-03-29', '2026-10-25'],
  [2027, '2027-03-28', '2027-10-31'],
  [2028, '2028-03-26', '2028-10-29'],
  [2029, '2029-03-25', '2029-10-28'],
  [2030, '2030-03-31', '2030-10-27'],
  [2031, '2031-03-30', '2031-10-26'],
  [2032, '2032-03-28', '2032-10-31'],
  [2033, '2033-03-27', '2033-10-30'],
  [2034, '2034-03-26', '2034-10-29'],
  [2035, '2035-03-25', '2035-10-28'],
];

describe('KE-1 a date exists', () => {
  it.each(['2026-10-15', '2024-02-29', '2000-02-29', '2026-12-31'])('%s does', (given) => {
    expect(parseLocalDate(given)).toEqual({ ok: true, value: given });
    expect(localDateOf(given)).toBe(given);
  });

  it.each([
    '2026-06-31',
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '15-10-2026',
    '2026-10-5',
    '',
    '2026-10-15T00:00',
    ' 2026-10-15',
    '2026-10-15\n',
  ])('%j does not', (given) => {
    expect(parseLocalDate(given)).toEqual({ ok: false, error: { code: 'KE-1-NO-SUCH-DATE', given } });
    expect(() => localDateOf(given)).toThrow(RangeError);
  });
});

describe('KE-2 a local time exists', () => {
  it.each([
    ['2026-01-15T12:00', '2026-01-15T11:00:00.000Z'],
    ['2026-07-15T12:00', '2026-07-15T10:00:00.000Z'],
    ['2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25T01:59', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
  ])('%s in Copenhagen is %s', (given, moment) => {
    expect(parseLocalTime(given)).toEqual({ ok: true, value: moment });
  });

  it.each(['2026-03-29T02:00', '2026-03-29T02:30', '2026-03-29T02:59'])('%s is skipped in spring', (given) => {
    expect(parseLocalTime(given)).toEqual({ ok: false, error: { code: 'KE-2-NO-SUCH-TIME', given } });
  });

  it.each([
    '2026-06-31T12:00',
    '2026-06-30T24:00',
    '2026-06-30T12:60',
    '2026-06-30',
    '2026-06-30T12:00Z',
    '2026-06-30 12:00',
  ])('%s is no local time', (given) => {
    expect(parseLocalTime(given)).toEqual({ ok: false, error: { code: 'KE-2-NO-SUCH-TIME', given } });
  });
});

describe('KE-3 a local time exists once', () => {
  it.each(['2026-10-25T02:00', '2026-10-25T02:30', '2026-10-25T02:59'])('%s exists twice in autumn', (given) => {
    expect(parseLocalTime(given)).toEqual({ ok: false, error: { code: 'KE-3-TIME-EXISTS-TWICE', given } });
  });

  it.each(CHANGES)('knows the changes of %i', (_year, spring, autumn) => {
    expect(parseLocalTime(`${spring}T02:30`)).toMatchObject({ error: { code: 'KE-2-NO-SUCH-TIME' } });
    expect(parseLocalTime(`${autumn}T02:30`)).toMatchObject({ error: { code: 'KE-3-TIME-EXISTS-TWICE' } });
  });
});

describe('a deadline given as a date', () => {
  it.each([
    ['in winter', '2026-12-01', '2026-12-01T23:00:00.000Z'],
    ['in summer', '2026-06-15', '2026-06-15T22:00:00.000Z'],
    ['the day before the clocks go on', '2026-03-28', '2026-03-28T23:00:00.000Z'],
    ['the day the clocks go on', '2026-03-29', '2026-03-29T22:00:00.000Z'],
    ['the day before the clocks go back', '2026-10-24', '2026-10-24T22:00:00.000Z'],
    ['the day the clocks go back', '2026-10-25', '2026-10-25T23:00:00.000Z'],
    ['at the end of a year', '2026-12-31', '2026-12-31T23:00:00.000Z'],
  ])('%s lasts through that day in Copenhagen', (_case, date, end) => {
    expect(endOfDay(localDateOf(date))).toBe(end);
  });

  it.each(CHANGES)('%i: the day in spring has 23 hours, the one in autumn 25', (_year, spring, autumn) => {
    expect(hoursOf(spring)).toBe(23);
    expect(hoursOf(autumn)).toBe(25);
  });

  it('holds to the last millisecond of the day, and not one longer', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const end = Date.parse(endOfDay(date));
        expect(localDateAt(instantFromMillis(end - 1))).toBe(date);
        expect(localDateAt(instantFromMillis(end))).toBe(addDays(date, 1));
      }),
    );
  });
});

function hoursOf(day: string): number {
  const date = localDateOf(day);
  return (Date.parse(endOfDay(date)) - Date.parse(endOfDay(addDays(date, -1)))) / HOUR;
}

/** Any day from 2020 to 2035. */
const anyDate = fc.integer({ min: 0, max: 365 * 16 }).map((days) => addDays(localDateOf('2020-01-01'), days));

describe('days', () => {
  it('are counted over leap years and changes of the clock', () => {
    expect(addDays(localDateOf('2024-02-28'), 2)).toBe('2024-03-01');
    expect(addDays(localDateOf('2026-01-01'), -1)).toBe('2025-12-31');
    expect(daysBetween(localDateOf('2026-03-28'), localDateOf('2026-03-30'))).toBe(2);
    expect(daysBetween(localDateOf('2026-10-15'), localDateOf('2026-10-01'))).toBe(-14);
  });

  it('added and counted are each other’s opposite', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });
});

describe('a moment', () => {
  it('is written in UTC with milliseconds, from any offset', () => {
    expect(instantOf('2026-10-15T12:00:00+02:00')).toBe('2026-10-15T10:00:00.000Z');
    expect(instantOf(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
    expect(() => instantOf('2026-10-15T12:00:00')).toThrow(RangeError);
  });

  it('sorts as text in the order of time', () => {
    const millis = fc.integer({ min: 0, max: Date.UTC(2100, 0) });
    fc.assert(
      fc.property(millis, millis, (a, b) => {
        expect(Math.sign(a - b)).toBe(compare(instantFromMillis(a), instantFromMillis(b)));
      }),
    );
  });
});

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
