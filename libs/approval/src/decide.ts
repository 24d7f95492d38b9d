import {
  err,
  ok,
  type BodyId,
  type DecisionId,
  type LocalDate,
  type PartyId,
  type Result,
  type VersionHash,
} from '@enig/kernel';
import { counts, hasLapsed, openBefore, recordOf, type Chain, type Confirmation, type Decision } from './chain';
import { needsReason, outcomesOf, type Outcome } from './outcome';
import type { StepTemplate } from './template';

/**
 * For whom the person acts who records or confirms: one party's own people, the people of a body that belongs to no
 * party, or the secretariat.
 */
export type Recorder =
  | { readonly kind: 'ownPeople'; readonly party: PartyId }
  | { readonly kind: 'bodysOwn'; readonly body: BodyId }
  | { readonly kind: 'secretariat' };

/** A decision as it is typed in. Its step follows from the body. */
export interface DecisionInput {
  readonly id: DecisionId;
  /** Null for a body that acts for all. */
  readonly party: PartyId | null;
  readonly body: BodyId;
  readonly outcome: Outcome;
  /** The text the body had before it. */
  readonly version: VersionHash;
  readonly meetingDate: LocalDate;
  readonly item: string;
  readonly wording: string;
  readonly reason: string;
  readonly nextMeeting: LocalDate | null;
  readonly minutesLink: string | null;
  /** The decision that the person saw and now corrects or follows up; null when there was none (AP-12). */
  readonly supersedes: DecisionId | null;
  readonly by: Recorder;
}

/** Why a decision is not recorded. */
export type DecisionRefused =
  | { readonly code: 'AP-1-NOT-A-PARTY'; readonly party: PartyId | null }
  | { readonly code: 'AP-2-TEXT-HAS-CHANGED'; readonly current: VersionHash }
  | { readonly code: 'AP-3-EARLIER-STEP-OPEN'; readonly waitingFor: readonly BodyId[] }
  | { readonly code: 'AP-4-REASON-REQUIRED'; readonly outcome: Outcome }
  | { readonly code: 'AP-5-NOT-THE-PARTYS-OWN'; readonly party: PartyId }
  | { readonly code: 'AP-6-OUTCOME-NOT-FOR-THIS-BODY'; readonly allowed: readonly Outcome[] }
  | { readonly code: 'AP-7-MEETING-IN-THE-FUTURE'; readonly today: LocalDate }
  | { readonly code: 'AP-8-NOT-BEING-DECIDED' }
  | { readonly code: 'AP-9-NEXT-MEETING-REQUIRED'; readonly after: LocalDate }
  | { readonly code: 'AP-10-ITEM-REQUIRED' }
  | { readonly code: 'AP-12-ALREADY-DECIDED'; readonly current: DecisionId | null }
  | { readonly code: 'AP-16-NOT-THE-BODYS-OWN'; readonly body: BodyId }
  | { readonly code: 'AP-17-MEETING-BEFORE-THE-TEXT'; readonly frozenOn: LocalDate };

/** Why a decision is not confirmed. */
export type ConfirmRefused =
  | { readonly code: 'AP-2-TEXT-HAS-CHANGED'; readonly current: VersionHash }
  | { readonly code: 'AP-5-NOT-THE-PARTYS-OWN'; readonly party: PartyId }
  | { readonly code: 'AP-8-NOT-BEING-DECIDED' }
  | { readonly code: 'AP-11-NOTHING-TO-CONFIRM' };

/**
 * Records one body's decision on the version it saw. Decisions are facts: a later one supersedes, none is overwritten.
 *
 * @param today the day it is typed in, in Copenhagen; the meeting was then or before (AP-7).
 * @returns the fact to append, or the first rule broken: AP-8 while it is decided, AP-1 a party of this agreement, AP-5
 *   by its own people or entered for it, AP-16 or by the body's own, AP-2 the same text, AP-3 in order, AP-12 knowing what was decided before, then
 *   what the form must hold (AP-6, AP-7, AP-17, AP-10, AP-4, AP-9).
 * @see docs/rules/approval.md
 */
