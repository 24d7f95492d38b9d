import { TextField, UiProvider, type CollaborationState } from '@enig/ui';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { useMutation } from 'urql';
import { useCommand } from './command';
import { CloseRoundDocument } from './generated/graphql';
import { LeaveGuard } from './leave-guard';
import { TroublePage } from './query-page';
import { SessionProvider } from './session';
import { Shell } from './shell';
import { useTextSignedOut } from './signed-out';

/** Whose sign-in the browser has; null: it has lost it, or it has run out. */
let who: string | null;
/** Whether the server is reached. */
let isThere: boolean;

async function answer(path: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  await Promise.resolve();
  if (!isThere) throw new TypeError('Failed to fetch');
  if (path !== '/graphql') return Response.json([]);
  const { operationName } = JSON.parse(String(init?.body)) as { operationName: string };
  if (operationName === 'CloseRound') {
    const code = 'UNAUTHENTICATED';
    return Response.json({ data: null, errors: [{ message: 'Du er ikke logget ind.', extensions: { code } }] });
  }
  const person = { __typename: 'Person', id: who, name: 'Mette Holm' };
  const viewer = { __typename: 'Viewer', locale: 'da', mayManage: false, seats: [], regions: [], person };
  return Response.json({ data: { viewer: who === null ? null : viewer } });
}

/** From now on the server takes its time to say who is signed in, and to sign out. @returns how each is answered. */
function slowly(): (() => void)[] {
  const waiting: (() => void)[] = [];
  globalThis.fetch = async (path, init) => {
    const isSignOut = path === '/auth/sign-out';
    if (!isSignOut && !String(init?.body).includes('query SignedIn')) return answer(path, init);
    const known = isSignOut ? undefined : await answer(path, init);
    await new Promise<void>((go) => waiting.push(go));
    if (isSignOut) who = null;
    return known ?? answer(path, init);
  };
  return waiting;
}

const SYNCED: CollaborationState = { kind: 'synced' };
const CLOSED: CollaborationState = { kind: 'closed', reason: 'signedOut' };

/** Something that is filled in and sent, and what else may stand on a page. */
function Form() {
  const [text, setText] = useState(SYNCED);
  const [isThere, setThere] = useState(true);
  useTextSignedOut({ state: text });
  const [words, setWords] = useState('');
  const [, close] = useMutation(CloseRoundDocument);
  const { refused, run } = useCommand(async () => {
    const result = await close({ input: { round: 'r' } });
    return { result, payload: result.data?.closeRound };
  });
  return (
    <main id="indhold">
      <TextField label="Begrundelse" value={words} onChange={setWords} />
      <p role="alert">{refused}</p>
      <button onClick={() => void run()}>Send</button>
      <button onClick={() => setText(CLOSED)}>Teksten lukkes</button>
      <button onClick={() => setThere(false)}>Siden mangler</button>
      {!isThere && <TroublePage trouble="signedOut" retry={() => undefined} />}
    </main>
  );
}

async function show(): Promise<HTMLInputElement> {
  const element = (
    <SessionProvider>
      <UiProvider locale="da">
        <LeaveGuard>
          <Shell>
            <Form />
          </Shell>
        </LeaveGuard>
      </UiProvider>
    </SessionProvider>
  );
  render(<RouterProvider router={createMemoryRouter([{ path: '*', element }], { initialEntries: ['/skriv?x=1'] })} />);
  await screen.findByText('Mette Holm');
  const field = screen.getByLabelText<HTMLInputElement>('Begrundelse');
  fireEvent.change(field, { target: { value: 'Mine ord' } });
  return field;
}

const HEADING = 'Du er logget ud';
const comesBack = () => act(() => void window.dispatchEvent(new Event('focus')));

beforeEach(() => {
  [who, isThere] = ['mette', true];
  globalThis.fetch = answer;
});
afterEach(() => jest.useRealTimers());

