import {
  CHAIN_STATES,
  COMMITTEE_OUTCOMES,
  COUNCIL_OUTCOMES,
  EXITS,
  STEP_ROLES,
  type PartyStanding,
} from '@enig/approval';
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
export const ChainStates = closed('ChainState', [...CHAIN_STATES]);
export const Exits = closed('Exit', [...EXITS]);
export const OverrideKinds = closed('OverrideKind', ['skip', 'replaceBody']);
export const PartyStandings = closed('PartyStanding', Object.values(standings));