export function decide(chain: Chain, input: DecisionInput, today: LocalDate): Result<Decision, DecisionRefused> {
  if (!chain.isDeciding) return err({ code: 'AP-8-NOT-BEING-DECIDED' });
  const step = stepOf(chain, input);
  if (!step) return err({ code: 'AP-1-NOT-A-PARTY', party: input.party });
  const stranger = strangerTo(input);
  if (stranger) return err(stranger);
  if (input.version !== chain.version) return err({ code: 'AP-2-TEXT-HAS-CHANGED', current: chain.version });

  const waitingFor = openBefore(chain, step, input.party);
  if (waitingFor.length > 0) return err({ code: 'AP-3-EARLIER-STEP-OPEN', waitingFor });
  const current = recordOf(chain, step.key, input.party, input.body).at(-1)?.id ?? null;
  if (input.supersedes !== current) return err({ code: 'AP-12-ALREADY-DECIDED', current });
  const fault = formFault(chain, step, input, today);
  if (fault) return err(fault);

  return ok(toDecision(input, step, input.by.kind !== 'secretariat'));
}

/**
 * Confirms a decision that was entered for a party: one of its own people says that its minutes say so (AP-5). Only the
 * latest about the present text, and only once (AP-11).
 */
export function confirm(chain: Chain, decision: DecisionId, by: Recorder): Result<Confirmation, ConfirmRefused> {
  if (!chain.isDeciding) return err({ code: 'AP-8-NOT-BEING-DECIDED' });
  const found = chain.decisions.find((each) => each.id === decision);
  if (!found) return err({ code: 'AP-11-NOTHING-TO-CONFIRM' });
  // What a body that belongs to no party decided was recorded by its own (AP-16).
  if (found.party === null) return err({ code: 'AP-11-NOTHING-TO-CONFIRM' });
  if (!isOwnPeople(by, found.party)) return err({ code: 'AP-5-NOT-THE-PARTYS-OWN', party: found.party });
  if (hasLapsed(chain, found)) return err({ code: 'AP-2-TEXT-HAS-CHANGED', current: chain.version });
  const isLatest = recordOf(chain, found.step, found.party, found.body).at(-1)?.id === decision;
  if (!isLatest || counts(chain, found)) return err({ code: 'AP-11-NOTHING-TO-CONFIRM' });
  return ok({ decision });
}

/** The step a body takes for a party; undefined when the body has no place in this chain, or not for that party. */
function stepOf(chain: Chain, { party, body }: DecisionInput): StepTemplate | undefined {
  if (party !== null && !chain.parties.includes(party)) return undefined;
  const place = chain.bodies.find((each) => each.body === body && each.party === party);
  return place && chain.template.steps.find((step) => step.bodyKinds.includes(place.kind));
}

/** Whether the recorder may not speak for the party (AP-5), or for the body that belongs to none (AP-16). */
function strangerTo({ by, party, body }: DecisionInput): DecisionRefused | null {
  if (party === null) {
    return by.kind === 'bodysOwn' && by.body === body ? null : { code: 'AP-16-NOT-THE-BODYS-OWN', body };
  }
  return by.kind === 'secretariat' || isOwnPeople(by, party) ? null : { code: 'AP-5-NOT-THE-PARTYS-OWN', party };
}

function isOwnPeople(by: Recorder, party: PartyId): boolean {
  return by.kind === 'ownPeople' && by.party === party;
}

function formFault(
  { frozenOn }: Chain,
  step: StepTemplate,
  input: DecisionInput,
  today: LocalDate,
): DecisionRefused | null {
  const { outcome, meetingDate, nextMeeting } = input;
  const allowed = outcomesOf(step);
  if (!allowed.includes(outcome)) return { code: 'AP-6-OUTCOME-NOT-FOR-THIS-BODY', allowed };
  if (meetingDate > today) return { code: 'AP-7-MEETING-IN-THE-FUTURE', today };
  if (meetingDate < frozenOn) return { code: 'AP-17-MEETING-BEFORE-THE-TEXT', frozenOn };
  if (input.item.trim() === '') return { code: 'AP-10-ITEM-REQUIRED' };
  if (needsReason(outcome) && input.reason.trim() === '') return { code: 'AP-4-REASON-REQUIRED', outcome };
  const hasNext = nextMeeting !== null && nextMeeting > meetingDate;
  if (outcome === 'postponed' && !hasNext) return { code: 'AP-9-NEXT-MEETING-REQUIRED', after: meetingDate };
  return null;
}

function toDecision(input: DecisionInput, step: StepTemplate, isOwn: boolean): Decision {
  const { id, party, body, outcome, version, meetingDate, nextMeeting, minutesLink, supersedes } = input;
  return {
    id,
    party,
    body,
    step: step.key,
    outcome,
    version,
    meetingDate,
    item: input.item.trim(),
    wording: input.wording.trim(),
    reason: input.reason.trim(),
    nextMeeting: outcome === 'postponed' ? nextMeeting : null,
    minutesLink,
    isOwn,
    supersedes,
  };
}
