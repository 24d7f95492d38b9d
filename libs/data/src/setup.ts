import {
  checkWritingOpen,
  type AmendmentRefused,
  type CopyRefused,
  type RegionRefused,
  type SupplementRefused,
  type TermsRefused,
  type TextsStand,
  type WritingClosed,
} from '@enig/agreement';
import type { TemplateFault } from '@enig/approval';
import type { AgreementId, Result } from '@enig/kernel';
import { changeAgreement, type Change } from './agreement-change';
import type { StoreGround } from './round-change';

/** Why the set-up of an agreement stays as it is: a rule of libs/agreement, or something named that is not there. */
export type SetupRefused =
  | WritingClosed
  | TermsRefused
  | RegionRefused
  | CopyRefused
  | TemplateFault
  | SupplementRefused
  | AmendmentRefused
  | TextsStand
  | { readonly code: 'SE-1-NO-PARTIES-THEN' }
  | { readonly code: 'SE-2-NO-PARTY' }
  | { readonly code: 'SE-2-UNKNOWN-PARTY' }
  | { readonly code: 'SE-3-UNKNOWN-FILE' }
  | { readonly code: 'SE-4-NOT-IN-THIS-PART' }
  | { readonly code: 'SE-5-COORDINATOR-NOT-A-PARTY' }
  | { readonly code: 'SE-6-REMOVED-ALREADY' }
  | { readonly code: 'SE-7-NOT-REMOVED' }
  | { readonly code: 'SE-8-HAS-ONE-ALREADY' };

/**
 * Changes what an agreement consists of, in one transaction under its lock, while it is written on (AG-22).
 *
 * @returns null for no such agreement.
 */
export async function changeSetup<Value>(
  { source, announce, clock }: StoreGround,
  id: AgreementId,
  act: (change: Change) => Promise<Result<Value, SetupRefused>>,
): Promise<Result<Value, SetupRefused> | null> {
  const whileWritten = async (change: Change): Promise<Result<Value, SetupRefused>> => {
    const open = checkWritingOpen(change.view.state);
    return open.ok ? act(change) : open;
  };
  return changeAgreement<Value, SetupRefused>(source, announce, id, whileWritten, clock);
}
