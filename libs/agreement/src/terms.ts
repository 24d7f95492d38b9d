import { err, ok, type LocalDate, type Result } from '@enig/kernel';

/** What is settled about an agreement when it is set up, and may be changed while writing is open. */
export interface Terms {
  readonly title: string;
  readonly periodFrom: LocalDate;
  readonly periodTo: LocalDate;
  /** The day by which all should have approved: told, not enforced, since approvals have come after the term began. */
  readonly deadline: LocalDate;
  /** The day by which the drafts should be written; null where none is set. */
  readonly writingUntil: LocalDate | null;
}

/** Why the terms cannot be so. */
export type TermsRefused =
  | { readonly code: 'AG-23-NAME-MISSING' }
  | { readonly code: 'AG-23-PERIOD-ENDS-BEFORE-IT-BEGINS' }
  | { readonly code: 'AG-23-DEADLINE-AFTER-PERIOD'; readonly lastDay: LocalDate }
  | { readonly code: 'AG-23-WRITING-ENDS-AFTER-DEADLINE' }
  | { readonly code: 'AG-27-DEADLINE-IN-THE-PAST'; readonly today: LocalDate };

/** The two days of an agreement that are held against each other. */
export type DecidingDays = Pick<Terms, 'periodTo' | 'deadline'>;

/**
 * Checks the terms of an agreement: it has a name, its period runs forwards, all decide before it is over, writing ends by
 * the deadline (AG-23), and a deadline that is set lies ahead (AG-27).
 *
 * @param today  the day they are set, in Copenhagen.
 * @param before the days the agreement has: what stands may stay. Null for a new agreement.
 */
export function checkTerms(terms: Terms, today: LocalDate, before: DecidingDays | null): Result<Terms, TermsRefused> {
  const title = terms.title.trim();
  if (title === '') return err({ code: 'AG-23-NAME-MISSING' });
  if (terms.periodTo < terms.periodFrom) return err({ code: 'AG-23-PERIOD-ENDS-BEFORE-IT-BEGINS' });
  const { writingUntil, deadline, periodTo: lastDay } = terms;
  if (isDecidedTooLate(terms, before)) return err({ code: 'AG-23-DEADLINE-AFTER-PERIOD', lastDay });
  if (writingUntil !== null && writingUntil > deadline) return err({ code: 'AG-23-WRITING-ENDS-AFTER-DEADLINE' });
  if (deadline < today && deadline !== before?.deadline) return err({ code: 'AG-27-DEADLINE-IN-THE-PAST', today });
  return ok({ ...terms, title });
}

/**
 * Whether all may decide when the agreement is over (AG-23): one concluded then is never in force (AG-9).
 *
 * @param before the days the agreement has; while neither is changed, they may stay.
 */
export function isDecidedTooLate({ periodTo, deadline }: DecidingDays, before: DecidingDays | null): boolean {
  const isChanged = before === null || deadline !== before.deadline || periodTo !== before.periodTo;
  return isChanged && deadline > periodTo;
}

/** The region an agreement is for, with the days it is there. */
export interface RegionDays {
  readonly name: string;
  /** Its first day. */
  readonly from: LocalDate;
  /** Its last day; null for one that lasts. */
  readonly until: LocalDate | null;
  /** What the region that takes over is called; null where none does. */
  readonly successor: string | null;
}

/** Why an agreement cannot begin on a day: its region is not there, or another has taken over. */
export type RegionRefused =
  | {
      readonly code: 'AG-43-REGION-GONE';
      readonly region: string;
      readonly until: LocalDate;
      readonly successor: string;
    }
  | { readonly code: 'AG-43-REGION-NOT-THEN'; readonly region: string };

/** Whether the region is there on the first day of an agreement's period (AG-43): its municipalities are the parties. */
export function checkRegion(region: RegionDays, periodFrom: LocalDate): Result<null, RegionRefused> {
  const { name, from, until, successor } = region;
  if (until !== null && periodFrom > until && successor !== null)
    return err({ code: 'AG-43-REGION-GONE', region: name, until, successor });
  const isThere = from <= periodFrom && (until === null || periodFrom <= until);
  return isThere ? ok(null) : err({ code: 'AG-43-REGION-NOT-THEN', region: name });
}

/** Whether the region is there when the period begins, and not to its end: then its successor goes on in its place. */
export function outlivesRegion(
  { from, until, successor }: RegionDays,
  { periodFrom, periodTo }: Pick<Terms, 'periodFrom' | 'periodTo'>,
): boolean {
  if (until === null || successor === null) return false;
  return from <= periodFrom && periodFrom <= until && until < periodTo;
}
