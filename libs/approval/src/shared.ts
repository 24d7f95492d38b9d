import type { BodyId } from '@enig/kernel';
import { recordOf, type Chain, type Decision } from './chain';
import type { StepTemplate } from './template';

/** A body that takes a step once for all, as the contact council; it belongs to no party and binds none (AP-16). */
export interface SharedPlace {
  readonly step: StepTemplate;
  readonly body: BodyId;
  /** What it last recorded about the present text; null while it has not. */
  readonly decision: Decision | null;
}

/** The steps that are taken once for all, in their order, each with every body that may take it. */
export function sharedPlaces(chain: Chain): readonly SharedPlace[] {
  return chain.template.steps
    .filter(({ perParty }) => !perParty)
    .toSorted((one, other) => one.order - other.order)
    .flatMap((step) =>
      chain.bodies
        .filter(({ party, kind }) => party === null && step.bodyKinds.includes(kind))
        .map(({ body }) => ({ step, body, decision: recordOf(chain, step.key, null, body).at(-1) ?? null })),
    );
}
