import { hideFromOthers, onRemembered, remember, remembered } from './browser-memory';

/** Where it stands who is signed in, so that other tabs hear of it. */
const SIGNED_IN = 'enig.signedIn';

/** Says who is signed in in this browser (null: nobody), to all its tabs: nobody's words are sent by another. */
export function signedInAs(person: string | null): void {
  const known = person ?? '';
  if (remembered(SIGNED_IN) === known || remember(SIGNED_IN, known)) return;
  // Where the browser has no room for it, other tabs must still not take the one before for the one who is here.
  hideFromOthers(SIGNED_IN);
}

/** Calls back when somebody else than this person is signed in, in whichever tab, or nobody. @returns how to stop. */
export function onSomebodyElse(person: string, listener: () => void): () => void {
  return onRemembered((key) => key === SIGNED_IN && remembered(SIGNED_IN) !== person && listener());
}