describe('one whose sign-in has ended while a page was open', () => {
  it('is told by the first act that is refused, and keeps what was filled in', async () => {
    const field = await show();
    who = null;
    fireEvent.click(screen.getByRole('button', { name: 'Send' }));
    await screen.findByText(HEADING);
    expect(screen.getByText(/^Du er logget ud, så det blev ikke gjort/)).toBeTruthy();
    expect(field.isConnected && field.value).toBe('Mine ord');
    const way = screen.getByRole('link', { name: 'Log ind igen i en ny fane' });
    expect([way.getAttribute('href'), way.getAttribute('target')]).toEqual(['/log-ind?til=%2Fskriv%3Fx%3D1', '_blank']);
  });

  it('is told on coming back to the page, without having done anything', async () => {
    const field = await show();
    who = null;
    comesBack();
    await screen.findByText(HEADING);
    expect(field.isConnected && field.value).toBe('Mine ord');
  });

  it('CO-29 finds open texts closed, also in other tabs, and open again to oneself', async () => {
    await show();
    const known = () => localStorage.getItem('enig.signedIn');
    expect(known()).toBe('mette');
    who = null;
    comesBack();
    await waitFor(() => expect(known()).toBe(''));
    who = 'mette';
    comesBack();
    await waitFor(() => expect(known()).toBe('mette'));
  });

  it('is told within a minute while looking at it', async () => {
    // What is done again and again alone: everything else goes on by itself.
    jest.useFakeTimers({
      doNotFake: ['Date', 'setTimeout', 'clearTimeout', 'setImmediate', 'nextTick', 'queueMicrotask'],
    });
    await show();
    who = null;
    act(() => void jest.advanceTimersByTime(60_000));
    await screen.findByText(HEADING);
  });

  it('goes on where one was when signed in again, as oneself alone', async () => {
    const field = await show();
    who = null;
    comesBack();
    await screen.findByText(HEADING);
    who = 'bo';
    comesBack();
    await screen.findByText('En anden er logget ind i denne browser');
    who = 'mette';
    comesBack();
    await waitFor(() => expect(screen.queryByText(/logget (ind i denne browser|ud)$/)).toBeNull());
    expect(screen.getByTestId('announcer').textContent).toBe('Du er logget ind igen.');
    expect(field.isConnected && field.value).toBe('Mine ord');
  });

  it('is told whose name it is sent in when somebody else is signed in', async () => {
    const field = await show();
    who = 'bo';
    comesBack();
    await screen.findByText('En anden er logget ind i denne browser');
    expect(screen.getByText(/^Det, du sender herfra, bliver sendt i den andens navn/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Hent siden igen' })).toBeTruthy();
    expect(screen.queryByText(/kan ikke gemmes/)).toBeNull();
    expect(field.isConnected && field.value).toBe('Mine ord');
  });

  it('is told by an open text that has lost it', async () => {
    await show();
    who = null;
    fireEvent.click(screen.getByRole('button', { name: 'Teksten lukkes' }));
    await screen.findByText(HEADING);
  });

  it('is not told twice by a page that says so itself', async () => {
    await show();
    who = null;
    comesBack();
    await screen.findByText(HEADING);
    fireEvent.click(screen.getByRole('button', { name: 'Siden mangler' }));
    await screen.findByText(/^Log ind igen for at fortsætte/);
    expect(screen.getAllByText(HEADING)).toHaveLength(1);
    expect(screen.queryByText(/står her endnu/)).toBeNull();
  });

  it('CO-29 is not said to be here by what was asked while they signed out', async () => {
    await show();
    const setItem = jest.spyOn(Storage.prototype, 'setItem');
    const waiting = slowly();
    comesBack();
    fireEvent.click(screen.getByRole('button', { name: 'Log ud' }));
    await waitFor(() => expect(waiting).toHaveLength(2));
    comesBack();
    await waitFor(() => expect(waiting).toHaveLength(3));
    const [before, signOut, during] = waiting;
    for (const goOn of [before, during, signOut]) await act(async () => goOn?.());
    await waitFor(() => expect(screen.queryByText('Mette Holm')).toBeNull());
    expect(setItem.mock.calls.filter(([key]) => key === 'enig.signedIn')).toEqual([['enig.signedIn', '']]);
    setItem.mockRestore();
  });

  it('is not said to be signed out where the server was not reached', async () => {
    await show();
    isThere = false;
    comesBack();
    await act(async () => Promise.resolve());
    expect(screen.queryByText(HEADING)).toBeNull();
  });
});
