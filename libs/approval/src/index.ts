export {
  allBefore,
  binds,
  decidingStep,
  inOrder,
  isTold,
  leadsUp,
  orderOf,
  STEP_BODY_KINDS,
  STEP_ROLES,
  type ChainTemplate,
  type StepBody,
  type StepBodyKind,
  type StepDue,
  type StepRole,
  type StepTemplate,
  type TemplateAct,
} from './template';
export { checkTemplate, type TemplateFault } from './template-faults';
export { checkBodies, isOneOf, readTemplateFile } from './template-file';
export { dueDays } from './due';
export { pictureOf, type ChainPicture, type PictureEdge, type PictureNode } from './picture';
export { checkName, checkWay, MAX_WAY_STEPS, WAY_KINDS, type WayRefused } from './way';
export {
  forecast,
  REACH_REASONS,
  REACHES,
  type ForecastFacts,
  type MeetingFact,
  type PartyForecast,
  type Reach,
  type ReachReason,
} from './forecast';
export { readSteps, type NotSteps } from './template-read';
export {
  decidingStepOf,
  stepOf,
  stepsFor,
  successorOf,
  type Override,
  type PartyWay,
  type PlacedStep,
  type WayStep,
} from './steps';
export { CHAIN_TEMPLATES, SJAELLAND_2021 } from './templates';
export {
  COMMITTEE_OUTCOMES,
  COUNCIL_OUTCOMES,
  isApproval,
  isCouncilOutcome,
  isSettled,
  needsReason,
  outcomesOf,
  type CommitteeOutcome,
  type CouncilOutcome,
  type Outcome,
  type ReasonedOutcome,
} from './outcome';
export {
  awaitingConfirmation,
  cellOf,
  counts,
  decidingRecord,
  effective,
  effectiveOf,
  hasFallenAway,
  hasLapsed,
  isTaken,
  openBefore,
  recordOf,
  undoes,
  type Cell,
  type Chain,
  type ChainBody,
  type Confirmation,
  type Decision,
} from './chain';
export {
  isConcluded,
  missing,
  nextStanding,
  PARTY_EVENTS,
  PARTY_STANDINGS,
  standing,
  type PartyEvent,
  type PartyStanding,
} from './standing';
export {
  awaitedBefore,
  confirm,
  decide,
  type ConfirmRefused,
  type DecisionInput,
  type DecisionRefused,
  type Recorder,
} from './decide';
export { settledItem, type FormFault, type MinutesRefused, type NumberRefused } from './decision-form';
export {
  chainState,
  CHAIN_STATES,
  EXITS,
  nextStepOf,
  type Block,
  type ChainState,
  type Exit,
  type NextStep,
} from './exits';
export {
  consent,
  mayDecide,
  override,
  vacancies,
  type ConsentGround,
  type ConsentRefused,
  type OverrideConsent,
  type OverrideFault,
  type OverrideInput,
  type OverrideRefused,
  type ReasonRefused,
  type Vacancy,
} from './override';
export { hasApproved, reaffirmable } from './reaffirm';
export { sharedPlaces, type SharedPlace } from './shared';
export {
  DECISION_REMINDERS,
  decisionReminders,
  isDecisionReminderDue,
  toRemind,
  type DecisionReminder,
  type EscalationLevel,
  type MissingParty,
  type PlannedReminder,
} from './reminders';
export { isOnBoard, readBoardFilter, type BoardFilter } from './board-filter';
