import { beginLeaving, endLeaving, forgetPerson, signedInAs } from '@enig/ui';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Provider, useQuery, type CombinedError } from 'urql';
import { createGraphqlClient } from './client';
import { ViewerDocument, type ViewerQuery } from './generated/graphql';
import { forgetOpenRounds } from './pages/open-round-kept';
import { today } from './today';
import { forgetDrafts } from './treatment/answer-drafts';

export type Viewer = NonNullable<ViewerQuery['viewer']>;

interface Session {
  /** `null` when nobody is signed in, `undefined` until the server has answered. */
  readonly viewer: Viewer | null | undefined;
  readonly error: CombinedError | undefined;
  /** Signs a demo person in and forgets everything of the one before. @returns whether the server has done it. */
  readonly become: (persona: string) => Promise<boolean>;
  /** @returns whether the server has ended the sign-in. */
  readonly signOut: () => Promise<boolean>;
  /**
   * Whether the server did not answer when somebody else was to have the browser. What it held for the person is gone
   * already, or as soon as it lets go of it, but whoever comes next can still act in their name.
   */
  readonly isLeaving: boolean;
}

const SessionContext = createContext<Session | null>(null);

/** Who is signed in, and the two ways to change that. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is used outside SessionProvider');
  return session;
}

/** The signed-in person. Only for pages behind the sign-in. */
export function useViewer(): Viewer {
  const { viewer } = useSession();
  if (!viewer) throw new Error('useViewer is used where nobody is signed in');
  return viewer;
}

/** The seats the signed-in person holds today, in the order they were given. */
export function currentSeats({ seats }: Viewer): Viewer['seats'] {
  const day = today();
  return seats.filter(({ from, to }) => from <= day && (to === null || day <= to));
}

/** Gives each person a GraphQL client of their own, so that nothing fetched for one is shown to the next. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [client, setClient] = useState(createGraphqlClient);
  // The new client knows who is signed in before anything is drawn with it, so that no page is shown to the one before.
  const startOver = useCallback(async () => {
    const next = createGraphqlClient();
    await next.query(ViewerDocument, {}).toPromise();
    setClient(next);
  }, []);
  return (
    <Provider value={client}>
      <ViewerSession startOver={startOver}>{children}</ViewerSession>
    </Provider>
  );
}

function ViewerSession({
  startOver,
  children,
}: {
  readonly startOver: () => Promise<void>;
  readonly children: ReactNode;
}) {
  const [{ data, error }] = useQuery({ query: ViewerDocument });
  const person = data && (data.viewer?.person.id ?? null);
  useEffect(() => {
    if (person === undefined) return;
    // Who opens a page as somebody does not leave, whatever became of a sign-out before.
    if (person !== null) endLeaving();
    signedInAs(person);
  }, [person]);
  const [isLeaving, setLeaving] = useState(false);
  const leave = useCallback(
    async (path: string, body: object) => {
      // The browser first: a server that does not answer must leave nothing of a person's on a shared machine.
      await soon(forget(person));
      const isDone = await post(path, body);
      setLeaving(!isDone && typeof person === 'string');
      if (!isDone) return false;
      await startOver();
      endLeaving();
      return true;
    },
    [person, startOver],
  );
  const session = useMemo<Session>(
    () => ({
      viewer: data ? data.viewer : undefined,
      error,
      become: (persona) => leave('/auth/demo', { persona }),
      signOut: () => leave('/auth/sign-out', {}),
      isLeaving,
    }),
    [data, error, leave, isLeaving],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** Whoever was signed in leaves: their open texts end, and nothing of theirs stays in this browser. */
async function forget(person: string | null | undefined): Promise<void> {
  // First, or another question could find them still here and open their texts again.
  if (person) beginLeaving();
  signedInAs(null);
  forgetDrafts();
  forgetOpenRounds();
  if (person) await forgetPerson(person);
}

/** Longest wait in ms for the browser to let go: another tab can keep it waiting, and the sign-in must end all the same. */
const CLEARED_WITHIN = 3_000;

/** Waits for what the browser is to remove, but not for ever, and whether it could or not. It goes on by itself. */
async function soon(removed: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((done) => (timer = setTimeout(done, CLEARED_WITHIN)));
  await Promise.race([removed.catch(() => undefined), late]);
  clearTimeout(timer);
}

/** @returns whether the server has done it. */
async function post(path: string, body: object): Promise<boolean> {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
    return response.ok;
  } catch {
    return false; // no connection
  }
}
