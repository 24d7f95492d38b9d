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

/**
 * Until when an agreement is written; once the day has passed, that it has: writing closes only when the text is frozen
 * (AG-22). Nothing where no day is set, or nobody writes.
 */
export function writingWords(
  { isWritingOpen, writingUntil }: Pick<Agreement, 'isWritingOpen' | 'writingUntil'>,
  today: LocalDate,
  m: Translate,
  { date }: Formats,
): string | null {
  if (!isWritingOpen || !writingUntil) return null;
  const said = today > writingUntil ? 'page.agreement.writeUntilPassed' : 'page.agreement.writeUntil';
  return m(said, { date: date(writingUntil) });
}

/** The day an agreement is written until; null where none is set, or it has passed: then it holds nobody. */
export function dayToWriteUntil({ writingUntil }: Pick<Agreement, 'writingUntil'>, today: LocalDate): string | null {
  return writingUntil && writingUntil >= today ? writingUntil : null;
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
