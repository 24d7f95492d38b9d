import { UiProvider, type CollaborationSnapshot, type CollaborationState } from '@enig/ui';
import { act, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, Link, RouterProvider } from 'react-router';
import { LeaveGuard, useAskBeforeLeaving, useGuardedWords } from './leave-guard';

const signOut = jest.fn();

function Writing({ snapshot }: { readonly snapshot: CollaborationSnapshot }) {
  const ask = useAskBeforeLeaving();
  useGuardedWords(snapshot);
  return (
    <>
      <Link to="/aftaler">Aftaler</Link>
      <button onClick={() => ask(signOut)}>Log ud</button>
    </>
  );
}

function write(state: CollaborationState, hasUnsaved: boolean) {
  const snapshot = { state, hasUnsaved, mayWrite: true, others: [] };
  const inside = (page: ReactNode) => (
    <UiProvider locale="da">
      <LeaveGuard>{page}</LeaveGuard>
    </UiProvider>
  );
  const router = createMemoryRouter(
    [
      { path: '/afsnit', element: inside(<Writing snapshot={snapshot} />) },
      { path: '/aftaler', element: inside(<p>Alle aftaler</p>) },
    ],
    { initialEntries: ['/afsnit'] },
  );
  render(<RouterProvider router={router} />);
  return router;
}

const press = (role: 'link' | 'button', name: string) =>
  act(async () => {
    screen.getByRole(role, { name }).click();
    await Promise.resolve();
  });

const SAVED: CollaborationState = { kind: 'saved', at: 0 };
const SAVING: CollaborationState = { kind: 'saving', since: 0 };
const UNSAVED: CollaborationState = { kind: 'unsaved', since: 0 };
const REFUSED: CollaborationState = { kind: 'refused', code: 'CO-6-CLOSED' };

describe('CO-10 nobody leaves words behind without knowing', () => {
  beforeEach(() => signOut.mockClear());

  it.each([
    [SAVED, false],
    [SAVING, true],
  ])('lets go where words are saved or on their way: %j', async (state, hasUnsaved) => {
    const router = write(state, hasUnsaved);
    await press('link', 'Aftaler');
    expect(router.state.location.pathname).toBe('/aftaler');
  });

  it.each([[UNSAVED], [REFUSED]])('asks where they are not, and stays: %j', async (state) => {
    const router = write(state, true);
    await press('link', 'Aftaler');
    expect(screen.getByRole('dialog', { name: 'Dine sidste ord er ikke gemt' })).toBeTruthy();
    expect(router.state.location.pathname).toBe('/afsnit');
    await press('button', 'Fortryd');
    expect(router.state.location.pathname).toBe('/afsnit');
    await press('link', 'Aftaler');
    await press('button', 'Gå uden at gemme');
    expect(router.state.location.pathname).toBe('/aftaler');
  });

  it('asks before somebody else is signed in, also while words are on their way', async () => {
    write(SAVING, true);
    await press('button', 'Log ud');
    expect(signOut).not.toHaveBeenCalled();
    await press('button', 'Gå uden at gemme');
    expect(signOut).toHaveBeenCalledTimes(1);
  });
});
