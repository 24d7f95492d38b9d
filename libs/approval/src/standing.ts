import type { PartyId } from '@enig/kernel';
import { counts, decidingRecord, effective, effectiveOf, type Chain } from './chain';
import { COUNCIL_OUTCOMES, isApproval, isCouncilOutcome, type CouncilOutcome } from './outcome';
import { stepsFor, type PlacedStep } from './steps';

/**
 * How far a party has come with the text. `onCondition`, `rejected`, `postponed` and `referredBack` are no approval;
 * `awaitsConfirmation`: nothing of its council's counts, and what was recorded is not confirmed by its people yet.
 */
export type PartyStanding =
  | 'notStarted'
  | 'recommended'
  | 'approved'
  | 'approvedWithRemark'
  | 'onCondition'
  | 'rejected'
  | 'postponed'
  | 'referredBack'
  | 'awaitsConfirmation';

/** Every standing a party can have. */
export const PARTY_STANDINGS: readonly PartyStanding[] = [
  'notStarted',
  'recommended',
  'approved',
  'approvedWithRemark',
  'onCondition',
  'rejected',
  'postponed',
  'referredBack',
  'awaitsConfirmation',
];

/** What can happen on a party's way: its committee recommends, its council's outcome has effect, or one was entered. */
export type PartyEvent = 'committeeRecommends' | 'entered' | CouncilOutcome;

/** Every event on a party's way. */
export const PARTY_EVENTS: readonly PartyEvent[] = ['committeeRecommends', 'entered', ...COUNCIL_OUTCOMES];

const OF_OUTCOME: Readonly<Record<CouncilOutcome, PartyStanding>> = {
  approved: 'approved',
  approvedWithRemark: 'approvedWithRemark',
  approvedOnCondition: 'onCondition',
  rejected: 'rejected',
  postponed: 'postponed',
  referredBack: 'referredBack',
};

/**
 * The party's standing after an event. A council's effective outcome always decides it; one that was only entered takes
 * nothing from it, be it a yes or a no (AP-5); a recommendation matters until something weightier is known.
 */
export function nextStanding(standing: PartyStanding, event: PartyEvent): PartyStanding {
  switch (event) {
    case 'committeeRecommends':
      return standing === 'notStarted' ? 'recommended' : standing;
    case 'entered':
      return standing === 'notStarted' || standing === 'recommended' ? 'awaitsConfirmation' : standing;
    default:
      return OF_OUTCOME[event];
  }
}

/** How far the party has come with the present text. */
export function standing(chain: Chain, party: PartyId): PartyStanding {
  const recommended = stepsFor(chain, party).some((step) => recommends(chain, step));
  const start: PartyStanding = recommended ? nextStanding('notStarted', 'committeeRecommends') : 'notStarted';
  return decidingRecord(chain, party).reduce((now, decision) => {
    if (!counts(chain, decision)) return nextStanding(now, 'entered');
    return isCouncilOutcome(decision.outcome) ? nextStanding(now, decision.outcome) : now;
  }, start);
}

/** The parties without an effective approval of the present text, in the order of the snapshot. */
export function missing(chain: Chain): readonly PartyId[] {
  return chain.parties.filter((party) => {
    const decision = effective(chain, party);
    return !decision || !isApproval(decision.outcome);
  });
}

/** Whether every party has an effective approval of the same text. One missing is no agreement (AP-14). da: indgået */
export function isConcluded(chain: Chain): boolean {
  return chain.parties.length > 0 && missing(chain).length === 0;
}

function recommends(chain: Chain, { key, party, bodies }: PlacedStep): boolean {
  return bodies.some((body) => effectiveOf(chain, key, party, body)?.outcome === 'recommended');
}
