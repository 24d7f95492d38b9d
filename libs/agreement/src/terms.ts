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
  | { readonly code: 'AG-23-WRITING-ENDS-AFTER-DEADLINE' };

/** Checks the terms of an agreement: it has a name, its period runs forwards, writing ends by the deadline (AG-23). */
export function checkTerms(terms: Terms): Result<Terms, TermsRefused> {
  const title = terms.title.trim();
  if (title === '') return err({ code: 'AG-23-NAME-MISSING' });
  if (terms.periodTo < terms.periodFrom) return err({ code: 'AG-23-PERIOD-ENDS-BEFORE-IT-BEGINS' });
  const { writingUntil, deadline } = terms;
  if (writingUntil !== null && writingUntil > deadline) return err({ code: 'AG-23-WRITING-ENDS-AFTER-DEADLINE' });
  return ok({ ...terms, title });
}
