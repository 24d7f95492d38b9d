import {
  err,
  ok,
  type BodyId,
  type DecisionId,
  type LocalDate,
  type PartyId,
  type PersonId,
  type Result,
  type VersionHash,
} from '@enig/kernel';
import {
  counts,
  effectiveOf,
  hasLapsed,
  openBefore,
  recordOf,
  undoes,
  type Chain,
  type Confirmation,
  type Decision,
} from './chain';
import { formFault, isNothingNew, settledItem, type FormFault } from './decision-form';
import { isApproval, needsReason, type Outcome } from './outcome';
import { reaffirmable } from './reaffirm';
import { stepOf, stepsFor, successorOf, type PlacedStep } from './steps';
import { binds } from './template';

/**
 * For whom the person acts who records or confirms: one party's own people, the people of a body that belongs to no
 * party or decides in place of a party's council that is gone (AP-21), or the secretariat.
 */
export type Recorder =
  | { readonly kind: 'ownPeople'; readonly party: PartyId }
  | { readonly kind: 'bodysOwn'; readonly body: BodyId }
  | { readonly kind: 'secretariat' };

/** A decision as it is typed in. */
export interface DecisionInput {
  readonly id: DecisionId;
  /** Null for a body that acts for all. */
  readonly party: PartyId | null;
  readonly body: BodyId;
  /** The key of the step the body takes; null for a body that takes one step alone. */
  readonly step: string | null;
  readonly outcome: Outcome;
  /** The text the body had before it. */
  readonly version: VersionHash;
  readonly meetingDate: LocalDate;
  readonly item: string;
  readonly wording: string;
  readonly reason: string;
  readonly nextMeeting: LocalDate | null;
  readonly minority: string;
  readonly minutesLink: string | null;
  /** The SHA-256 of the minutes where they are a file here, and what the file is called; both or neither. */
  readonly minutesFile: string | null;
  readonly minutesName: string | null;
  readonly reaffirms: DecisionId | null;
  /** Who records it. */
  readonly person: PersonId;
  /** The decision that the person saw and now corrects or follows up; null when there was none (AP-12). */
  readonly supersedes: DecisionId | null;
  readonly by: Recorder;
}

/** Why a decision is not recorded. */
export type DecisionRefused =
  | { readonly code: 'AP-1-NOT-A-PARTY'; readonly party: PartyId | null }
  | { readonly code: 'AP-2-TEXT-HAS-CHANGED'; readonly current: VersionHash }
  | { readonly code: 'AP-3-EARLIER-STEP-OPEN'; readonly waitingFor: readonly BodyId[] }
  | { readonly code: 'AP-5-NOT-THE-PARTYS-OWN'; readonly party: PartyId }
  | { readonly code: 'AP-8-NOT-BEING-DECIDED' }
  | { readonly code: 'AP-12-ALREADY-DECIDED'; readonly current: DecisionId | null }
  | { readonly code: 'AP-16-NOT-THE-BODYS-OWN'; readonly body: BodyId }
  | { readonly code: 'AP-19-NOTHING-NEW' }
  | { readonly code: 'AP-22-NOTHING-TO-REAFFIRM' }
  | { readonly code: 'AP-25-CONCLUDED' }
  | FormFault;

/** Why a decision is not confirmed. */
export type ConfirmRefused =
  | { readonly code: 'AP-2-TEXT-HAS-CHANGED'; readonly current: VersionHash }
  | { readonly code: 'AP-5-NOT-THE-PARTYS-OWN'; readonly party: PartyId }
  | { readonly code: 'AP-8-NOT-BEING-DECIDED' }
  | { readonly code: 'AP-11-NOTHING-TO-CONFIRM' }
  | { readonly code: 'AP-18-SAME-PERSON' }
  | { readonly code: 'AP-25-CONCLUDED' };

/**
 * Records one body's decision on the version it saw. Decisions are facts: a later one supersedes, none is overwritten.
 *
 * @param today the day it is typed in, in Copenhagen; the meeting was then or before (AP-7).
 * @returns the fact to append, or the first rule broken: AP-8 while it is decided, AP-1 a party of this agreement, AP-5
 *   by its own people or entered for it, AP-16 or by the body's own, AP-2 the same text, AP-3 in order (not where it
 *   corrects or follows what the body recorded about this text) or AP-22 again what it approved before, AP-25 an approval still where it is concluded, AP-12 knowing what was decided before, then
 *   what the form must hold (AP-6, AP-7, AP-17, AP-21, AP-10, AP-4, AP-9), and AP-19 something new.
 * @see docs/rules/approval.md
 */
