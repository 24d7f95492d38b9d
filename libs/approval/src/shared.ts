import type { BodyId } from '@enig/kernel';
import { recordOf, type Chain, type Decision } from './chain';
import { stepsFor, type PlacedStep } from './steps';
import { inOrder } from './template';

/** A body that takes a step once for all, as the contact council; it belongs to no party and binds none (AP-16). */
export interface SharedPlace {
  readonly step: PlacedStep;
  readonly body: BodyId;
  /** What it last recorded about the present text; null while it has not. */
  readonly decision: Decision | null;
}

/** The steps that are taken once for all, in their order, each with every body that may take it. */
export function sharedPlaces(chain: Chain): readonly SharedPlace[] {
  const order = inOrder(chain.template.steps).map(({ key }) => key);
  return stepsFor(chain, null)
    .toSorted((one, other) => order.indexOf(one.key) - order.indexOf(other.key))
    .flatMap((step) =>
      step.bodies.map((body) => ({ step, body, decision: recordOf(chain, step.key, null, body).at(-1) ?? null })),
    );
}
