import { findPersonalNumbers } from '@enig/hearing';
import { err, ok, type LocalDate, type Result } from '@enig/kernel';
import { tooFewParties, type AgreementAct, type TooFewParties } from './acts';

/**
 * Where an agreement stands on its way. da: udkast, i høring, svar behandles, til godkendelse, indgået, opgivet
 */
export type AgreementState = 'drafting' | 'hearing' | 'treating' | 'deciding' | 'concluded' | 'abandoned';

/** Every state of an agreement. */
export const AGREEMENT_STATES: readonly AgreementState[] = [
  'drafting',
  'hearing',
  'treating',
  'deciding',
  'concluded',
  'abandoned',
];

/**
 * What happens to an agreement; each is recorded as a fact, and the state is their fold (`stateOf`). `hearVersion`: a
 * version that was frozen before is heard, without a new freeze.
 */
export type AgreementEvent =
  'freezeForHearing' | 'hearVersion' | 'endHearing' | 'freezeForDecision' | 'reopenWriting' | 'conclude' | 'abandon';

/** Every event of an agreement. */
export const AGREEMENT_EVENTS: readonly AgreementEvent[] = [
  'freezeForHearing',
  'hearVersion',
  'endHearing',
  'freezeForDecision',
  'reopenWriting',
  'conclude',
  'abandon',
];

/**
 * What has to be done in the same transaction as the event: `closeTexts` and `openTexts` for writing, `lapseApprovals`
 * (they were of a text that now changes), `publish` what was agreed.
 */
export type AgreementEffect = 'closeTexts' | 'openTexts' | 'lapseApprovals' | 'publish';

/** What the rules must know beside the state; read under the agreement's lock. */
export interface AgreementFacts {
  readonly act: AgreementAct;
  /** Sections that are not removed. */
  readonly sections: number;
  readonly parties: number;
  /** Hearing rounds about the agreement's text that are not closed; a party's own rounds are not counted (HE-22). */
  readonly openRounds: number;
  /** Those of them whose deadline lies ahead and where somebody has not answered. */
  readonly collecting: number;
  /** Whether the chain says that every party has approved the present text. */
  readonly everyoneApproved: boolean;
  /** Why; needed to reopen and to abandon. */
  readonly reason: string;
}

/** Why an agreement does not take a step. */
export type AgreementRefused =
  | { readonly code: 'AG-1-NOT-IN-THIS-STATE'; readonly state: AgreementState; readonly event: AgreementEvent }
  | { readonly code: 'AG-2-NO-SECTIONS' }
  | { readonly code: 'AG-4-STILL-COLLECTING'; readonly rounds: number }
  | { readonly code: 'AG-5-ROUND-NOT-CLOSED'; readonly rounds: number }
  | { readonly code: 'AG-6-NOT-EVERYONE-HAS-APPROVED' }
  | { readonly code: 'AG-7-REASON-REQUIRED'; readonly event: AgreementEvent }
  | { readonly code: 'AG-7-REASON-HOLDS-NUMBER' }
  | TooFewParties;

/** Where an event leads and what it entails. */
export interface AgreementStep {
  readonly state: AgreementState;
  readonly effects: readonly AgreementEffect[];
}

type Steps = Readonly<Partial<Record<AgreementEvent, AgreementStep>>>;

/** What is heard is a version: people write on in the texts meanwhile. */
const heard: AgreementStep = { state: 'hearing', effects: [] };
const freezeForDecision: AgreementStep = { state: 'deciding', effects: ['closeTexts'] };
/** What is closed already is closed again, for the reason that now holds. */
const abandon: AgreementStep = { state: 'abandoned', effects: ['closeTexts'] };
const conclude: AgreementStep = { state: 'concluded', effects: ['closeTexts', 'publish'] };

const NEXT: Readonly<Record<AgreementState, Steps>> = {
  drafting: { freezeForHearing: heard, hearVersion: heard, freezeForDecision, abandon },
  hearing: {
    freezeForHearing: heard,
    hearVersion: heard,
    endHearing: { state: 'treating', effects: [] },
    abandon,
  },
  treating: { freezeForHearing: heard, hearVersion: heard, freezeForDecision, abandon },
  deciding: {
    reopenWriting: { state: 'drafting', effects: ['openTexts', 'lapseApprovals'] },
    conclude,
    abandon,
  },
  concluded: {},
  abandoned: {},
};

/**
 * The step an agreement takes on an event, or the first rule that forbids it: AG-1 it is not in the state for it, AG-2,
 * AG-8 and AG-42 there is something to freeze and somebody to agree with, AG-4 nobody is still answering, AG-5 every
 * round is closed, AG-6 all have approved, AG-7 a reason is given.
 *
 * @see docs/rules/agreement.md
 */
export function transition(
  state: AgreementState,
  event: AgreementEvent,
  facts: AgreementFacts,
): Result<AgreementStep, AgreementRefused> {
  const step = NEXT[state][event];
  if (!step) return err({ code: 'AG-1-NOT-IN-THIS-STATE', state, event });
  const refused = GUARDS[event](facts);
  return refused ? err(refused) : ok(step);
}

