import type { Awareness } from 'y-protocols/awareness';
import { othersIn, type Person } from './people';
import { isHere, stateOf, type CollaborationState, type Facts } from './state';

/** What a page shows of it all. The object is the same until something in it changes. */
export type CollaborationSnapshot = {
  readonly state: CollaborationState;
  /** Whether the text is here to be shown, from the server or as this browser kept it. */
  readonly isHere: boolean;
  /** Whether something can be written now. */
  readonly mayWrite: boolean;
  /** Whether there are words here that the server has not acknowledged. */
  readonly hasUnsaved: boolean;
  /** Whether those words outlive the page: this browser keeps them until they are acknowledged. */
  readonly isKept: boolean;
  /** Whether they were refused, and are set aside in this browser to be copied, or have been copied. */
  readonly isSetAside: boolean;
  /** Who else is here. */
  readonly others: readonly Person[];
};

/** How this browser keeps what the server has not acknowledged. */
export type Kept = Pick<CollaborationSnapshot, 'isKept' | 'isSetAside'>;

/** What follows from the facts. @param now in milliseconds since 1970. */
export function snapshotOf(facts: Facts, kept: Kept, awareness: Awareness, now: number): CollaborationSnapshot {
  const { closed, refused, readOnly } = facts;
  return {
    state: stateOf(facts, now),
    isHere: isHere(facts),
    mayWrite: isHere(facts) && closed === null && refused === null && readOnly === null,
    hasUnsaved: facts.unsavedSince !== null,
    ...kept,
    others: othersIn(awareness),
  };
}

/** Whether nothing a page shows has changed. */
export function isSame(one: CollaborationSnapshot, other: CollaborationSnapshot): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
