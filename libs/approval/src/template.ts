/** The kinds of body a step can belong to. A party has one council: municipal or regional. */
export type StepBodyKind =
  | 'contactCouncil'
  | 'liaisonCommittee'
  | 'steeringGroup'
  | 'executiveNetwork'
  | 'dialogueForum'
  | 'disabilityCouncil'
  | 'administration'
  | 'committee'
  | 'financeCommittee'
  | 'municipalCouncil'
  | 'regionalCouncil'
  | 'preparatoryCommittee'
  | 'nationalBoard';

/** Every kind of body a step can belong to. */
export const STEP_BODY_KINDS: readonly StepBodyKind[] = [
  'contactCouncil',
  'liaisonCommittee',
  'steeringGroup',
  'executiveNetwork',
  'dialogueForum',
  'disabilityCouncil',
  'administration',
  'committee',
  'financeCommittee',
  'municipalCouncil',
  'regionalCouncil',
  'preparatoryCommittee',
  'nationalBoard',
];

/**
 * What a body does in its step. Only `decides` binds a party. `isHeard` is drawn and never recorded: the hearing has its
 * own rounds.
 */
export type StepRole = 'prepares' | 'recommends' | 'isHeard' | 'decides' | 'isInformed';

/** Every role of a step. */
export const STEP_ROLES: readonly StepRole[] = ['prepares', 'recommends', 'isHeard', 'decides', 'isInformed'];

/** A body that may take a step: all of a kind, or the one of that name where there are several of a kind. */
export interface StepBody {
  readonly kind: StepBodyKind;
  readonly name: string | null;
}

/** By when a step should be taken: so many days before the agreement's deadline, or in a month of that year (1–12). */
export type StepDue =
  { readonly kind: 'beforeDeadline'; readonly days: number } | { readonly kind: 'month'; readonly month: number };

/** One step on the way to a decision. da: godkendelsestrin */
export interface StepTemplate {
  /** Stable within the template, as `council`. */
  readonly key: string;
  /** What people call it, in Danish. */
  readonly name: string;
  /** The keys of the steps it comes after. Steps of which none comes after the other are taken in parallel. */
  readonly after: readonly string[];
  /** The bodies that take it: for the deciding step both kinds of council, each for its own party. */
  readonly bodies: readonly StepBody[];
  readonly role: StepRole;
  /** Whether every party takes it for itself, or it is taken once for all. */
  readonly perParty: boolean;
  /** Whether later steps wait for it (AP-3). */
  readonly mandatory: boolean;
  /** Why the step exists, in Danish; shown on the board. */
  readonly ground: string;
  readonly due: StepDue | null;
}

/** What the chain decides on: a whole agreement, one of its parts apart, an addendum to it or its extension. */
export type TemplateAct = 'agreement' | 'part' | 'addendum' | 'extension';

/**
 * The way an agreement takes to its decisions, as data. A running agreement is pinned to one version of it. What no
 * template can change: every party decides on the same text, and all must approve (AP-14). da: skabelon for godkendelse
 */
export interface ChainTemplate {
  readonly key: string;
  readonly version: number;
  readonly name: string;
  readonly act: TemplateAct;
  readonly steps: readonly StepTemplate[];
}

/** Whether the step binds a party. */
export function binds({ role }: Pick<StepTemplate, 'role'>): boolean {
  return role === 'decides';
}

/**
 * Whether a body that acts for all is only told once the parties have decided, as the national board is. It is told by
 * being sent what was concluded; nothing is recorded of it as of one that has a say.
 */
export function isTold(
  steps: readonly Pick<StepTemplate, 'key' | 'after' | 'role'>[],
  { key, role, perParty }: Pick<StepTemplate, 'key' | 'role' | 'perParty'>,
): boolean {
  if (role !== 'isInformed' || perParty) return false;
  const before = allBefore(steps, [key]);
  return steps.some((step) => binds(step) && before.has(step.key));
}

/** Whether the step comes before what binds, by its very nature. */
export function leadsUp({ role }: Pick<StepTemplate, 'role'>): boolean {
  return role === 'prepares' || role === 'recommends';
}

/** The step in which the parties decide. @throws RangeError for a template that `checkTemplate` finds fault with. */
export function decidingStep(template: ChainTemplate): StepTemplate {
  const step = template.steps.find(binds);
  if (!step) throw new RangeError(`The template ${template.key} has no deciding step`);
  return step;
}

/** The keys of all steps that come before one of these, however far back. */
export function allBefore(
  steps: readonly Pick<StepTemplate, 'key' | 'after'>[],
  keys: readonly string[],
): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...keys];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    for (const earlier of steps.find((step) => step.key === key)?.after ?? []) {
      if (found.has(earlier)) continue;
      found.add(earlier);
      waiting.push(earlier);
    }
  }
  return found;
}

/**
 * Where a step stands in the order: 1 for one that comes after nothing, else one more than the latest it comes after.
 * Steps that go in a circle have a place all the same, so that they can be drawn.
 */
export function orderOf(steps: readonly Pick<StepTemplate, 'key' | 'after'>[]): ReadonlyMap<string, number> {
  const order = new Map(steps.map(({ key }) => [key, 1]));
  for (let round = 1; round < steps.length; round += 1) {
    for (const { key, after } of steps) {
      const latest = Math.max(0, ...after.map((earlier) => order.get(earlier) ?? 0));
      order.set(key, Math.min(steps.length, latest + 1));
    }
  }
  return order;
}

/** The steps as they follow each other; those taken in parallel as they are written down. */
export function inOrder<Step extends Pick<StepTemplate, 'key' | 'after'>>(steps: readonly Step[]): readonly Step[] {
  const order = orderOf(steps);
  return steps.toSorted((one, other) => (order.get(one.key) ?? 0) - (order.get(other.key) ?? 0));
}
