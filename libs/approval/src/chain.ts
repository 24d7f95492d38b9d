import type { BodyId, DecisionId, LocalDate, PartyId, VersionHash } from '@enig/kernel';
import {
  COUNCIL_OUTCOMES,
  isApproval,
  isCouncilOutcome,
  isSettled,
  type CouncilOutcome,
  type Outcome,
} from './outcome';
import { decidingStep, type ChainTemplate, type StepBodyKind, type StepTemplate } from './template';

/** A body that has a place in the chain; `party` is null for one that acts for all, as the contact council. */
export interface ChainBody {
  readonly body: BodyId;
  readonly kind: StepBodyKind;
  readonly party: PartyId | null;
}

/** What a body decided about a text: a fact. A later one supersedes it; none is overwritten. da: beslutning */
export interface Decision {
  readonly id: DecisionId;
  /** The party it is made for; null in a step that is not taken per party. */
  readonly party: PartyId | null;
  readonly body: BodyId;
  /** The key of the step in the template. */
  readonly step: string;
  readonly outcome: Outcome;
  /** The text it is about, by hash: it says nothing about any other (AP-2). */
  readonly version: VersionHash;
  /** The day the body met. */
  readonly meetingDate: LocalDate;
  /** The item on the agenda, as it can be found in the minutes. */
  readonly item: string;
  /** The decision in the words of the minutes; may be empty. */
  readonly wording: string;
  /** The remark, condition or ground; empty for a plain approval (AP-4). */
  readonly reason: string;
  /** When the matter comes up again, after a postponement (AP-9). */
  readonly nextMeeting: LocalDate | null;
  readonly minutesLink: string | null;
  /** Whether the party's, or the body's, own people recorded it; if not it counts once the party's confirm it (AP-5). */
  readonly isOwn: boolean;
  /** The decision of the same body in the same step on the same text that it corrects or follows. */
  readonly supersedes: DecisionId | null;
}

/** One of the party's people says that a decision entered for it is right: a fact of its own. da: bekræftelse */
export interface Confirmation {
  readonly decision: DecisionId;
}

/**
 * All that is known of the way to one text's approval. Facts only: who has approved, who is missing and whether the
 * agreement is concluded are computed from them, so that nothing stored can disagree. da: godkendelseskæde
 */
export interface Chain {
  readonly template: ChainTemplate;
  /** The text that is put to the parties. */
  readonly version: VersionHash;
  /** The day that text was frozen, in Copenhagen: before it nobody had it to decide on (AP-17). */
  readonly frozenOn: LocalDate;
  /** Whether the agreement is being decided now; if not nothing can be recorded (AP-8). */
  readonly isDeciding: boolean;
  /** The parties as they were when the agreement was set up. */
  readonly parties: readonly PartyId[];
  readonly bodies: readonly ChainBody[];
  /** In any order; those about other texts are kept and have no effect (AP-2). */
  readonly decisions: readonly Decision[];
  readonly confirmations: readonly Confirmation[];
}

/**
 * How far a party has come with the text. `onCondition`, `rejected`, `postponed` and `referredBack` are no approval;
 * `awaitsConfirmation`: entered for it, and not yet confirmed by its own people.
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

/** Whether a decision has effect: it is not a party's (AP-16), or its own people recorded it, or one of them confirmed it (AP-5). */
export function counts(chain: Pick<Chain, 'confirmations'>, decision: Decision): boolean {
  if (decision.party === null || decision.isOwn) return true;
  return chain.confirmations.some((confirmation) => confirmation.decision === decision.id);
}

/** Whether a decision is about a text that is no longer the one put to the parties (AP-2). */
export function hasLapsed(chain: Pick<Chain, 'version'>, decision: Decision): boolean {
  return decision.version !== chain.version;
}

/**
 * What one body has recorded in one step about the present text, first to last, in the order in which each supersedes
 * the one before.
 */
export function recordOf(chain: Chain, step: string, party: PartyId | null, body: BodyId): readonly Decision[] {
  const found = chain.decisions.filter(
    (each) => each.step === step && each.party === party && each.body === body && !hasLapsed(chain, each),
  );
  const follows = new Map(found.map((decision) => [decision.supersedes, decision]));
  const record: Decision[] = [];
  for (let next = follows.get(null); next && record.length < found.length; next = follows.get(next.id)) {
    record.push(next);
  }
  return record;
}

