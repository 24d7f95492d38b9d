import type { LocalDate } from '@enig/kernel';
import type { Translate } from '@enig/ui';
import type { Formats } from '../formats';
import type { Agreement } from './agreement';

type Dated = Pick<Agreement, 'periodFrom' | 'periodTo'>;

/** Where in its period an agreement is: it begins, it runs, it is over. */
export function periodWords(agreement: Dated, today: LocalDate, m: Translate, { date }: Formats): string {
  const { periodFrom: from, periodTo: to } = agreement;
  if (today < from) return m('page.agreement.periodBegins', { date: date(from) });
  return m(today > to ? 'page.agreement.periodOver' : 'page.agreement.periodRuns', { date: date(to) });
}

/** How an agreement stands, and the day it was concluded: "i kraft · indgået 12. maj 2026". */
export function standingWords(
  agreement: Dated & Pick<Agreement, 'standing' | 'concludedOn'>,
  today: LocalDate,
  m: Translate,
  formats: Formats,
): string[] {
  const { standing, concludedOn } = agreement;
  if (!concludedOn) return [m(`standing.${standing}`)];
  const concluded = m('page.agreement.concludedOn', { date: formats.date(concludedOn) });
  // Concluded and not in force: that it is concluded is the news, and the period says the rest.
  return standing === 'concluded'
    ? [concluded, periodWords(agreement, today, m, formats)]
    : [m(`standing.${standing}`), concluded];
}
