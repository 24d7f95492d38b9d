import {
  err,
  ok,
  type BodyId,
  type LocalDate,
  type OverrideId,
  type PartyId,
  type PersonId,
  type Result,
} from '@enig/kernel';
import { effective, isTaken, type Chain, type ChainBody } from './chain';
import type { Recorder } from './decide';
import { isApproval } from './outcome';
import { decidingStepOf, stepOf, type Override, type PlacedStep } from './steps';
import { binds } from './template';

/** What somebody asks for: that a step is skipped, or taken by another body. */
export interface OverrideInput {
  readonly id: OverrideId;
  readonly step: string;
  readonly party: PartyId | null;
  readonly kind: Override['kind'];
  /** The body that takes it instead, as it is known; null where it is skipped, or nobody knows it. */
  readonly taker: ChainBody | null;
  readonly reason: string;
  readonly person: PersonId;
}

/** Why a step cannot be taken so, the day it is asked or the day it is agreed to. */
export type OverrideFault =
  | { readonly code: 'AP-24-NO-SUCH-STEP' }
  | { readonly code: 'AP-24-OVERRIDE-DECIDES' }
  | { readonly code: 'AP-24-STEP-TAKEN' }
  | { readonly code: 'AP-24-NOBODY-TAKES-IT' };

/** Why a step is not taken otherwise. */
export type OverrideRefused =
  OverrideFault | { readonly code: 'AP-8-NOT-BEING-DECIDED' } | { readonly code: 'AP-24-REASON-REQUIRED' };

/** The reason seems to hold a personal number, and would stand for good where all parties read it (AP-24). */
export interface ReasonRefused {
  readonly code: 'AP-24-REASON-HOLDS-NUMBER';
}

/** Why somebody's agreement is not taken. */
export type ConsentRefused =
  | OverrideFault
  | { readonly code: 'AP-8-NOT-BEING-DECIDED' }
  | { readonly code: 'AP-24-NOTHING-TO-AGREE-TO' }
  | { readonly code: 'AP-24-SAME-PERSON' }
  | { readonly code: 'AP-24-NOT-THE-PARTYS-OWN'; readonly party: PartyId | null };

/** Another person agreed that a step is taken otherwise. da: samtykke til afvigelse */
export interface OverrideConsent {
  readonly override: OverrideId;
  readonly person: PersonId;
}

/**
 * Asks that a step is taken otherwise (AP-24). It has no effect until one of the party's own people agrees, or of the
 * people of the council that comes after the party's. The step in which a council decides is never skipped; another body
 * takes it only when the council is gone and has not approved. One that all who are asked have taken is not asked about.
 *
 * @param today the day it is asked, in Copenhagen.
 */
export function override(chain: Chain, input: OverrideInput, today: LocalDate): Result<Override, OverrideRefused> {
  if (!chain.isDeciding) return err({ code: 'AP-8-NOT-BEING-DECIDED' });
  const { id, party, step, kind, taker, person } = input;
  const fault = faultOf(chain, input, today);
  if (fault) return err(fault);
  const reason = input.reason.trim();
  if (reason === '') return err({ code: 'AP-24-REASON-REQUIRED' });
  const body = kind === 'skip' ? null : (taker?.body ?? null);
  return ok({ id, step, party, kind, body, reason, asked: person, agreed: null });
}

/** What is wrong with it as the chain stands: what was asked for once may be out of date when it is agreed to. */
function faultOf(
  chain: Chain,
  { party, step: key, kind, taker }: Pick<OverrideInput, 'party' | 'step' | 'kind' | 'taker'>,
  today: LocalDate,
): OverrideFault | null {
  const isKnown = party === null || chain.parties.includes(party);
  const step = isKnown ? stepOf(chain, party, key) : undefined;
  if (!step) return { code: 'AP-24-NO-SUCH-STEP' };
  if (binds(step) && !(kind === 'replaceBody' && isVacant(chain, step, today)))
    return { code: 'AP-24-OVERRIDE-DECIDES' };
  if (!binds(step) && isTaken(chain, step)) return { code: 'AP-24-STEP-TAKEN' };
  if (kind === 'skip') return null;
  return taker && !isGone(taker, today) && mayTake(taker, step) ? null : { code: 'AP-24-NOBODY-TAKES-IT' };
}