const GUARDS: Readonly<Record<AgreementEvent, (facts: AgreementFacts) => AgreementRefused | null>> = {
  freezeForHearing: somethingToFreeze,
  hearVersion: () => null,
  endHearing: ({ collecting }) => (collecting > 0 ? { code: 'AG-4-STILL-COLLECTING', rounds: collecting } : null),
  freezeForDecision: (facts) =>
    somethingToFreeze(facts) ??
    (facts.openRounds > 0 ? { code: 'AG-5-ROUND-NOT-CLOSED', rounds: facts.openRounds } : null),
  reopenWriting: ({ reason }) => reasonFault(reason, 'reopenWriting'),
  conclude: ({ everyoneApproved }) => (everyoneApproved ? null : { code: 'AG-6-NOT-EVERYONE-HAS-APPROVED' }),
  abandon: ({ reason }) => reasonFault(reason, 'abandon'),
};

function somethingToFreeze({ act, sections, parties }: AgreementFacts): AgreementRefused | null {
  return sections === 0 ? { code: 'AG-2-NO-SECTIONS' } : tooFewParties(act, parties);
}

/** It is kept for good and read by all parties, so no personal number may stand in it either. */
function reasonFault(reason: string, event: AgreementEvent): AgreementRefused | null {
  if (reason.trim() === '') return { code: 'AG-7-REASON-REQUIRED', event };
  return findPersonalNumbers(reason).length > 0 ? { code: 'AG-7-REASON-HOLDS-NUMBER' } : null;
}

/** The events that the state has a place for, whatever the facts. Pages ask it before they show a button. */
export function eventsOf(state: AgreementState): readonly AgreementEvent[] {
  return AGREEMENT_EVENTS.filter((event) => NEXT[state][event] !== undefined);
}

/**
 * The state that the recorded events lead to, from `drafting`.
 *
 * @throws RangeError when the record is not one that the table allows.
 */
export function stateOf(events: readonly AgreementEvent[]): AgreementState {
  return events.reduce<AgreementState>((state, event) => {
    const step = NEXT[state][event];
    if (!step) throw new RangeError(`An agreement that is ${state} has no ${event}`);
    return step.state;
  }, 'drafting');
}

/** Whether the agreement's texts may be written on: until they are put to the parties, also while a version is heard. */
export function isWritingOpen(state: AgreementState): boolean {
  return state === 'drafting' || state === 'hearing' || state === 'treating';
}

/**
 * The reopening that the text is written on after, with what is on record of it (AG-7); null where it never was put to
 * the parties, or is put to them again.
 */
export function lastReopening<Recorded extends { readonly event: AgreementEvent }>(
  recorded: readonly Recorded[],
): Recorded | null {
  if (!isWritingOpen(stateOf(recorded.map(({ event }) => event)))) return null;
  // What is written on now was not put to the parties since.
  return recorded.findLast(({ event }) => event === 'reopenWriting') ?? null;
}

/** The agreement is put to the parties, concluded or abandoned: nothing in it is changed now (AG-22). */
export type WritingClosed = { readonly code: 'AG-22-WRITING-CLOSED'; readonly state: AgreementState };

/** Parts, sections, parties and annexes are changed only while writing is open (AG-22): what is decided stands still. */
export function checkWritingOpen(state: AgreementState): Result<AgreementState, WritingClosed> {
  return isWritingOpen(state) ? ok(state) : err({ code: 'AG-22-WRITING-CLOSED', state });
}

/** The agreement is given up, and what hung on it stands still (AG-24). */
export type Abandoned = { readonly code: 'AG-24-ABANDONED' };

/** A hearing goes on only while its agreement does: in one that is given up nothing is answered, moved or closed (AG-24). */
export function checkNotAbandoned(state: AgreementState): Result<AgreementState, Abandoned> {
  return state === 'abandoned' ? err({ code: 'AG-24-ABANDONED' }) : ok(state);
}

/** What people are told of an agreement: its state, and once concluded whether it is in force or was. */
export type Standing = AgreementState | 'inForce' | 'ended';

/** Every standing. */
export const STANDINGS: readonly Standing[] = [...AGREEMENT_STATES, 'inForce', 'ended'];

/** The time an agreement is made for, first and last day included. da: aftaleperiode */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * Concluded is not in force: it takes effect on the period's first day or the day it was concluded, whichever is later,
 * and ends after the period's last day. One that was concluded after it has never been in force, and so has not ended:
 * it stays concluded (AG-9). da: i kraft, udløbet
 *
 * @param concludedOn the day the last approval took effect; null before.
 * @param lastDay     its last day as it was extended or cut short (`lastDayOf`); else the period's.
 */
export function standingOf(
  state: AgreementState,
  period: Period,
  concludedOn: LocalDate | null,
  today: LocalDate,
  lastDay: LocalDate = period.to,
): Standing {
  if (state !== 'concluded' || concludedOn === null) return state;
  const inForceFrom = period.from > concludedOn ? period.from : concludedOn;
  if (inForceFrom > lastDay) return state;
  if (today > lastDay) return 'ended';
  return today >= inForceFrom ? 'inForce' : 'concluded';
}
