import { hideFromOthers, onRemembered, remember, remembered, tell } from './browser-memory';

/** Where it stands who is signed in, so that other tabs hear of it. */
const SIGNED_IN = 'enig.signedIn';
/** Where it stands that somebody is signing out, or when somebody last was. */
const LEAVING = 'enig.leaving';
const NOW = 'now:';
/** How long in ms it is believed: a window can be closed in the middle of it. */
const BELIEVED = 60_000;

/**
 * Says who is signed in in this browser (null: nobody), to all its tabs: nobody's words are sent by another. A text on
 * this page whose connection was ended for want of a sign-in hears of it also where it was said before.
 */
export function signedInAs(person: string | null): void {
  const known = person ?? '';
  if (remembered(SIGNED_IN) === known) return tell(SIGNED_IN);
  if (remember(SIGNED_IN, known)) return;
  // Where the browser has no room for it, other tabs must still not take the one before for the one who is here.
  hideFromOthers(SIGNED_IN);
}

/**
 * Calls back, in whichever tab it is, when somebody else than this person is signed in or nobody (`gone`), and when it
 * is said that they are (`here`). @returns how to stop.
 */
export function onPresence(person: string, { gone, here }: { gone: () => void; here: () => void }): () => void {
  return onRemembered((key) => {
    if (key === SIGNED_IN) (remembered(SIGNED_IN) === person ? here : gone)();
  });
}

/** Says that somebody begins to leave this browser, to all its tabs: until it is over the server's word is an old one. */
export function beginLeaving(): void {
  remember(LEAVING, `${NOW}${Date.now()}`);
}

/** Says that nobody is leaving any more: the server has done it, or the person has come back. */
export function endLeaving(): void {
  if (isLeaving()) remember(LEAVING, String(Date.now()));
}

/** Whether somebody is signing out, in whichever tab. It is not believed for more than a minute. */
export function isLeaving(): boolean {
  const since = remembered(LEAVING);
  return since?.startsWith(NOW) === true && Date.now() - Number(since.slice(NOW.length)) < BELIEVED;
}

/** Asks the server something about who is signed in. @returns undefined where somebody was leaving meanwhile. */
export async function unlessLeaving<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  const before = remembered(LEAVING);
  const answer = await ask();
  return isLeaving() || remembered(LEAVING) !== before ? undefined : answer;
}
