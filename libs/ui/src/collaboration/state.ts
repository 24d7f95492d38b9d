/** Why a connection was ended for good: the server's close codes from 4400 to 4499, by name. */
export type ClosedReason =
  'malformed' | 'signedOut' | 'noRight' | 'noSuchText' | 'oldSchema' | 'tooLarge' | 'tooFast' | 'stopped';

const CLOSED: Readonly<Record<number, ClosedReason>> = {
  4400: 'malformed',
  4401: 'signedOut',
  4403: 'noRight',
  4404: 'noSuchText',
  4409: 'oldSchema',
  4413: 'tooLarge',
  4429: 'tooFast',
};

/** What a close code means; one in the same range without a name counts as `stopped`. */
export function closedReason(code: number): ClosedReason {
  return CLOSED[code] ?? 'stopped';
}

/**
 * Whether it pays to connect again. From 4400 to 4499 the server has decided; anything else (4500 try again, 4503 going
 * down, 1006 the line was cut) passes.
 */
export function isFinal(code: number): boolean {
  return code >= 4400 && code < 4500;
}

/** Whether the text is closed to the person, so that nothing of it may stay in their browser. */
export function isTaken(reason: ClosedReason): boolean {
  return reason === 'noRight' || reason === 'noSuchText';
}

/** Whether the server would say the same again to the same words: they must be copied, and the text fetched anew. */
export function isHopeless(reason: ClosedReason): boolean {
  return reason === 'malformed' || reason === 'tooLarge';
}

/** Where a text stands between this page and the server. Moments are milliseconds since 1970. */
export type CollaborationState =
  /** The text is on its way. What this browser kept of it can be written in already. */
  | { readonly kind: 'connecting' }
  /** All that is here is committed; nothing has been written here yet. */
  | { readonly kind: 'synced' }
  /** Something written here is on its way. */
  | { readonly kind: 'saving'; readonly since: number }
  /** All that was written here is committed, the last of it then. */
  | { readonly kind: 'saved'; readonly at: number }
  /**
   * Something written here since then, perhaps before the page was opened, is not known to be committed, and it is
   * taking long or there is no connection.
   */
  | { readonly kind: 'unsaved'; readonly since: number }
  /** No connection, but nothing is unsaved. */
  | { readonly kind: 'offline'; readonly since: number }
  /** The text can be read only; `reason` is the server's code (`hearing`, `submitted`, `noRight` …). */
  | { readonly kind: 'readOnly'; readonly reason: string }
  /** The server does not accept what was written; the words are still here. */
  | { readonly kind: 'refused'; readonly code: string }
  /** The connection is over. */
  | { readonly kind: 'closed'; readonly reason: ClosedReason };

/** Whether nothing is saved because the person is signed out. */
export function isSignedOut(state: CollaborationState): boolean {
  return state.kind === 'closed' && state.reason === 'signedOut';
}

/** How long something may be on its way before it counts as not saved, in milliseconds. */
export const PATIENCE = 4_000;

/** What the state follows from. */
export type Facts = {
  readonly closed: ClosedReason | null;
  readonly refused: string | null;
  /** Null while the text can be edited. */
  readonly readOnly: string | null;
  /** Whether the text has come from the server since the page was opened. */
  readonly wasSynced: boolean;
  /** Whether this browser had a copy of it that the server once had the same. */
  readonly hadCopy: boolean;
  readonly isOnline: boolean;
  /** Before the first connection: since the text was opened. */
  readonly offlineSince: number;
  readonly unsavedSince: number | null;
  readonly savedAt: number | null;
};

/** The facts that have been heard; since when something is unsaved is known to the outbox alone. */
export type Heard = Omit<Facts, 'unsavedSince'>;

/** What is known before anything has been heard. @param now in milliseconds since 1970. */
export function firstFacts(mayEdit: boolean, now: number): Heard {
  return {
    ...{ closed: null, refused: null, readOnly: mayEdit ? null : 'noRight' },
    ...{ wasSynced: false, hadCopy: false, isOnline: false, offlineSince: now, savedAt: null },
  };
}

/** Whether the text may be shown and written in: a document that was never the server's would be an empty one. */
export function isHere({ wasSynced, hadCopy }: Facts): boolean {
  return wasSynced || hadCopy;
}

/** When the state changes by itself, in milliseconds since 1970; null when only an event can change it. */
export function changesAt(state: CollaborationState, facts: Facts): number | null {
  if (state.kind === 'saving') return state.since + PATIENCE;
  return state.kind === 'connecting' && isHere(facts) ? facts.offlineSince + PATIENCE : null;
}

/** The one state that follows from the facts: what matters most to the person comes first. */
export function stateOf(facts: Facts, now: number): CollaborationState {
  if (facts.closed) return { kind: 'closed', reason: facts.closed };
  if (facts.refused !== null) return { kind: 'refused', code: facts.refused };
  if (!isHere(facts)) return { kind: 'connecting' };
  if (facts.unsavedSince !== null) {
    const isPatient = facts.isOnline && now - facts.unsavedSince < PATIENCE;
    return { kind: isPatient ? 'saving' : 'unsaved', since: facts.unsavedSince };
  }
  if (facts.readOnly !== null) return { kind: 'readOnly', reason: facts.readOnly };
  if (!facts.isOnline) {
    const isPatient = !facts.wasSynced && now - facts.offlineSince < PATIENCE;
    return isPatient ? { kind: 'connecting' } : { kind: 'offline', since: facts.offlineSince };
  }
  return facts.savedAt === null ? { kind: 'synced' } : { kind: 'saved', at: facts.savedAt };
}
