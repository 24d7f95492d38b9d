import type { BodyId, DecisionId, LocalDate, PartyId, PersonId, VersionHash } from '@enig/kernel';
import { confirmedIn, recordAt } from './chain-index';
import { isApproval, isSettled, type Outcome } from './outcome';
import { decidingStepOf, stepOf, stepsFor, type Override, type PartyWay, type PlacedStep } from './steps';
import { allBefore, binds, type ChainTemplate, type StepBodyKind } from './template';

/** A body that has a place in the chain; `party` is null for one that acts for all, as the contact council. */
export interface ChainBody {
  readonly body: BodyId;
  readonly kind: StepBodyKind;
  readonly name: string;
  readonly party: PartyId | null;
  /** The last day it exists; null for one that has no end (AP-21). */
  readonly until: LocalDate | null;
}

/** What a body decided about a text: a fact. A later one supersedes it; none is overwritten. da: beslutning */
export interface Decision {
  readonly id: DecisionId;
  /** The party it is made for; null in a step that is not taken per party. */
  readonly party: PartyId | null;
  readonly body: BodyId;
  /** The key of the step in the template, or in the party's own way. */
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
  /** What a minority had put in the minutes; may be empty. da: mindretalsudtalelse */
  readonly minority: string;
  readonly minutesLink: string | null;
  /** The SHA-256 of the minutes where they are a file here, and what the file is called. da: referat */
  readonly minutesFile: string | null;
  readonly minutesName: string | null;
  /** The decision on an earlier text that is approved again, where it was done in one step (AP-22). */
  readonly reaffirms: DecisionId | null;
  /** Who recorded it. */
  readonly person: PersonId;
  /** Whether the party had chosen, when it was recorded, that a second of its people confirms (AP-18). */
  readonly needsSecond: boolean;
  /** Whether the party's, or the body's, own people recorded it; if not it counts once the party's confirm it (AP-5). */
  readonly isOwn: boolean;
  /** The decision of the same body in the same step on the same text that it corrects or follows. */
  readonly supersedes: DecisionId | null;
}

/** One of the party's people says that a decision entered for it is right: a fact of its own. da: bekræftelse */
export interface Confirmation {
  readonly decision: DecisionId;
  readonly person: PersonId;
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
  /** Whether it has been concluded on this text, so that only what was recorded wrongly is put right (AP-25). */
  readonly mayCorrect: boolean;
  /** The parties as they were when the agreement was set up. */
  readonly parties: readonly PartyId[];
  readonly bodies: readonly ChainBody[];
  /** The ways of those parties that have one of their own (AP-28). */
  readonly ways: readonly PartyWay[];
  readonly overrides: readonly Override[];
  /** The parties that have chosen that a second of their people confirms (AP-18). */
  readonly twoPeople: readonly PartyId[];
  /** In any order; those about other texts are kept and have no effect (AP-2). */
  readonly decisions: readonly Decision[];
  readonly confirmations: readonly Confirmation[];
}

/**
 * Whether a decision has effect: it is not a party's (AP-16), or its own people recorded it and no second is needed, or
 * one of them confirmed it (AP-5, AP-18).
 */
export function counts(chain: Pick<Chain, 'confirmations'>, decision: Decision): boolean {
  if (decision.party === null || (decision.isOwn && !decision.needsSecond)) return true;
  return confirmedIn(chain.confirmations).has(decision.id);
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
  return recordAt(chain.decisions, { step, party, body, version: chain.version });
}

/** The decision of one body in one step that has effect now: the latest that counts. */
export function effectiveOf(chain: Chain, step: string, party: PartyId | null, body: BodyId): Decision | null {
  return recordOf(chain, step, party, body).findLast((decision) => counts(chain, decision)) ?? null;
}

/** The party's decision that has effect now, made in the deciding step on the present text; null when there is none. */
export function effective(chain: Chain, party: PartyId): Decision | null {
  return decidingRecord(chain, party).findLast((decision) => counts(chain, decision)) ?? null;
}

