import type { PlacedStep } from './steps';
import type { StepRole, StepTemplate } from './template';

/**
 * What a council can decide. da: godkendt, godkendt med bemærkning, godkendt på betingelse, ikke godkendt, udsat, sendt
 * tilbage
 */
export type CouncilOutcome =
  'approved' | 'approvedWithRemark' | 'approvedOnCondition' | 'rejected' | 'postponed' | 'referredBack';

/** What a body can say that does not decide. da: anbefalet, taget til efterretning, ikke anbefalet, udsat, sendt tilbage */
export type CommitteeOutcome = 'recommended' | 'noted' | 'notRecommended' | 'postponed' | 'referredBack';

/** Whatever a body in the chain can come to. */
export type Outcome = CouncilOutcome | CommitteeOutcome;

/** Every outcome of a council. */
export const COUNCIL_OUTCOMES: readonly CouncilOutcome[] = [
  'approved',
  'approvedWithRemark',
  'approvedOnCondition',
  'rejected',
  'postponed',
  'referredBack',
];

/** Every outcome of a body that does not decide. */
export const COMMITTEE_OUTCOMES: readonly CommitteeOutcome[] = [
  'recommended',
  'noted',
  'notRecommended',
  'postponed',
  'referredBack',
];

/** Whether the outcome is one of a council. */
export function isCouncilOutcome(outcome: Outcome): outcome is CouncilOutcome {
  return COUNCIL_OUTCOMES.some((each) => each === outcome);
}

const BY_ROLE: Readonly<Record<StepRole, readonly Outcome[]>> = {
  prepares: COMMITTEE_OUTCOMES,
  recommends: COMMITTEE_OUTCOMES,
  isHeard: [],
  decides: COUNCIL_OUTCOMES,
  isInformed: ['noted'],
};

/** The outcomes a body may choose from in a step (AP-6); none where it is heard elsewhere, or only told. */
export function outcomesOf({
  role,
  isTold = false,
}: Pick<StepTemplate, 'role'> & Partial<Pick<PlacedStep, 'isTold'>>): readonly Outcome[] {
  return isTold ? [] : BY_ROLE[role];
}

/**
 * Whether the outcome approves the text as it stands. A remark is an approval and never changes the text; a condition
 * is not one: the text it asks for is another text (AP-15).
 */
export function isApproval(outcome: Outcome): outcome is 'approved' | 'approvedWithRemark' {
  return outcome === 'approved' || outcome === 'approvedWithRemark';
}

/** An outcome that must say why. */
export type ReasonedOutcome = Exclude<Outcome, 'approved' | 'recommended' | 'noted'>;

/** Whether the outcome must say why (AP-4): all but a plain approval, recommendation or noting. */
export function needsReason(outcome: Outcome): outcome is ReasonedOutcome {
  return outcome !== 'approved' && outcome !== 'recommended' && outcome !== 'noted';
}

/** Whether the body has had its say: it has neither postponed the matter nor sent it back. */
export function isSettled(outcome: Outcome): boolean {
  return outcome !== 'postponed' && outcome !== 'referredBack';
}
