import { isDecidedTooLate, type DecidingDays } from '@enig/agreement';
import { LONGEST } from '@enig/kernel';
import { tooLong, type SummaryError, type Translate } from '@enig/ui';
import { errorsIn } from '../checked-form';
import type { Formats } from '../formats';
import { wrongWith, type WrittenDay } from '../written-day';

/** Name, period and deadlines of an agreement, as a form holds them. */
export interface Terms {
  readonly title: string;
  readonly from: WrittenDay;
  readonly to: WrittenDay;
  readonly deadline: WrittenDay;
  /** The only one that may be left out. */
  readonly writingUntil: WrittenDay;
}

/**
 * What is wrong with the terms, field by field, in the order of the form; the fields' ids are the names here.
 *
 * @param before the days the agreement has; null for a new one.
 */
export function wrongInTerms(
  { title, deadline, writingUntil, ...period }: Terms,
  m: Translate,
  formats: Formats,
  before: DecidingDays | null = null,
): SummaryError[] {
  return errorsIn({
    title: saidOfTitle(title, m),
    ...saidOfPeriod(period, m),
    deadline:
      wrongWith(deadline, m('page.newAgreement.deadlineMissing')) ??
      saidOfDeadline({ deadline, to: period.to }, m, formats, before),
    // It may be left out, but not be something that is no day.
    writingUntil: writingUntil.day === null ? undefined : wrongWith(writingUntil, m('page.dateMissing')),
  });
}

/** What is to be said of an agreement's name; nothing where it is well. */
export function saidOfTitle(title: string, m: Translate): string | undefined {
  return title.trim() === '' ? m('page.newAgreement.titleMissing') : tooLong(title, LONGEST.line, m);
}

/** What is to be said of the first and the last day of an agreement; nothing of a day that is well. */
export function saidOfPeriod({ from, to }: Pick<Terms, 'from' | 'to'>, m: Translate) {
  const isBackwards = from.day && to.day && to.day < from.day;
  return {
    from: wrongWith(from, m('page.newAgreement.fromMissing')),
    to: isBackwards ? m('page.newAgreement.toBeforeFrom') : wrongWith(to, m('page.newAgreement.toMissing')),
  };
}

/** What is to be said of a deadline after the last day (AG-23); nothing while either of them is missing. */
export function saidOfDeadline(
  { deadline, to }: Pick<Terms, 'deadline' | 'to'>,
  m: Translate,
  { date }: Formats,
  before: DecidingDays | null = null,
): string | undefined {
  if (!deadline.day || !to.day || !isDecidedTooLate({ deadline: deadline.day, periodTo: to.day }, before))
    return undefined;
  return m('AG-23-DEADLINE-AFTER-PERIOD', { lastDay: date(to.day) });
}
