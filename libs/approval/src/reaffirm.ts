import type { PartyId, VersionHash } from '@enig/kernel';
import { counts, decidingRecordOn, effective, type Chain, type Decision } from './chain';
import { isApproval } from './outcome';

/**
 * What a party can approve again in one step (AP-22): its council's approvals of earlier texts, one for each, that of the
 * latest meeting first. None when its council has decided on the present text. The party sees what has changed since the
 * first of them.
 */
export function reaffirmable(chain: Chain, party: PartyId): readonly Decision[] {
  if (!chain.isDeciding || effective(chain, party)) return [];
  const ofParty = chain.decisions.filter((each) => each.party === party && each.version !== chain.version);
  return [...new Set(ofParty.map(({ version }) => version))]
    .flatMap((version) => decidingRecordOn(chain, party, version).findLast((each) => counts(chain, each)) ?? [])
    .filter(({ outcome }) => isApproval(outcome))
    .toSorted((one, other) => (one.meetingDate < other.meetingDate ? 1 : one.meetingDate > other.meetingDate ? -1 : 0));
}

/** Whether what the party decided on a text was an approval that counted. @param chain  with every decision on record. */
export function hasApproved(chain: Chain, party: PartyId, version: VersionHash): boolean {
  const decision = effective({ ...chain, version }, party);
  return decision !== null && isApproval(decision.outcome);
}
