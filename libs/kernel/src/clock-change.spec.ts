import {
  addDays,
  daysBetween,
  endOfDay,
  instantFromMillis,
  localDateAt,
  localDateOf,
  parseLocalTime,
  type LocalDate,
} from './dates';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Every day of clock change to 2035, written out from the EU's directive 2000/84: the last Sunday of March and of
 * October, at 01:00 UTC.
 */
const CHANGES: readonly (readonly [spring: string, autumn: string])[] = [
  ['2026-03-29', '2026-10-25'],
  ['2027-03-28', '2027-10-31'],
  ['2028-03-26', '2028-10-29'],
  ['2029-03-25', '2029-10-28'],
  ['2030-03-31', '2030-10-27'],
  ['2031-03-30', '2031-10-26'],
  ['2032-03-28', '2032-10-31'],
  ['2033-03-27', '2033-10-30'],
  ['2034-03-26', '2034-10-29'],
  ['2035-03-25', '2035-10-28'],
];
const SPRINGS = CHANGES.map(([spring]) => spring);
const AUTUMNS = CHANGES.map(([, autumn]) => autumn);
const CHANGE_MOMENTS = CHANGES.flat().map((day) => Date.parse(`${day}T01:00:00Z`));

/** Hours Copenhagen is ahead of UTC, counted from the table alone: one, and two between spring and autumn. */
function hoursAhead(millis: number): 1 | 2 {
  const passed = CHANGE_MOMENTS.filter((moment) => moment <= millis).length;
  return passed % 2 === 1 ? 2 : 1;
}

/** The moments a clock in Copenhagen shows a time, by the table: none, one or two. */
function momentsShown(local: string): number[] {
  const asUtc = Date.parse(`${local}:00Z`);
  return [2, 1].map((ahead) => asUtc - ahead * HOUR).filter((moment) => moment + hoursAhead(moment) * HOUR === asUtc);
}

/** Every minute of a day as a clock could show it, whether or not it does: `2026-03-29T02:30`. */
function minutesOf(day: string): string[] {
  const twoDigits = (part: number): string => String(part).padStart(2, '0');
  return Array.from(
    { length: 24 * 60 },
    (_, minute) => `${day}T${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`,
  );
}

function hoursIn(day: LocalDate): number {
  return (Date.parse(endOfDay(day)) - Date.parse(endOfDay(addDays(day, -1)))) / HOUR;
}

describe('the table of clock changes', () => {
  it('has the last Sunday of March and of October of every year from 2026 through 2035', () => {
    const lastSunday = (year: number, month: number): string => {
      const last = new Date(Date.UTC(year, month, 31));
      return new Date(last.getTime() - last.getUTCDay() * DAY).toISOString().slice(0, 10);
    };
    const years = Array.from({ length: 10 }, (_, index) => 2026 + index);
    expect(CHANGES).toEqual(years.map((year) => [lastSunday(year, 2), lastSunday(year, 9)]));
  });
});

describe('KE-2 a local time that does not exist is refused, and KE-3 one that exists twice', () => {
  it.each(CHANGES.flat())('every minute of %s is read as the clocks show it', (day) => {
    const answers = minutesOf(day).map((local) => [local, parseLocalTime(local)] as const);
    const expected = minutesOf(day).map((local) => {
      const moments = momentsShown(local);
      if (moments.length === 1) return [local, { ok: true, value: instantFromMillis(moments[0] ?? 0) }];
      const code = moments.length === 0 ? 'KE-2-NO-SUCH-TIME' : 'KE-3-TIME-EXISTS-TWICE';
      return [local, { ok: false, error: { code, given: local } }];
    });
    expect(answers).toEqual(expected);
    expect(answers.filter(([, answer]) => !answer.ok)).toHaveLength(60);
  });

  it.each([...SPRINGS, ...AUTUMNS].flatMap((day) => [-1, 1].map((days) => addDays(localDateOf(day), days))))(
    'every minute of %s, beside it, exists once',
    (day) => {
      expect(minutesOf(day).filter((local) => !parseLocalTime(local).ok)).toEqual([]);
    },
  );
});

describe('a deadline on a day of clock change', () => {
  it.each(SPRINGS)('%s has 23 hours, and lasts to its midnight in summer time', (given) => {
    const day = localDateOf(given);
    expect(hoursIn(day)).toBe(23);
    expect(endOfDay(addDays(day, -1))).toBe(`${addDays(day, -1)}T23:00:00.000Z`);
    expect(endOfDay(day)).toBe(`${day}T22:00:00.000Z`);
  });

  it.each(AUTUMNS)('%s has 25 hours, and lasts to its midnight in winter time', (given) => {
    const day = localDateOf(given);
    expect(hoursIn(day)).toBe(25);
    expect(endOfDay(addDays(day, -1))).toBe(`${addDays(day, -1)}T22:00:00.000Z`);
    expect(endOfDay(day)).toBe(`${day}T23:00:00.000Z`);
  });

  it.each(CHANGES.flat())('every quarter of an hour of %s belongs to that day, and to no other', (given) => {
    const day = localDateOf(given);
    const from = Date.parse(endOfDay(addDays(day, -1)));
    const to = Date.parse(endOfDay(day));
    const quarters = Array.from({ length: (to - from) / (15 * MINUTE) }, (_, index) => from + index * 15 * MINUTE);
    expect(new Set([...quarters, to - 1].map((moment) => localDateAt(instantFromMillis(moment))))).toEqual(
      new Set([day]),
    );
    expect(localDateAt(instantFromMillis(from - 1))).toBe(addDays(day, -1));
    expect(localDateAt(instantFromMillis(to))).toBe(addDays(day, 1));
  });

  it('every other day to 2035 has 24 hours', () => {
    const changing = new Set<string>(CHANGES.flat());
    const first = localDateOf('2026-01-01');
    const days = Array.from({ length: daysBetween(first, localDateOf('2036-01-01')) }, (_, n) => addDays(first, n));
    expect(days.filter((day) => hoursIn(day) !== 24)).toEqual(days.filter((day) => changing.has(day)));
  });
});

describe('days counted over a clock change', () => {
  it.each(CHANGES.flat())('%s is one day, whatever its hours', (given) => {
    const day = localDateOf(given);
    expect(daysBetween(addDays(day, -1), addDays(day, 1))).toBe(2);
    for (const days of [1, 7, 14, 28]) {
      expect(daysBetween(addDays(day, -days), day)).toBe(days);
      expect(addDays(addDays(day, -days), days)).toBe(day);
    }
  });
});