/** The decision of one body in one step that has effect now: the latest that counts. */
export function effectiveOf(chain: Chain, step: string, party: PartyId | null, body: BodyId): Decision | null {
  return recordOf(chain, step, party, body).findLast((decision) => counts(chain, decision)) ?? null;
}

/** The party's decision that has effect now, made in the deciding step on the present text; null when there is none. */
export function effective(chain: Chain, party: PartyId): Decision | null {
  const council = councilOf(chain, party);
  return council ? effectiveOf(chain, decidingStep(chain.template).key, party, council.body) : null;
}

/** The decision entered for the party that waits for one of its people; null when none does. */
export function awaitingConfirmation(chain: Chain, party: PartyId): Decision | null {
  const last = decidingRecord(chain, party).at(-1);
  return last && !counts(chain, last) ? last : null;
}

/** What stands in the party's cell for a step: the latest that was recorded, whether it counts or not. */
export function cellOf(chain: Chain, step: StepTemplate, party: PartyId): Decision | null {
  const recorded = bodiesOf(chain, step, party).flatMap(
    ({ body }) => recordOf(chain, step.key, step.perParty ? party : null, body).at(-1) ?? [],
  );
  return recorded.reduce<Decision | null>(
    (latest, each) => (latest && latest.meetingDate >= each.meetingDate ? latest : each),
    null,
  );
}

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
 * The party's standing after an event. A council's effective outcome always decides it; one that was only entered never
 * takes an approval away; a recommendation matters until something weightier is known.
 */
export function nextStanding(standing: PartyStanding, event: PartyEvent): PartyStanding {
  switch (event) {
    case 'committeeRecommends':
      return standing === 'notStarted' ? 'recommended' : standing;
    case 'entered':
      return standing === 'approved' || standing === 'approvedWithRemark' ? standing : 'awaitsConfirmation';
    default:
      return OF_OUTCOME[event];
  }
}

/** How far the party has come with the present text. */
export function standing(chain: Chain, party: PartyId): PartyStanding {
  const recommended = chain.template.steps.some((step) => recommends(chain, step, party));
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

/** The bodies that may take a step for a party, or for all where the step is not per party. */
export function bodiesOf(chain: Chain, step: StepTemplate, party: PartyId): readonly ChainBody[] {
  const owner = step.perParty ? party : null;
  return chain.bodies.filter((each) => each.party === owner && step.bodyKinds.includes(each.kind));
}

/** The bodies of mandatory earlier steps that have not had their say, so that this step has to wait (AP-3). */
export function openBefore(chain: Chain, step: StepTemplate, party: PartyId | null): readonly BodyId[] {
  return chain.template.steps
    .filter((earlier) => earlier.mandatory && earlier.order < step.order)
    .flatMap((earlier) => {
      const parties = party === null ? chain.parties : [party];
      const places = earlier.perParty ? parties : [null];
      return places.flatMap((place) => openIn(chain, earlier, place));
    });
}

function openIn(chain: Chain, step: StepTemplate, party: PartyId | null): readonly BodyId[] {
  return chain.bodies
    .filter((each) => each.party === party && step.bodyKinds.includes(each.kind))
    .filter(({ body }) => {
      const decision = effectiveOf(chain, step.key, party, body);
      return !decision || !isSettled(decision.outcome);
    })
    .map(({ body }) => body);
}

function councilOf(chain: Chain, party: PartyId): ChainBody | null {
  return bodiesOf(chain, decidingStep(chain.template), party)[0] ?? null;
}

function decidingRecord(chain: Chain, party: PartyId): readonly Decision[] {
  const council = councilOf(chain, party);
  return council ? recordOf(chain, decidingStep(chain.template).key, party, council.body) : [];
}

function recommends(chain: Chain, step: StepTemplate, party: PartyId): boolean {
  if (!step.perParty) return false;
  return bodiesOf(chain, step, party).some(
    ({ body }) => effectiveOf(chain, step.key, party, body)?.outcome === 'recommended',
  );
}
