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
import { useLocation } from 'react-router';
import { useQuery, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql';
import { SIGNED_OUT } from './client';
import { NotFoundPage } from './pages/not-found';
import { useSaysSignedOut } from './said-in-place';

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
 * A page about one thing from the server: waits, says what is wrong, and goes on showing what it has, with a word about
 * the trouble above it: somebody may be writing there. `pick` gives nothing where the thing does not exist.
 */
export function QueryPage<Data, Variables extends AnyVariables, Thing>(props: {
  readonly query: TypedDocumentNode<Data, Variables>;
  readonly variables: Variables;
  readonly pick: (data: Data) => Thing | null | undefined;
  readonly children: (thing: Thing, refetch: () => void) => ReactNode;
  /** Waits for the server also where an earlier answer is at hand: for a form that says what it was filled in against. */
  readonly fresh?: boolean | undefined;
}) {
  const [{ data: given, error }, execute] = useQuery({
    query: props.query,
    variables: props.variables,
    ...(props.fresh ? { requestPolicy: 'network-only' as const } : {}),
  });
  // An error in something that must be there makes the whole answer null, whatever its type says.
  const answered = given ?? undefined;
  const isAnswer = answered !== undefined && !(error && isNothing(props.pick(answered)));
  const data = useKept(isAnswer ? answered : undefined, JSON.stringify(props.variables));
  const refetch = () => execute({ requestPolicy: 'network-only' });
  const isOnline = useOnline(refetch);
  const thing = data === undefined ? undefined : props.pick(data);
  const trouble = error && troubleOf(error);
  useAskingAgain(trouble === 'offline', refetch);
  if (isNothing(thing)) {
    if (trouble) return <TroublePage trouble={trouble} retry={refetch} />;
    return data === undefined ? <WaitingPage /> : <NotFoundPage />;
  }
  return (
    <>
      {trouble === 'signedOut' && <ToldAbove />}
      {trouble && trouble !== 'offline' && trouble !== 'signedOut' && (
        <TroubleNotice trouble={trouble} retry={refetch} />
      )}
      {(trouble === 'offline' || !isOnline) && <OfflineNotice />}
      {props.children(thing, refetch)}
    </>
  );
}

function isNothing(thing: unknown): thing is undefined | null {
  return thing === undefined || thing === null;
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

/** How often in ms it is asked again while the server is not reached. */
const ASK_AGAIN_EVERY = 5_000;

/** The browser says once that it is back, and may say so before anything gets through: the page asks until it does. */
function useAskingAgain(isOffline: boolean, ask: () => void): void {
  useEffect(() => {
    if (!isOffline) return;
    const timer = setInterval(ask, ASK_AGAIN_EVERY);
    return () => clearInterval(timer);
  });
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

/** That one is signed out is said once, above every page (signed-out.tsx). */
function ToldAbove() {
  useEffect(() => void window.dispatchEvent(new Event(SIGNED_OUT)), []);
  return null;
}

/** Above a page that stands as it was when something went wrong. */
function TroubleNotice({ trouble, retry }: { readonly trouble: Trouble; readonly retry: () => void }) {
  const m = useMessages();
  return (
    <div className="e-page-notice">
      <Alert tone="warning" heading={m(`page.trouble.${trouble}.title`)} live>
        <p>{m('page.trouble.shown')}</p>
        <WayOut trouble={trouble} retry={retry} />
      </Alert>
    </div>
  );
}

/** What can be done about a trouble. */
function WayOut({ trouble, retry }: { readonly trouble: Trouble; readonly retry: () => void }) {
  const m = useMessages();
  const { pathname, search } = useLocation();
  switch (trouble) {
    case 'forbidden':
    case 'notFound':
      return <LinkButton href="/">{m('page.trouble.home')}</LinkButton>;
    case 'signedOut':
      return (
        <LinkButton href={`/log-ind?til=${encodeURIComponent(pathname + search)}`}>
          {m('page.trouble.signIn')}
        </LinkButton>
      );
    default:
      return <Button onClick={retry}>{m('page.trouble.retry')}</Button>;
  }
}

/** Stands where a page will be, until the server has answered. */
export function WaitingPage({ error }: { readonly error?: CombinedError | undefined }) {
  const m = useMessages();
  if (error) return <TroublePage trouble={troubleOf(error)} retry={() => window.location.reload()} />;
  return (
    <main id="indhold" tabIndex={-1} className="e-page" aria-busy="true">
      <h1 className="e-hidden">{m('ui.loadingAnything')}</h1>
      <Loading />
    </main>
  );
}

/** Says what happened, what it means and what to do now. */
export function TroublePage({ trouble, retry }: { readonly trouble: Trouble; readonly retry: () => void }) {
  const m = useMessages();
  const title = m(`page.trouble.${trouble}.title`);
  useDocumentTitle(title);
  useSaysSignedOut(trouble === 'signedOut');
  return (
    <Page header={<PageHeader title={title} />}>
      <EmptyState action={<WayOut trouble={trouble} retry={retry} />}>{m(`page.trouble.${trouble}.text`)}</EmptyState>
    </Page>
  );
}
