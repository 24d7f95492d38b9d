import { checkWritingOpen, type CopyRefused, type TermsRefused, type WritingClosed } from '@enig/agreement';
import type { AgreementView } from './agreement-reads';

/** Why the set-up of an agreement stays as it is: a rule of libs/agreement, or something named that is not there. */
export type SetupRefused =
  | WritingClosed
  | TermsRefused
  | CopyRefused
  | { readonly code: 'SE-1-NO-PARTIES-THEN' }
  | { readonly code: 'SE-2-UNKNOWN-PARTY' }
  | { readonly code: 'SE-3-UNKNOWN-FILE' }
  | { readonly code: 'SE-4-NOT-IN-THIS-PART' }
  | { readonly code: 'SE-5-COORDINATOR-NOT-A-PARTY' }
  | { readonly code: 'SE-6-REMOVED-ALREADY' }
  | { readonly code: 'SE-7-NOT-REMOVED' }
  | { readonly code: 'SE-8-HAS-ONE-ALREADY' };

/** AG-22 as what to return early with; null while the agreement is written on. */
export function refuseUnlessWritten(view: Pick<AgreementView, 'state'>) {
  const open = checkWritingOpen(view.state);
  return open.ok ? null : open;
}
