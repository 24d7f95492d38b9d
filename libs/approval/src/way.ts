import { err, ok, type BodyId, type Result } from '@enig/kernel';
import type { ChainBody } from './chain';
import type { PartyWay, WayStep } from './steps';
import { allBefore, type StepBodyKind } from './template';

/** Why a party's way is not set (AP-28). */
export type WayRefused =
  | { readonly code: 'AP-28-NOT-OWN-BODY'; readonly body: BodyId }
  | { readonly code: 'AP-28-WAY-DECIDES'; readonly body: BodyId }
  | { readonly code: 'AP-28-BODY-TWICE'; readonly body: BodyId }
  | { readonly code: 'AP-28-UNKNOWN-STEP'; readonly step: string }
  | { readonly code: 'AP-28-CIRCLE'; readonly step: string }
  | { readonly code: 'AP-28-TOO-MANY-STEPS'; readonly most: number }
  | { readonly code: 'AP-28-NAME-TAKEN'; readonly name: string }
  | { readonly code: 'AP-28-NAME-HOLDS-NUMBER' }
  | { readonly code: 'AP-28-CHANGED-MEANWHILE' };

/** The kinds of a party's own bodies that can have a step on its way; its council decides, whatever the way is. */
export const WAY_KINDS: readonly StepBodyKind[] = ['administration', 'committee', 'financeCommittee'];

/** How many steps a way has at most: more committees than any council has. */
export const MAX_WAY_STEPS = 20;

/**
 * A party's own way to its council's decision, or the first rule it breaks (AP-28): bodies of its own, each once, none of
 * them one that decides, each step called by its body, and none that comes after itself or after one that is not there. Without steps the party
 * goes the template's way.
 *
 * @param own the party's bodies that are there now.
 */
export function checkWay(
  way: PartyWay,
  own: readonly Pick<ChainBody, 'body' | 'kind' | 'party'>[],
): Result<PartyWay, WayRefused> {
  if (way.steps.length > MAX_WAY_STEPS) return err({ code: 'AP-28-TOO-MANY-STEPS', most: MAX_WAY_STEPS });
  for (const [index, step] of way.steps.entries()) {
    const fault = faultOf(way, step, index, own);
    if (fault) return err(fault);
  }
  return ok(way);
}

/** Whether a party can add a body of that name to its own (AP-28): two that are called the same cannot be told apart. */
export function checkName(name: string, own: readonly Pick<ChainBody, 'name'>[]): Result<string, WayRefused> {
  const isTaken = own.some((each) => each.name.toLocaleLowerCase('da') === name.toLocaleLowerCase('da'));
  return isTaken ? err({ code: 'AP-28-NAME-TAKEN', name }) : ok(name);
}

function faultOf(
  { party, steps }: PartyWay,
  { key, name, body, after }: WayStep,
  index: number,
  own: readonly Pick<ChainBody, 'body' | 'kind' | 'party'>[],
): WayRefused | null {
  const found = own.find((each) => each.body === body && each.party === party);
  if (!found) return { code: 'AP-28-NOT-OWN-BODY', body };
  if (!WAY_KINDS.includes(found.kind)) return { code: 'AP-28-WAY-DECIDES', body };
  const isTwice = steps.findIndex((each) => each.body === body || each.key === key) < index;
  if (isTwice) return { code: 'AP-28-BODY-TWICE', body };
  // Its key is its body's, so that it is never taken for a step of a template.
  if (key !== body || after.some((earlier) => steps.every((each) => each.key !== earlier))) {
    return { code: 'AP-28-UNKNOWN-STEP', step: name };
  }
  return allBefore(steps, [key]).has(key) ? { code: 'AP-28-CIRCLE', step: name } : null;
}