/**
 * In place of a council that is gone a council; in place of a party's other bodies one of its own, or one of nobody's; in
 * place of one that acts for all another that belongs to nobody.
 */
function mayTake(taker: ChainBody, step: PlacedStep): boolean {
  if (binds(step)) return mayDecide(taker);
  return taker.party === null || taker.party === step.party;
}

/** How things stand when somebody agrees: the day, in Copenhagen, and the body that is to take the step, as it is known. */
export interface ConsentGround {
  readonly today: LocalDate;
  readonly taker: ChainBody | null;
}

/**
 * Agrees that a step is taken otherwise, and is not the one who asked (AP-24): one of the party's own people, or, where a
 * council is gone, one of the people of the council that is to decide in its place (AP-21). What was asked for is held
 * against the chain as it stands now: a council that has approved meanwhile is not replaced.
 */
export function consent(
  chain: Chain,
  id: OverrideId,
  { by, person }: { readonly by: Recorder; readonly person: PersonId },
  { today, taker }: ConsentGround,
): Result<OverrideConsent, ConsentRefused> {
  if (!chain.isDeciding) return err({ code: 'AP-8-NOT-BEING-DECIDED' });
  const found = chain.overrides.find((each) => each.id === id);
  if (!found || found.agreed !== null) return err({ code: 'AP-24-NOTHING-TO-AGREE-TO' });
  const { party } = found;
  if (!isTheirs(chain, found, by)) return err({ code: 'AP-24-NOT-THE-PARTYS-OWN', party });
  if (found.asked === person) return err({ code: 'AP-24-SAME-PERSON' });
  const fault = faultOf(chain, { ...found, taker: taker?.body === found.body ? taker : null }, today);
  return fault ? err(fault) : ok({ override: id, person });
}

function isTheirs(chain: Chain, { party, body, step: key }: Override, by: Recorder): boolean {
  if (by.kind === 'ownPeople') return party === null ? chain.parties.includes(by.party) : by.party === party;
  const step = stepOf(chain, party, key);
  return by.kind === 'bodysOwn' && by.body === body && step !== undefined && binds(step);
}

/** A party that left, as in a merger, before its council had approved. da: udgået part */
export interface Vacancy {
  readonly party: PartyId;
  /** The council that is gone, and its last day. */
  readonly council: BodyId;
  readonly until: LocalDate;
}

/**
 * The parties whose council is gone and has not approved (AP-21): each needs a council in its place, as two people agree
 * (AP-24), or a new version without it.
 */
export function vacancies(chain: Chain, today: LocalDate): readonly Vacancy[] {
  return chain.parties.flatMap((party): Vacancy[] => {
    const step = decidingStepOf(chain, party);
    const last = isVacant(chain, step, today) ? takersOf(chain, step).at(-1) : undefined;
    return last && last.until !== null ? [{ party, council: last.body, until: last.until }] : [];
  });
}

/** Whether all who take the step are gone, and the party has not approved. */
function isVacant(chain: Chain, step: PlacedStep, today: LocalDate): boolean {
  if (step.party === null) return false;
  const decision = effective(chain, step.party);
  if (decision && isApproval(decision.outcome)) return false;
  const takers = takersOf(chain, step);
  return takers.length > 0 && takers.every((each) => isGone(each, today));
}

function takersOf(chain: Chain, { bodies, party }: PlacedStep): readonly ChainBody[] {
  return chain.bodies.filter((each) => each.party === party && bodies.includes(each.body));
}

function isGone({ until }: ChainBody, today: LocalDate): boolean {
  return until !== null && until < today;
}

/** Whether a body can decide in place of a council that is gone: a council that comes after it, or the one that prepares it. */
export function mayDecide({ kind }: Pick<ChainBody, 'kind'>): boolean {
  return kind === 'municipalCouncil' || kind === 'regionalCouncil' || kind === 'preparatoryCommittee';
}
