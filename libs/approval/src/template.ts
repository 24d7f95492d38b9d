/** The kinds of body a step can belong to. A party has one council: municipal or regional. */
export type StepBodyKind = 'contactCouncil' | 'administration' | 'committee' | 'municipalCouncil' | 'regionalCouncil';

/** What a body does in its step. Only `decides` binds a party. */
export type StepRole = 'prepares' | 'recommends' | 'decides' | 'isInformed';

/** Every role of a step. */
export const STEP_ROLES: readonly StepRole[] = ['prepares', 'recommends', 'decides', 'isInformed'];

/** What a role amounts to: whether it binds the party, and whether it comes before what does. */
const DUTIES: Readonly<Record<StepRole, { readonly binds: boolean; readonly leadsUp: boolean }>> = {
  prepares: { binds: false, leadsUp: true },
  recommends: { binds: false, leadsUp: true },
  decides: { binds: true, leadsUp: false },
  isInformed: { binds: false, leadsUp: false },
};

/** One step on the way to a decision. da: godkendelsestrin */
export interface StepTemplate {
  /** Stable within the template, as `council`. */
  readonly key: string;
  /** What people call it, in Danish. */
  readonly name: string;
  /** 1-based. Steps that share an order are taken in parallel. */
  readonly order: number;
  /** The kinds of body that may take it: for the deciding step both kinds of council, each for its own party. */
  readonly bodyKinds: readonly StepBodyKind[];
  readonly role: StepRole;
  /** Whether every party takes it for itself, or it is taken once for all. */
  readonly perParty: boolean;
  /** Whether later steps wait for it (AP-3). */
  readonly mandatory: boolean;
  /** Why the step exists, in Danish; shown on the board. */
  readonly ground: string;
}

/**
 * The way an agreement takes to its decisions, as data. A running agreement is pinned to one version of it. What no
 * template can change: every party decides on the same text, and all must approve (AP-14). da: skabelon for godkendelse
 */
export interface ChainTemplate {
  readonly key: string;
  readonly version: number;
  readonly name: string;
  readonly steps: readonly StepTemplate[];
}

/** What is wrong with a template (AP-13). */
export type TemplateFault =
  | { readonly code: 'AP-13-NOT-ONE-DECIDING-STEP'; readonly found: number }
  | { readonly code: 'AP-13-DECIDING-STEP-NOT-FOR-ALL'; readonly step: string }
  | { readonly code: 'AP-13-DUPLICATE-KEY'; readonly step: string }
  | { readonly code: 'AP-13-ORDER-NOT-POSITIVE'; readonly step: string }
  | { readonly code: 'AP-13-NOT-BEFORE-THE-DECISION'; readonly step: string }
  | { readonly code: 'AP-13-BODY-KIND-TWICE'; readonly step: string }
  | { readonly code: 'AP-13-NO-BODY-KIND'; readonly step: string }
  | { readonly code: 'AP-13-GROUND-MISSING'; readonly step: string };

/**
 * The faults of a template; none when it can be used (AP-13): one mandatory step in which every party decides, unique
 * keys, each kind of body in one step, whole orders from 1, what prepares or recommends before the decision, and a
 * ground for each step.
 */
export function checkTemplate(template: ChainTemplate): readonly TemplateFault[] {
  const deciding = template.steps.filter(binds);
  const oneDecides: TemplateFault[] =
    deciding.length === 1 ? [] : [{ code: 'AP-13-NOT-ONE-DECIDING-STEP', found: deciding.length }];
  return [...oneDecides, ...template.steps.flatMap((step, index) => faultsOf(template, step, index))];
}

/** The step in which the parties decide. @throws RangeError for a template that `checkTemplate` finds fault with. */
export function decidingStep(template: ChainTemplate): StepTemplate {
  const step = template.steps.find(binds);
  if (!step) throw new RangeError(`The template ${template.key} has no deciding step`);
  return step;
}

function binds(step: StepTemplate): boolean {
  return DUTIES[step.role].binds;
}

function faultsOf({ steps }: ChainTemplate, step: StepTemplate, index: number): readonly TemplateFault[] {
  const before = steps.slice(0, index);
  const decidedAt = Math.min(...steps.filter(binds).map(({ order }) => order));
  const found: readonly [boolean, TemplateFault][] = [
    [binds(step) && !(step.mandatory && step.perParty), { code: 'AP-13-DECIDING-STEP-NOT-FOR-ALL', step: step.key }],
    [before.some(({ key }) => key === step.key), { code: 'AP-13-DUPLICATE-KEY', step: step.key }],
    [!Number.isInteger(step.order) || step.order < 1, { code: 'AP-13-ORDER-NOT-POSITIVE', step: step.key }],
    [DUTIES[step.role].leadsUp && step.order >= decidedAt, { code: 'AP-13-NOT-BEFORE-THE-DECISION', step: step.key }],
    [
      before.some(({ bodyKinds }) => bodyKinds.some((kind) => step.bodyKinds.includes(kind))),
      { code: 'AP-13-BODY-KIND-TWICE', step: step.key },
    ],
    [step.bodyKinds.length === 0, { code: 'AP-13-NO-BODY-KIND', step: step.key }],
    [step.ground.trim() === '', { code: 'AP-13-GROUND-MISSING', step: step.key }],
  ];
  return found.flatMap(([isFault, fault]) => (isFault ? [fault] : []));
}
