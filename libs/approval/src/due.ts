import { addDays, localDateOf, type LocalDate } from '@enig/kernel';
import { allBefore, inOrder, type StepDue, type StepTemplate } from './template';

/**
 * The day each step should be taken by (AP-32), by its key: so many days before the deadline, or the last day of its
 * month, the last such month that is over by the deadline and by the days of the steps that come after it. Null where a
 * step has none. It shows and reminds; it stops nobody.
 */
export function dueDays(
  steps: readonly Pick<StepTemplate, 'key' | 'after' | 'due'>[],
  deadline: LocalDate,
): ReadonlyMap<string, LocalDate | null> {
  const days = new Map<string, LocalDate | null>();
  for (const { key, due } of inOrder(steps).toReversed()) {
    const later = steps.filter((step) => allBefore(steps, [step.key]).has(key));
    const limit = later.reduce((day, step) => earlier(day, days.get(step.key) ?? day), deadline);
    days.set(key, dueOn(due, deadline, limit));
  }
  return days;
}

function dueOn(due: StepDue | null, deadline: LocalDate, limit: LocalDate): LocalDate | null {
  if (due === null) return null;
  if (due.kind === 'beforeDeadline') return addDays(deadline, -due.days);
  const year = Number(limit.slice(0, 4));
  const thisYear = lastDayOf(year, due.month);
  return thisYear <= limit ? thisYear : lastDayOf(year - 1, due.month);
}

function earlier(one: LocalDate, other: LocalDate): LocalDate {
  return one < other ? one : other;
}

/** @param month 1–12 */
function lastDayOf(year: number, month: number): LocalDate {
  const [nextYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return addDays(localDateOf(`${nextYear}-${String(next).padStart(2, '0')}-01`), -1);
}
