import type { BodyId, OverrideId, PartyId, PersonId } from '@enig/kernel';
import type { Chain } from './chain';
import { oncePerParty } from './chain-index';
import {
  allBefore,
  binds,
  decidingStep,
  isTold,
  leadsUp,
  type StepDue,
  type StepRole,
  type StepTemplate,
} from './template';
import { isOneOf } from './template-file';

/** A step of a party's own way to its decision: a body of its own that says something before its council decides. */
export interface WayStep {
  /** Stable within the way. */
  readonly key: string;
  readonly name: string;
  readonly body: BodyId;
  /** The keys of the way's steps it comes after. */
  readonly after: readonly string[];
  /** Whether what comes later waits for it (AP-3). */
  readonly mandatory: boolean;
}

/** A party's own way to its council's decision, in place of the template's; without steps it is the template's. da: egen vej */
export interface PartyWay {
  readonly party: PartyId;
  readonly steps: readonly WayStep[];
}

/**
 * Two people have agreed that one step is taken otherwise: it is skipped, or another body takes it. It never touches a
 * decision, a hash, a deadline or unanimity (AP-24). da: afvigelse
 */
export interface Override {
  readonly id: OverrideId;
  readonly step: string;
  /** Null for a step that is taken once for all. */
  readonly party: PartyId | null;
  readonly kind: 'skip' | 'replaceBody';
  /** The body that takes the step instead; null where it is skipped. */
  readonly body: BodyId | null;
  readonly reason: string;
  readonly asked: PersonId;
  /** Null while the second person has not agreed: until then it has no effect. */
  readonly agreed: PersonId | null;
}

/** A step where it stands: in one party's way, or once for all. */
export interface PlacedStep {
  readonly key: string;
  readonly name: string;
  readonly role: StepRole;
  /** Null where it is taken once for all. */
  readonly party: PartyId | null;
  /** Who takes it; each on its own. */
  readonly bodies: readonly BodyId[];
  /** The steps it comes after, of this party or of all. */
  readonly after: readonly string[];
  readonly mandatory: boolean;
  /** Whether nothing is recorded in it, since the body is only told what the parties have decided. */
  readonly isTold: boolean;
  readonly due: StepDue | null;
  readonly ground: string;
}

/**
 * The steps of a party, or those taken once for all where it is null. A party's own way stands in place of what the
 * template says its bodies do before the council decides.
 */
export function stepsFor(chain: Chain, party: PartyId | null): readonly PlacedStep[] {
  return placedSteps(chain, party);
}

const placedSteps = oncePerParty(placeSteps);

function placeSteps(chain: Chain, party: PartyId | null): readonly PlacedStep[] {
  const way = chain.ways.find((each) => each.party === party && each.steps.length > 0);
  const own = chain.template.steps.filter(({ perParty }) => perParty === (party !== null));
  const placed =
    party && way ? alongWay(chain, own, { ...way, party }) : own.map((step) => fromTemplate(chain, step, party));
  return placed.map((step) => asAgreed(chain, step));
}

/** The step of that key which a party takes, or which is taken once for all; undefined for none, and for several. */
export function stepOf(chain: Chain, party: PartyId | null, key: string): PlacedStep | undefined {
  const [only, ...others] = stepsFor(chain, party).filter((step) => step.key === key);
  return others.length === 0 ? only : undefined;
}

/** The step in which a party's council decides. */
export function decidingStepOf(chain: Chain, party: PartyId): PlacedStep {
  const step = stepsFor(chain, party).find(binds);
  if (!step) throw new RangeError(`${party} has no step in which it decides`);
  return step;
}

/**
 * The body that decides for a party in place of its council, which is gone: two people have agreed to it (AP-24). Null
 * where the party's own council decides. da: efterfølger
 */
export function successorOf(chain: Pick<Chain, 'template' | 'overrides'>, party: PartyId): BodyId | null {
  const { key } = decidingStep(chain.template);
  const taken = chain.overrides.findLast((each) => {
    return each.agreed !== null && each.party === party && each.step === key && each.kind === 'replaceBody';
  });
  return taken?.body ?? null;
}

function fromTemplate(chain: Chain, step: StepTemplate, party: PartyId | null): PlacedStep {
  const { key, name, role, after, mandatory, due, ground } = step;
  const found = chain.bodies.filter((each) => each.party === party && isOneOf(step.bodies, each));
  const bodies = found.map(({ body }) => body);
  const told = isTold(chain.template.steps, step);
  return { key, name, role, party, bodies, after, mandatory: mandatory && !told, isTold: told, due, ground };
}

/** The way's first steps come after what the template's would have; the council's decision comes after them all. */
function alongWay(chain: Chain, own: readonly StepTemplate[], way: PartyWay): readonly PlacedStep[] {
  const replaced = own.filter(leadsUp);
  const keys = new Set(replaced.map(({ key }) => key));
  const outside = [...allBefore(chain.template.steps, [...keys])].filter((key) => !keys.has(key));
  const steps = way.steps.map((step): PlacedStep => {
    const { key, name, body, mandatory } = step;
    const after = step.after.length > 0 ? step.after : outside;
    const placed = { key, name, role: 'recommends', party: way.party, bodies: [body], after, mandatory } as const;
    return { ...placed, isTold: false, due: null, ground: '' };
  });
  const kept = own
    .filter((step) => !leadsUp(step))
    .map((step) => {
      const placed = fromTemplate(chain, step, way.party);
      const wayEnds = binds(step) ? way.steps.map(({ key }) => key) : [];
      const passedOver = binds(step) ? outside : [];
      const after = [...placed.after.filter((key) => !keys.has(key)), ...passedOver, ...wayEnds];
      return { ...placed, after: [...new Set(after)] };
    });
  return [...steps, ...kept];
}

function asAgreed(chain: Chain, step: PlacedStep): PlacedStep {
  return chain.overrides
    .filter(({ agreed, party, step: key }) => agreed !== null && party === step.party && key === step.key)
    .reduce<PlacedStep>(
      (now, { kind, body }) =>
        kind === 'skip' || body === null ? { ...now, mandatory: false } : { ...now, bodies: [body] },
      step,
    );
}
