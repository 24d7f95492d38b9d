import { UiProvider } from '@enig/ui';
import { act, render, screen, waitFor } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { LeaveGuard } from './leave-guard';
import { SessionProvider } from './session';
import { Shell } from './shell';

const viewer = {
  __typename: 'Viewer',
  ...{ locale: 'da', mayManage: false, seats: [] },
  person: { __typename: 'Person', id: 'mette', name: 'Mette Holm' },
};
/** What a sign-out is answered by; null: there is no connection. */
let signOut: Response | null;
let isSignedIn: boolean;

/** The server, as far as this page asks it anything. */
async function answer(path: RequestInfo | URL): Promise<Response> {
  await Promise.resolve();
  if (path === '/graphql') return Response.json({ data: { viewer: isSignedIn ? viewer : null } });
  if (path !== '/auth/sign-out') return Response.json([]);
  if (!signOut) throw new TypeError('Failed to fetch');
  isSignedIn = !signOut.ok;
  return signOut;
}

async function show() {
  const page = (
    <SessionProvider>
      <UiProvider locale="da">
        <LeaveGuard>
          <Shell>
            <main id="indhold" tabIndex={-1}>
              Mettes tekst
            </main>
          </Shell>
        </LeaveGuard>
      </UiProvider>
    </SessionProvider>
  );
  const router = createMemoryRouter([{ path: '*', element: page }]);
  render(<RouterProvider router={router} />);
  await screen.findByText('Mette Holm');
  return router;
}

const press = (name: string) => act(() => screen.getByRole('button', { name }).click());
const words = 'enig.words:mette:t:1';

beforeEach(() => {
  isSignedIn = true;
  globalThis.fetch = answer;
  localStorage.setItem(words, JSON.stringify({ id: 't:1', text: 't', at: 1, since: Date.now(), words: 'Mine ord' }));
});
afterEach(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(globalThis, 'indexedDB');
  localStorage.clear();
});

describe('CO-29 nothing of a person stays in the browser they sign out of', () => {
  const leave = async () => {
    press('Log ud');
    await screen.findByRole('dialog');
    press('Gå uden at gemme');
  };

  it.each([
    ['without a connection', null],
    ['when the server fails', new Response(null, { status: 503 })],
  ])('nor when the server does not hear of it, and that is said (%s)', async (_, answered) => {
    signOut = answered;
    const router = await show();
    await leave();
    const title = await screen.findByRole('heading', { name: 'Du er ikke logget ud endnu' });
    expect(title.closest('main')).toBe(document.activeElement);
    expect(localStorage.getItem(words)).toBeNull();
    expect(screen.queryByText('Mettes tekst')).toBeNull();
    expect(router.state.location.pathname).toBe('/');

    signOut = Response.json({});
    press('Prøv at logge ud igen');
    await screen.findByText('Mettes tekst');
    expect(router.state.location.pathname).toBe('/log-ind');
  });

  it.each<[string, () => IDBOpenDBRequest]>([
    ['waits for another tab', () => ({}) as IDBOpenDBRequest],
    [
      'fails',
      () => {
        throw new DOMException('', 'UnknownError');
      },
    ],
  ])('nor is the server left unasked when the browser %s', async (_, deleteDatabase) => {
    signOut = Response.json({});
    const router = await show();
    const databases = () => Promise.resolve([{ name: 'enig:mette:t:v1', version: 1 }]);
    Object.assign(globalThis, { indexedDB: { databases, deleteDatabase } });
    jest.useFakeTimers();
    await leave();
    await waitFor(() => expect(router.state.location.pathname).toBe('/log-ind'), { timeout: 5_000 });
  });

  it('is gone before the server is asked', async () => {
    signOut = Response.json({});
    let kept: string | null = 'not asked yet';
    globalThis.fetch = (path) => {
      if (path === '/auth/sign-out') kept = localStorage.getItem(words);
      return answer(path);
    };
    const router = await show();
    await leave();
    await screen.findByText('Mettes tekst');
    expect(kept).toBeNull();
    expect(router.state.location.pathname).toBe('/log-ind');
  });
});