/** The decision recorded or entered for the party that waits for one of its people; null when none does. */
export function awaitingConfirmation(chain: Chain, party: PartyId): Decision | null {
  return unconfirmedOf(chain, decidingRecord(chain, party));
}

/** What the party's council has recorded about the present text, first to last. */
export function decidingRecord(chain: Chain, party: PartyId): readonly Decision[] {
  return decidingRecordOn(chain, party, chain.version);
}

/** What the party's council had recorded about an earlier text, or has about the present one, first to last. */
export function decidingRecordOn(chain: Chain, party: PartyId, version: VersionHash): readonly Decision[] {
  const { key: step, bodies } = decidingStepOf(chain, party);
  return bodies.flatMap((body) => recordAt(chain.decisions, { step, party, body, version }));
}

/** What stands in a place of the board: what has effect, and what was recorded after it and does not. */
export interface Cell {
  /** The latest that counts; null while nothing does. */
  readonly stands: Decision | null;
  /** The latest of all, where that one does not count: it waits to be confirmed, or has fallen away (AP-11). */
  readonly unconfirmed: Decision | null;
}

/** What stands in a cell for a step, of several bodies that of the latest meeting. What is unconfirmed hides nothing. */
export function cellOf(chain: Chain, { key, party, bodies }: PlacedStep): Cell {
  return {
    stands: latestOf(bodies.map((body) => effectiveOf(chain, key, party, body))),
    unconfirmed: latestOf(bodies.map((body) => unconfirmedOf(chain, recordOf(chain, key, party, body)))),
  };
}

function latestOf(found: readonly (Decision | null)[]): Decision | null {
  return found.reduce(
    (latest, each) => (each && !(latest && latest.meetingDate >= each.meetingDate) ? each : latest),
    null,
  );
}

function unconfirmedOf(chain: Chain, record: readonly Decision[]): Decision | null {
  const last = record.at(-1);
  return last && !counts(chain, last) ? last : null;
}

/**
 * Whether what was recorded and not confirmed can be confirmed no more: the agreement was concluded without it, and it
 * would take an approval away (AP-25), or nothing is decided any longer. It is shown, and waits for nobody.
 */
export function hasFallenAway(chain: Chain, decision: Decision): boolean {
  if (chain.isDeciding || counts(chain, decision)) return false;
  const step = stepOf(chain, decision.party, decision.step);
  return !chain.mayCorrect || (step !== undefined && undoes(step, decision));
}

/** Whether an outcome in a step would take an approval away that a concluded agreement rests on (AP-25). */
export function undoes(step: Pick<PlacedStep, 'role'>, { outcome }: Pick<Decision, 'outcome'>): boolean {
  return binds(step) && !isApproval(outcome);
}

/** The bodies of mandatory earlier steps that have not had their say, so that this step has to wait (AP-3). */
export function openBefore(chain: Chain, step: PlacedStep): readonly BodyId[] {
  const shared = stepsFor(chain, null);
  const parties = step.party === null ? chain.parties : [step.party];
  const open = parties.flatMap((party) => {
    const all = [...shared, ...stepsFor(chain, party)];
    const before = allBefore([...all, step], [step.key]);
    return all.filter(({ key, mandatory }) => mandatory && before.has(key)).flatMap((each) => openIn(chain, each));
  });
  return [...new Set(open)];
}

/** Whether every body that takes a step has had its say, with effect (AP-24); never where nobody takes it. */
export function isTaken(chain: Chain, step: PlacedStep): boolean {
  return step.bodies.length > 0 && openIn(chain, step).length === 0;
}

function openIn(chain: Chain, { key, party, bodies }: PlacedStep): readonly BodyId[] {
  return bodies.filter((body) => {
    const decision = effectiveOf(chain, key, party, body);
    return !decision || !isSettled(decision.outcome);
  });
}
