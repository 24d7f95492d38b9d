import {
  Alert,
  Button,
  isLeaving,
  isSignedOut,
  signedInAs,
  unlessLeaving,
  useAnnouncer,
  useMessages,
  type CollaborationSnapshot,
} from '@enig/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { RECONNECTED, SIGNED_OUT } from './client';
import { useIsSignedOutSaid } from './said-in-place';

/** How often in ms a page that is looked at asks whether its person is still signed in: a sign-in ends without a word. */
const ASK_EVERY = 60_000;

/** Whose sign-in the browser has, to somebody whose page is open. */
type Signed = 'self' | 'nobody' | 'other';

/**
 * Above every page when the sign-in has ended while the page was open: what is written there stands, and is not lost by
 * signing in, which is done in another tab. It is gone when the same person is signed in again. Where somebody else is,
 * what is sent from the page would be theirs, and the page is to be fetched anew.
 */
export function SignedOutNotice({ person }: { readonly person: string }) {
  const m = useMessages();
  const signed = useSigned(person);
  const isSaid = useIsSignedOutSaid();
  if (signed === 'self' || isSaid) return null;
  const heading = m(signed === 'nobody' ? 'page.trouble.signedOut.title' : 'page.signedOut.other');
  return (
    <div className="e-page-notice">
      <Alert key={signed} tone="warning" heading={heading} live>
        {signed === 'nobody' ? <SignInAgain /> : <FetchAgain />}
      </Alert>
    </div>
  );
}

function SignInAgain() {
  const m = useMessages();
  const { pathname, search } = useLocation();
  return (
    <>
      <p>{m('page.signedOut.stands')}</p>
      <a
        className="button button-secondary"
        href={`/log-ind?til=${encodeURIComponent(pathname + search)}`}
        target="_blank"
        rel="noopener"
      >
        {m('page.signedOut.signIn')}
      </a>
    </>
  );
}

function FetchAgain() {
  const m = useMessages();
  return (
    <>
      <p>{m('page.signedOut.theirs')}</p>
      <Button onClick={() => window.location.reload()}>{m('page.signedOut.fetchAgain')}</Button>
    </>
  );
}

/** Tells of an open text that lost its sign-in: one who only writes does nothing else that is refused. */
export function useTextSignedOut({ state }: Pick<CollaborationSnapshot, 'state'>): void {
  const isOut = isSignedOut(state);
  useEffect(() => {
    if (isOut) window.dispatchEvent(new Event(SIGNED_OUT));
  }, [isOut]);
}

/** Whose sign-in the browser has: told by what was refused, or found by asking. */
function useSigned(person: string): Signed {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [signed, setSigned] = useState<Signed>('self');
  const latest = useRef<Signed>('self');
  const learn = useCallback(
    (now: Signed) => {
      setSigned(now);
      if (latest.current !== 'self' && now === 'self') {
        // What happened meanwhile was told to nobody here.
        window.dispatchEvent(new Event(RECONNECTED));
        say(m('page.signedOut.back'));
      }
      latest.current = now;
    },
    [m, say],
  );
  useEffect(() => {
    const asking = askedFor(person, learn);
    const told = () => {
      // Whoever is signing out knows, and their open texts are closed by that.
      if (isLeaving()) return;
      if (latest.current === 'self') learn('nobody');
      void asking.find();
    };
    const ask = () => void (document.visibilityState === 'visible' && asking.find());
    const timer = setInterval(ask, ASK_EVERY);
    window.addEventListener(SIGNED_OUT, told);
    window.addEventListener('focus', ask);
    return () => {
      asking.end();
      clearInterval(timer);
      window.removeEventListener(SIGNED_OUT, told);
      window.removeEventListener('focus', ask);
    };
  }, [person, learn]);
  return signed;
}

/** Finds out whose sign-in the browser has, until it is ended: an answer that comes after that is an old one. */
function askedFor(person: string, learn: (now: Signed) => void) {
  let isOver = false;
  const find = async () => {
    const who = await unlessLeaving(signedIn);
    if (isOver || who === undefined) return;
    // Open texts say so where they are written, and keep what is not saved until it can be sent (CO-29).
    signedInAs(who);
    learn(who === person ? 'self' : who === null ? 'nobody' : 'other');
  };
  const end = () => {
    isOver = true;
  };
  return { find, end };
}

/** Not by the client of the pages: what it hears of the viewer is drawn at once, in the place of what is written. */
const QUESTION = JSON.stringify({
  operationName: 'SignedIn',
  query: 'query SignedIn { viewer { person { id } } }',
});

/** @returns whose sign-in the browser has, null for nobody's; undefined where the server did not answer. */
async function signedIn(): Promise<string | null | undefined> {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/graphql', { method: 'POST', headers, body: QUESTION });
    const { data } = (await response.json()) as Answered;
    return data ? (data.viewer?.person.id ?? null) : undefined;
  } catch {
    return undefined; // no connection, or somebody between who does not speak JSON
  }
}

interface Answered {
  readonly data?: { readonly viewer: { readonly person: { readonly id: string } } | null } | null;
}
