import { allBefore, binds, leadsUp, type ChainTemplate, type StepTemplate } from './template';

/** What is wrong with a template (AP-13). */
export type TemplateFault =
  | { readonly code: 'AP-13-NOT-ONE-DECIDING-STEP'; readonly found: number }
  | { readonly code: 'AP-13-DECIDING-STEP-NOT-FOR-ALL'; readonly step: string }
  | { readonly code: 'AP-13-DUPLICATE-KEY'; readonly step: string }
  | { readonly code: 'AP-13-NOT-BEFORE-THE-DECISION'; readonly step: string }
  | { readonly code: 'AP-13-NO-BODY-KIND'; readonly step: string }
  | { readonly code: 'AP-13-GROUND-MISSING'; readonly step: string }
  | { readonly code: 'AP-26-UNKNOWN-STEP'; readonly step: string; readonly after: string }
  | { readonly code: 'AP-26-CIRCLE'; readonly step: string }
  | { readonly code: 'AP-26-NOBODY-CAN-TAKE'; readonly step: string };

/**
 * The faults of a template; none when it can be used (AP-13, AP-26): one mandatory step in which every party decides,
 * unique keys, a body and a ground for each step, what prepares or recommends before the decision, and no step that comes
 * after itself or after one that is not there.
 */
export function checkTemplate(template: ChainTemplate): readonly TemplateFault[] {
  const deciding = template.steps.filter(binds);
  const oneDecides: TemplateFault[] =
    deciding.length === 1 ? [] : [{ code: 'AP-13-NOT-ONE-DECIDING-STEP', found: deciding.length }];
  return [...oneDecides, ...template.steps.flatMap((step, index) => faultsOf(template, step, index))];
}

function faultsOf({ steps }: ChainTemplate, step: StepTemplate, index: number): readonly TemplateFault[] {
  const { key } = step;
  const beforeDeciding = allBefore(
    steps,
    steps.filter(binds).map((deciding) => deciding.key),
  );
  const found: readonly [boolean, TemplateFault][] = [
    [binds(step) && !(step.mandatory && step.perParty), { code: 'AP-13-DECIDING-STEP-NOT-FOR-ALL', step: key }],
    [steps.findIndex((each) => each.key === key) < index, { code: 'AP-13-DUPLICATE-KEY', step: key }],
    [leadsUp(step) && !beforeDeciding.has(key), { code: 'AP-13-NOT-BEFORE-THE-DECISION', step: key }],
    [step.bodies.length === 0, { code: 'AP-13-NO-BODY-KIND', step: key }],
    [step.ground.trim() === '', { code: 'AP-13-GROUND-MISSING', step: key }],
    [allBefore(steps, [key]).has(key), { code: 'AP-26-CIRCLE', step: key }],
  ];
  const unknown = step.after.filter((after) => steps.every((each) => each.key !== after));
  return [
    ...found.flatMap(([isFault, fault]) => (isFault ? [fault] : [])),
    ...unknown.map((after) => ({ code: 'AP-26-UNKNOWN-STEP', step: key, after }) as const),
  ];
}
