import { localDateOf } from '@enig/kernel';
import { say } from '../core/viewer';
import { yearSentence } from './year.service';

/** What the year comes to on 1 June 2026, with something on each of some days. */
function sentenceOf(...days: readonly string[]): string {
  const viewer = { say, locale: 'da', today: localDateOf('2026-06-01') } as const;
  return yearSentence(
    viewer,
    2026,
    days.map((day, index) => ({ on: localDateOf(day), title: `Møde ${index + 1}` })),
  ).replaceAll('\u00a0', ' ');
}

describe('what a year comes to', () => {
  it('counts things, also two on one day, and says how many are still to come; today is not over', () => {
    expect(sentenceOf('2026-03-01', '2026-06-01', '2026-06-01', '2026-09-01')).toBe(
      'I 2026 er der 4 ting at huske. 3 af dem er stadig forude. Den næste er den 1. juni 2026: Møde 2.',
    );
  });

  it.each([
    [
      'all are to come',
      ['2026-07-01', '2026-08-01'],
      'I 2026 er der 2 ting at huske. Den næste er den 1. juli 2026: Møde 1.',
    ],
    ['the only one is over', ['2026-03-01'], 'I 2026 er der 1 ting at huske. Den er overstået.'],
    ['all are over', ['2026-03-01', '2026-03-01'], 'I 2026 er der 2 ting at huske. De er alle overstået.'],
    ['there is nothing', [], 'I 2026 er der ingen frister eller møder, du kan se.'],
  ])('is said where %s', (_, days, sentence) => expect(sentenceOf(...days)).toBe(sentence));
});
