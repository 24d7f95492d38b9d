import type { CollaborationSnapshot } from './snapshot';
import { isHopeless, isTaken, type ClosedReason } from './state';

/** What becomes of unsaved words when a page is left, from the best to the worst. */
export const FATES = [
  /** There are none. */
  'safe',
  /** They reach the server by themselves. */
  'onTheirWay',
  /** This browser has them, and they are sent when there is a connection. */
  'kept',
  /** This browser has them, and they are sent when the text is opened again. */
  'keptUntilOpened',
  /** This browser has them, and they are sent when their author has signed in again. */
  'keptUntilSignIn',
  /** This browser has them; they can no longer be sent, but copied. */
  'keptForCopying',
  /** They were refused, and are offered until they are copied. */
  'setAside',
  /** They may be lost. */
  'inDanger',
] as const;

/** What becomes of unsaved words when a page is left. */
export type Fate = (typeof FATES)[number];

/** What becomes of the unsaved words of a text as it stands. */
export function fateOf({ hasUnsaved, isKept, isSetAside, state }: CollaborationSnapshot): Fate {
  if (!hasUnsaved) return 'safe';
  if (state.kind === 'saving') return 'onTheirWay';
  if (isSetAside) return 'setAside';
  const isRefused = state.kind === 'refused' || (state.kind === 'closed' && isHopeless(state.reason));
  if (!isKept || isRefused) return 'inDanger';
  return state.kind === 'closed' ? fateAfter(state.reason) : 'kept';
}

function fateAfter(reason: ClosedReason): Fate {
  if (reason === 'oldSchema' || isTaken(reason)) return 'keptForCopying';
  return reason === 'signedOut' ? 'keptUntilSignIn' : 'keptUntilOpened';
}