export function decide(chain: Chain, input: DecisionInput, today: LocalDate): Result<Decision, DecisionRefused> {
  if (!isOpen(chain)) return err({ code: 'AP-8-NOT-BEING-DECIDED' });
  const step = placeOf(chain, input);
  if (!step) return err({ code: 'AP-1-NOT-A-PARTY', party: input.party });
  const stranger = strangerTo(chain, input);
  if (stranger) return err(stranger);
  if (input.version !== chain.version) return err({ code: 'AP-2-TEXT-HAS-CHANGED', current: chain.version });

  const recorded = recordOf(chain, step.key, input.party, input.body).at(-1);
  const followed = recorded?.id === input.supersedes ? recorded : undefined;
  const carried = carriedOver(chain, step, input, followed);
  const reaffirms = input.reaffirms ?? carried;
  const tooSoon = reaffirms === carried ? orderFault(chain, step, followed) : reaffirmFault(chain, step, input);
  if (tooSoon) return err(tooSoon);
  const current = recorded?.id ?? null;
  if (!chain.isDeciding && (input.supersedes === null || undoes(step, input))) return err({ code: 'AP-25-CONCLUDED' });
  if (input.supersedes !== current) return err({ code: 'AP-12-ALREADY-DECIDED', current });
  const fault = formFault(chain, step, input, today);
  if (fault) return err(fault);

  const decision = toDecision(chain, step, { ...input, reaffirms });
  return isNothingNew(chain, recorded, decision) ? err({ code: 'AP-19-NOTHING-NEW' }) : ok(decision);
}

/**
 * Confirms a decision that waits for one of the party's people: that its minutes say so where it was entered for it
 * (AP-5), or as the second of two (AP-18), who is not the first, whoever they recorded it for. Only the latest about the present text, and only once
 * (AP-11).
 *
 * @param person who confirms.
 */
export function confirm(
  chain: Chain,
  decision: DecisionId,
  by: Recorder,
  person: PersonId,
): Result<Confirmation, ConfirmRefused> {
  if (!isOpen(chain)) return err({ code: 'AP-8-NOT-BEING-DECIDED' });
  const found = chain.decisions.find((each) => each.id === decision);
  if (!found) return err({ code: 'AP-11-NOTHING-TO-CONFIRM' });
  // What a body that belongs to no party decided was recorded by its own (AP-16).
  if (found.party === null) return err({ code: 'AP-11-NOTHING-TO-CONFIRM' });
  if (!speaksFor(chain, by, { party: found.party, body: found.body }))
    return err({ code: 'AP-5-NOT-THE-PARTYS-OWN', party: found.party });
  if (hasLapsed(chain, found)) return err({ code: 'AP-2-TEXT-HAS-CHANGED', current: chain.version });
  const isLatest = recordOf(chain, found.step, found.party, found.body).at(-1)?.id === decision;
  if (!isLatest || counts(chain, found)) return err({ code: 'AP-11-NOTHING-TO-CONFIRM' });
  const isSecond = found.needsSecond || chain.twoPeople.includes(found.party);
  if (isSecond && found.person === person) return err({ code: 'AP-18-SAME-PERSON' });
  const step = stepOf(chain, found.party, found.step);
  if (!chain.isDeciding && step && undoes(step, found)) return err({ code: 'AP-25-CONCLUDED' });
  return ok({ decision, person });
}

/** Whether anything can be recorded: it is being decided, or was concluded and something is put right. */
function isOpen({ isDeciding, mayCorrect }: Chain): boolean {
  return isDeciding || mayCorrect;
}

/** The bodies that a body still has to wait for in a step (AP-3), where it corrects or follows what it last recorded there. */
export function awaitedBefore(chain: Chain, step: PlacedStep, body: BodyId): readonly BodyId[] {
  return awaitedBy(chain, step, recordOf(chain, step.key, step.party, body).at(-1));
}

/**
 * A party's body that corrects or follows what it recorded about this very text was not awaited in vain: the party's own
 * earlier steps were taken then, or excused (AP-22). Only those that act for all are awaited again.
 */
