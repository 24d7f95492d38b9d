import { effective, isApproval, type Decision } from '@enig/approval';
import type { ApprovalView } from '@enig/data';
import type { PartyId } from '@enig/kernel';
import { formatDate } from '@enig/messages';
import type { AppViewer } from '../core/viewer';

/**
 * The approval of a party's council of the text that is put to it: no case is asked for any more. Null while it has not
 * approved, also after a no or a condition, since its ways on are to take the matter up again (AP-23), and while what was
 * recorded waits to be confirmed, since that counts for nothing before (AP-5).
 */
export function decidedAlready({ chain }: ApprovalView, party: PartyId): Decision | null {
  const decision = effective(chain, party);
  return decision !== null && isApproval(decision.outcome) ? decision : null;
}

/** The same as a sentence to those who would write its case. */
export function saidAlready(viewer: AppViewer, { chain }: ApprovalView, decision: Decision): string {
  return viewer.say('case.decidedAlready', {
    body: chain.bodies.find(({ body }) => body === decision.body)?.name ?? '',
    outcome: viewer.say(`outcome.${decision.outcome}`),
    date: formatDate(decision.meetingDate, viewer.locale),
  });
}
