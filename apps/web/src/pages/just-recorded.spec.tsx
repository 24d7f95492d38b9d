import { UiProvider } from '@enig/ui';
import { act, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import type { Board } from './board-view';
import { JustRecorded, type JustRecordedState } from './just-recorded';

const recorded: JustRecordedState['recorded'] = {
  ...{ id: 'd1', party: 'Vordingborg Kommune', receiptUrl: '/decisions/d1/receipt.pdf', waitsFor: 'party' },
};
const SAID = 'Beslutningen fra Vordingborg Kommune er registreret.';

interface Place {
  readonly decision: object | null;
  readonly unconfirmed: object | null;
}

/** A board where the council's place holds this. */
function boardWith(place: Partial<Place>) {
  const held = { decision: null, unconfirmed: null, ...place };
  return { rows: [{ cells: [{ places: [held] }] }] } as unknown as Pick<Board, 'rows'>;
}

const waiting = { id: 'd1', fellAway: false, superseded: [] };
const WAITING = boardWith({ unconfirmed: waiting });

/** A board, reached with what another page tells of it; and a page beside it. */
function at(state: unknown, holding = WAITING) {
  const routes = [
    { path: '/aftaler/:id/godkendelse', element: <JustRecorded board={holding} /> },
    { path: '/andet', element: <p>Noget andet</p> },
  ];
  const board = { pathname: '/aftaler/a/godkendelse', search: '?navn=vord', state };
  const router = createMemoryRouter(routes, { initialEntries: [board] });
  const { container } = render(
    <UiProvider locale="da">
      <RouterProvider router={router} />
    </UiProvider>,
  );
  return { router, container };
}

describe('what was just recorded', () => {
  it('is said with the way to its receipt, and who has to confirm it', () => {
    at({ recorded });
    expect(screen.getByText(SAID, { selector: 'p' })).toBeTruthy();
    expect(screen.getByText(/^Den tæller først, når en fra Vordingborg Kommune har bekræftet/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Hent kvitteringen' }).getAttribute('href')).toBe(
      '/decisions/d1/receipt.pdf',
    );
  });

  it('is read out once, with whom it waits for', async () => {
    const { router } = at({ recorded });
    const said = `${SAID} Den tæller først, når en fra Vordingborg Kommune har bekræftet den.`;
    expect(screen.getByTestId('announcer').textContent).toBe(said);
    await act(() => router.navigate({ search: '' }, { replace: true }));
    // The same said again would end otherwise.
    expect(screen.getByTestId('announcer').textContent).toBe(said);
  });

  it.each([
    ['counts', boardWith({ decision: waiting })],
    ['has fallen away', boardWith({ unconfirmed: { ...waiting, fellAway: true } })],
    ['was taken the place of', boardWith({ unconfirmed: { ...waiting, id: 'd2', superseded: [{ id: 'd1' }] } })],
  ])('AP-5 is not said to wait when it %s meanwhile', (_, board) => {
    at({ recorded }, board);
    expect(screen.getByText(SAID, { selector: 'p' })).toBeTruthy();
    expect(screen.queryByText(/^Den tæller først/)).toBeNull();
  });

  it('AP-5 is said to wait, aloud too, on a board from before it was recorded', () => {
    at({ recorded }, boardWith({}));
    expect(screen.getByText(/^Den tæller først/, { selector: 'p' })).toBeTruthy();
    expect(screen.getByTestId('announcer').textContent).toMatch(/Den tæller først/);
  });

  it('is not said to whoever comes by another way', () => {
    expect(at(null).container.textContent).toBe('');
  });

  it('is not said again to whoever loads the board again, or comes back to it: it may have been confirmed since', async () => {
    const { router } = at({ recorded });
    // What a browser keeps of an address is what it is loaded with again.
    expect(router.state.location).toMatchObject({ search: '?navn=vord', state: null });
    expect(screen.getByText(SAID, { selector: 'p' })).toBeTruthy();
    await act(() => router.navigate('/andet'));
    await act(() => router.navigate(-1));
    expect(router.state.location.pathname).toBe('/aftaler/a/godkendelse');
    expect(screen.queryByText(SAID, { selector: 'p' })).toBeNull();
  });

  it('stays while the board is looked at, and is not said of another agreement', async () => {
    const { router } = at({ recorded });
    await act(() => router.navigate({ search: '' }, { replace: true }));
    expect(screen.getByText(SAID, { selector: 'p' })).toBeTruthy();
    await act(() => router.navigate('/aftaler/b/godkendelse'));
    expect(screen.queryByText(SAID, { selector: 'p' })).toBeNull();
  });
});