function awaitedBy(chain: Chain, step: PlacedStep, followed: Decision | undefined): readonly BodyId[] {
  const open = openBefore(chain, step);
  return followed && step.party !== null ? open.filter(isSharedIn(chain)) : open;
}

function orderFault(chain: Chain, step: PlacedStep, followed: Decision | undefined): DecisionRefused | null {
  const waitingFor = awaitedBy(chain, step, followed);
  return waitingFor.length > 0 ? { code: 'AP-3-EARLIER-STEP-OPEN', waitingFor } : null;
}

/** The party's own bodies had their say when its council approved before, so only those that act for all are awaited. */
function reaffirmFault(chain: Chain, step: PlacedStep, input: DecisionInput): DecisionRefused | null {
  const { party, reaffirms, outcome, by } = input;
  const known = party === null ? [] : reaffirmable(chain, party);
  if (party === null || !binds(step) || !isApproval(outcome) || !known.some(({ id }) => id === reaffirms))
    return { code: 'AP-22-NOTHING-TO-REAFFIRM' };
  // Who approves again has seen what changed; nobody enters that for another.
  if (by.kind === 'secretariat' || !speaksFor(chain, by, input)) return { code: 'AP-5-NOT-THE-PARTYS-OWN', party };
  const waitingFor = openBefore(chain, step).filter(isSharedIn(chain));
  return waitingFor.length > 0 ? { code: 'AP-3-EARLIER-STEP-OPEN', waitingFor } : null;
}

function isSharedIn(chain: Chain): (body: BodyId) => boolean {
  const shared = new Set(stepsFor(chain, null).flatMap(({ bodies }) => bodies));
  return (body) => shared.has(body);
}

/**
 * What is corrected stays the re-affirmation it was, as long as it approves; also where what was recorded last never came
 * to count, so that it is the approval before it that is put right.
 */
function carriedOver(
  chain: Chain,
  { key }: PlacedStep,
  { outcome, party, body }: DecisionInput,
  followed: Decision | undefined,
): DecisionId | null {
  if (!followed || !isApproval(outcome)) return null;
  return effectiveOf(chain, key, party, body)?.reaffirms ?? followed.reaffirms;
}

/** The step a body takes for a party; undefined when the body has no place in it, or not for that party. */
function placeOf(chain: Chain, { party, body, step: key }: DecisionInput): PlacedStep | undefined {
  if (party !== null && !chain.parties.includes(party)) return undefined;
  const taken = stepsFor(chain, party).filter((step) => step.bodies.includes(body));
  const [only, ...others] = key === null ? taken : taken.filter((step) => step.key === key);
  return others.length === 0 ? only : undefined;
}

/** Whether the recorder may not speak for the party (AP-5), or for the body that belongs to none (AP-16). */
function strangerTo(chain: Chain, { by, party, body }: DecisionInput): DecisionRefused | null {
  if (party === null) {
    return by.kind === 'bodysOwn' && by.body === body ? null : { code: 'AP-16-NOT-THE-BODYS-OWN', body };
  }
  if (by.kind === 'secretariat' || speaksFor(chain, by, { party, body })) return null;
  return { code: 'AP-5-NOT-THE-PARTYS-OWN', party };
}

/** The party's own people, or those of the council that decides in its place, about what that council decides (AP-21). */
function speaksFor(chain: Chain, by: Recorder, { party, body }: Pick<DecisionInput, 'party' | 'body'>): boolean {
  if (by.kind === 'bodysOwn') return party !== null && by.body === body && successorOf(chain, party) === body;
  return by.kind === 'ownPeople' && by.party === party;
}

function toDecision(chain: Chain, { key: step }: PlacedStep, { by, ...input }: DecisionInput): Decision {
  const { party, outcome, nextMeeting } = input;
  return {
    ...input,
    step,
    item: settledItem(input.item),
    wording: input.wording.trim(),
    reason: needsReason(outcome) ? input.reason.trim() : '',
    minority: input.minority.trim(),
    nextMeeting: outcome === 'postponed' ? nextMeeting : null,
    isOwn: by.kind !== 'secretariat',
    needsSecond: by.kind !== 'secretariat' && party !== null && chain.twoPeople.includes(party),
  };
}
