import { instantOf, localDateOf } from '@enig/kernel';
import {
  formatDate,
  formatDateTime,
  formatDaysLeft,
  formatList,
  formatMoment,
  formatNumber,
  formatShortDate,
  formatTime,
  formatWeekday,
  formatWhen,
  sortDanish,
} from './index';

const day = localDateOf;

describe('dates as a Danish reader writes them', () => {
  it('day, month and year', () => {
    expect(formatDate(day('2026-10-15'))).toBe('15.\u00a0oktober 2026');
    expect(formatShortDate(day('2026-04-05'))).toBe('05.04.2026');
    expect(formatWeekday(day('2026-04-10'))).toBe('fredag den 10.\u00a0april 2026');
    expect(formatDate(day('2026-10-15'), 'en')).toBe('15\u00a0October 2026');
  });

  it.each([
    ['18 days ahead', '2026-03-23', '18 dage'],
    ['over the change to summer time', '2026-03-28', '13 dage'],
    ['tomorrow', '2026-04-09', 'i morgen'],
    ['today, which counts whole', '2026-04-10', 'i dag'],
    ['yesterday', '2026-04-11', 'for 1 dag siden'],
    ['long past', '2026-05-10', 'for 30 dage siden'],
  ])('a day %s', (_, today, expected) => {
    expect(formatDaysLeft(day('2026-04-10'), day(today))).toBe(expected);
  });

  it('days left in English', () => expect(formatDaysLeft(day('2026-04-10'), day('2026-04-08'), 'en')).toBe('2 days'));
});

describe('times are those of Copenhagen, whatever the machine thinks', () => {
  it.each([
    ['winter', '2026-01-05T09:42:10Z', '10.42'],
    ['summer', '2026-07-05T08:42:10Z', '10.42'],
    ['after midnight in Denmark, before it in UTC', '2026-07-05T22:30:00Z', '00.30'],
  ])('%s', (_, at, time) => expect(formatTime(instantOf(at))).toBe(time));

  it('with the date', () => {
    expect(formatDateTime(instantOf('2026-04-10T08:42:00Z'))).toBe('10.\u00a0april 2026 kl.\u00a010.42');
  });

  it('a moment with its weekday', () => {
    expect(formatMoment(instantOf('2026-04-10T08:42:00Z'))).toBe('fredag den 10.\u00a0april 2026 kl.\u00a010.42');
    expect(formatMoment(instantOf('2026-04-10T22:00:00Z'))).toBe('lørdag den 11.\u00a0april 2026 kl.\u00a000.00');
    expect(formatMoment(instantOf('2026-04-10T08:42:00Z'), 'en')).toBe('Friday, 10\u00a0April 2026 at 10:42');
  });

  it.each([
    ['2026-04-10T08:42:00Z', 'i dag kl.\u00a010.42'],
    ['2026-04-09T08:42:00Z', 'i går kl.\u00a010.42'],
    ['2026-04-08T08:42:00Z', '8.\u00a0april 2026'],
  ])('%s seen on 10 April is %s', (at, said) => expect(formatWhen(instantOf(at), day('2026-04-10'))).toBe(said));
});

describe('numbers and lists', () => {
  it('has the Danish marks', () => {
    expect(formatNumber(1342)).toBe('1.342');
    expect(formatNumber(6.1)).toBe('6,1');
    expect(formatList(['Greve', 'Holbæk', 'Solrød'])).toBe('Greve, Holbæk og Solrød');
    expect(formatList(['Greve', 'Holbæk', 'Solrød'], 'en')).toBe('Greve, Holbæk and Solrød');
  });
});

describe('names in Danish order', () => {
  it('has æ, ø and å last, and aa as å', () => {
    const names = ['Aarhus', 'Ærø', 'Aabenraa', 'Albertslund', 'Østdanmark', 'Aalborg', 'Vejle'];
    const sorted = ['Albertslund', 'Vejle', 'Ærø', 'Østdanmark', 'Aabenraa', 'Aalborg', 'Aarhus'];
    expect(sortDanish(names)).toEqual(sorted);
    expect(
      sortDanish(
        names.map((name) => ({ name })),
        ({ name }) => name,
      ).map(({ name }) => name),
    ).toEqual(sorted);
    expect(names[0]).toBe('Aarhus');
  });
});
