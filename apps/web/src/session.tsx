import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { Provider, useQuery, type CombinedError } from 'urql';
import { createGraphqlClient } from './client';
import { ViewerDocument, type ViewerQuery } from './generated/graphql';
import { today } from './today';

export type Viewer = NonNullable<ViewerQuery['viewer']>;

interface Session {
  /** `null` when nobody is signed in, `undefined` until the server has answered. */
  readonly viewer: Viewer | null | undefined;
  readonly error: CombinedError | undefined;
  /** Signs a demo person in and forgets everything fetched for the one before. */
  readonly become: (persona: string) => Promise<void>;
  readonly signOut: () => Promise<void>;
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
  const session = useMemo<Session>(
    () => ({
      viewer: data ? data.viewer : undefined,
      error,
      become: async (persona) => {
        await post('/auth/demo', { persona });
        await startOver();
      },
      signOut: async () => {
        await post('/auth/sign-out', {});
        await startOver();
      },
    }),
    [data, error, startOver],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

async function post(path: string, body: object): Promise<void> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
}
