import { err, ok, type Result } from '@enig/kernel';
import type { ChainBody } from './chain';
import { isTold, type ChainTemplate, type StepBody, type TemplateAct } from './template';
import { checkTemplate, type TemplateFault } from './template-faults';
import { readSteps, type NotSteps } from './template-read';

const ACTS: readonly TemplateAct[] = ['agreement', 'part', 'addendum', 'extension'];

/**
 * A template as it stands in a file, or the first thing that is wrong with it: a field that is not as it must be
 * (AP-27), else a fault of the whole (AP-13, AP-26).
 */
export function readTemplateFile(file: unknown): Result<ChainTemplate, NotSteps | TemplateFault> {
  if (typeof file !== 'object' || file === null) return notATemplate('file');
  const given = new Map<string, unknown>(Object.entries(file));
  const [key, name, version] = [given.get('key'), given.get('name'), given.get('version')];
  if (typeof key !== 'string' || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key)) return notATemplate('key');
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return notATemplate('version');
  if (typeof name !== 'string' || name.trim() === '') return notATemplate('name');
  const act = ACTS.find((each) => each === given.get('act'));
  if (!act) return notATemplate('act');
  const steps = readSteps(given.get('steps'));
  if (!steps.ok) return steps;
  const template: ChainTemplate = { key, version, name, act, steps: steps.value };
  const [fault] = checkTemplate(template);
  return fault ? err(fault) : ok(template);
}

/**
 * The steps of a template that none of these bodies can take (AP-26), as where a region has no body of that name. A step
 * in which somebody is only heard, or told, waits for nobody and is left out.
 *
 * @param bodies those of the parties and of the region that are there when it is decided.
 */
export function checkBodies(
  { steps }: Pick<ChainTemplate, 'steps'>,
  bodies: readonly Pick<ChainBody, 'kind' | 'name' | 'party'>[],
): readonly TemplateFault[] {
  return steps
    .filter(({ role }) => role !== 'isHeard')
    .filter((step) => !isTold(steps, step))
    .filter((step) => !bodies.some((body) => (body.party !== null) === step.perParty && isOneOf(step.bodies, body)))
    .map(({ name }) => ({ code: 'AP-26-NOBODY-CAN-TAKE', step: name }) as const);
}

/** Whether a body is one of those that may take a step. */
export function isOneOf(bodies: readonly StepBody[], { kind, name }: Pick<ChainBody, 'kind' | 'name'>): boolean {
  return bodies.some((each) => each.kind === kind && (each.name === null || each.name === name));
}

function notATemplate(path: string): Result<never, NotSteps> {
  return err({ code: 'AP-27-NOT-A-TEMPLATE', path });
}
