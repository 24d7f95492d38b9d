import {
  Alert,
  Button,
  EmptyState,
  LinkButton,
  Loading,
  Page,
  PageHeader,
  useDocumentTitle,
  useMessages,
} from '@enig/ui';
import { useEffect, useState, type ReactNode } from 'react';
import { useQuery, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql';
import { NotFoundPage } from './pages/not-found';

/** What went wrong with a question to the server, as the reader must be told it. */
export type Trouble = 'offline' | 'forbidden' | 'notFound' | 'signedOut' | 'failed';

/** Reads the closed code the server gives its errors. */
export function troubleOf(error: CombinedError): Trouble {
  if (error.networkError) return 'offline';
  switch (error.graphQLErrors[0]?.extensions['code']) {
    case 'FORBIDDEN':
      return 'forbidden';
    case 'NOT_FOUND':
      return 'notFound';
    case 'UNAUTHENTICATED':
      return 'signedOut';
    default:
      return 'failed';
  }
}

/**
 * A page about one thing from the server: waits, says what is wrong, and shows what it has (also while offline, with a
 * word about it). `pick` gives nothing where the thing does not exist.
 */
export function QueryPage<Data, Variables extends AnyVariables, Thing>(props: {
  readonly query: TypedDocumentNode<Data, Variables>;
  readonly variables: Variables;
  readonly pick: (data: Data) => Thing | null | undefined;
  readonly children: (thing: Thing, refetch: () => void) => ReactNode;
}) {
  const [{ data: answered, error }, execute] = useQuery({ query: props.query, variables: props.variables });
  const data = useKept(answered, JSON.stringify(props.variables));
  const refetch = () => execute({ requestPolicy: 'network-only' });
  const isOnline = useOnline(refetch);
  const thing = data === undefined ? undefined : props.pick(data);
  const trouble = error && troubleOf(error);
  if (thing === undefined || thing === null) {
    if (trouble) return <TroublePage trouble={trouble} retry={refetch} />;
    return data === undefined ? <WaitingPage /> : <NotFoundPage />;
  }
  if (trouble && trouble !== 'offline') return <TroublePage trouble={trouble} retry={refetch} />;
  return (
    <>
      {(trouble === 'offline' || !isOnline) && <OfflineNotice />}
      {props.children(thing, refetch)}
    </>
  );
}

/** The latest answer to a question: asking again in vain takes nothing away from somebody who is reading or writing. */
function useKept<Data>(answered: Data | undefined, question: string): Data | undefined {
  const [kept, setKept] = useState({ question, answered });
  const latest = answered ?? (kept.question === question ? kept.answered : undefined);
  if (kept.question !== question || kept.answered !== latest) setKept({ question, answered: latest });
  return latest;
}

/** Whether the browser believes it has a connection; calls back when it comes back. */
function useOnline(onReturn: () => void): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const came = () => {
      setOnline(true);
      onReturn();
    };
    const went = () => setOnline(false);
    window.addEventListener('online', came);
    window.addEventListener('offline', went);
    return () => {
      window.removeEventListener('online', came);
      window.removeEventListener('offline', went);
    };
  });
  return isOnline;
}

function OfflineNotice() {
  const m = useMessages();
  return (
    <div className="e-page-notice">
      <Alert tone="warning" live>
        <p>{m('page.offline')}</p>
      </Alert>
    </div>
  );
}

/** Stands where a page will be, until the server has answered. */
export function WaitingPage({ error }: { readonly error?: CombinedError | undefined }) {
  if (error) return <TroublePage trouble={troubleOf(error)} retry={() => window.location.reload()} />;
  return (
    <main id="indhold" tabIndex={-1} className="e-page" aria-busy="true">
      <Loading />
    </main>
  );
}

/** Says what happened, what it means and what to do now. */
export function TroublePage({ trouble, retry }: { readonly trouble: Trouble; readonly retry: () => void }) {
  const m = useMessages();
  const title = m(`page.trouble.${trouble}.title`);
  useDocumentTitle(title);
  return (
    <Page header={<PageHeader title={title} />}>
      <EmptyState
        action={
          trouble === 'forbidden' || trouble === 'notFound' ? (
            <LinkButton href="/">{m('page.trouble.home')}</LinkButton>
          ) : (
            <Button onClick={retry}>{m('page.trouble.retry')}</Button>
          )
        }
      >
        {m(`page.trouble.${trouble}.text`)}
      </EmptyState>
    </Page>
  );
}
