import { COMMITTEE_OUTCOMES, COUNCIL_OUTCOMES, STEP_ROLES, type PartyStanding } from '@enig/approval';
import { closed } from '../core/scalars';

const standings: Readonly<Record<PartyStanding, PartyStanding>> = {
  notStarted: 'notStarted',
  recommended: 'recommended',
  approved: 'approved',
  approvedWithRemark: 'approvedWithRemark',
  onCondition: 'onCondition',
  rejected: 'rejected',
  postponed: 'postponed',
  referredBack: 'referredBack',
  awaitsConfirmation: 'awaitsConfirmation',
};

export const StepRoles = closed('StepRole', [...STEP_ROLES]);
export const Outcomes = closed('Outcome', [...new Set([...COUNCIL_OUTCOMES, ...COMMITTEE_OUTCOMES])]);
export const PartyStandings = closed('PartyStanding', Object.values(standings));
