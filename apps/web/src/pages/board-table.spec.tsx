import { UiProvider } from '@enig/ui';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter, useLocation } from 'react-router';
import { Client, Provider } from 'urql';
import { BoardFilters } from './board-filters';
import { BoardTable } from './board-table';
import { shownRows, useBoardView, type Board } from './board-view';

/** As many parties as the largest region has. */
const PARTIES = 47;

const name = (index: number): string => `Kommune ${String(index).padStart(2, '0')}`;
const rows = Array.from({ length: PARTIES }, (_, index) => ({
  party: { id: `p${index}`, name: name(index), kind: 'municipality' },
  ...{ standing: index % 3 === 0 ? 'notStarted' : 'approved', decision: null, cells: [] },
  ...{ mayRecord: false, mayConfirm: false, toConfirm: null, recordPlaces: [], isOwn: false },
}));
const missing = rows.filter(({ standing }) => standing === 'notStarted').map(({ party }) => party);
const board = {
  ...{ agreement: 'a', rows, missing, steps: [], shared: [], csvUrl: '/board/a.csv', version: { number: 3 } },
  meetings: [
    { party: 'p0', on: '2026-06-24', isInTime: true },
    { party: 'p3', on: '2026-12-24', isInTime: false },
  ],
} as unknown as Board;

function Shown({ board }: { readonly board: Board }) {
  const view = useBoardView();
  const shown = shownRows(board, view);
  return (
    <>
      <BoardFilters board={board} shown={shown} view={view} />
      <BoardTable agreement="a" board={board} rows={shown} refetch={() => undefined} />
      <code data-testid="address">{useLocation().search}</code>
    </>
  );
}

const client = new Client({ url: 'http://localhost/graphql', preferGetMethod: false, exchanges: [] });

function show(address = '', shown = board): void {
  render(
    <Provider value={client}>
      <UiProvider locale="da">
        <MemoryRouter initialEntries={[`/aftaler/a/godkendelse${address}`]}>
          <Shown board={shown} />
        </MemoryRouter>
      </UiProvider>
    </Provider>,
  );
}

const lines = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
const shownWords = () => screen.getByText(/parter vises$/).textContent;
const address = () => new URLSearchParams(screen.getByTestId('address').textContent ?? '');

describe('the board of 47 parties', () => {
  it('shows all of them, and those alone who are missing by one press; it stands in the address', async () => {
    show();
    expect(lines()).toHaveLength(PARTIES);
    expect(shownWords()).toBe('47 af 47 parter vises');
    fireEvent.click(screen.getByRole('button', { name: 'Kun dem, der mangler' }));
    expect(lines()).toHaveLength(missing.length);
    expect(shownWords()).toBe('16 af 47 parter vises');
    await waitFor(() => expect(address().get('mangler')).toBe('1'));
    fireEvent.click(screen.getByRole('button', { name: 'Kun dem, der mangler' }));
    await waitFor(() => expect(address().has('mangler')).toBe(false));
  });

  it('says on paper how many are left out, and prints nothing that can only be pressed', () => {
    const printed = (element: Element) => element.closest('.e-no-print') === null;
    const ours = { ...board, rows: rows.map((row) => ({ ...row, mayRecord: true })) } as unknown as Board;
    show('', ours);
    expect(printed(screen.getByText('47 af 47 parter vises'))).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Kun dem, der mangler' }));
    expect(printed(screen.getByText('16 af 47 parter vises'))).toBe(true);
    expect(printed(screen.getByRole('combobox', { name: 'Rækkefølge' }))).toBe(false);
    expect(screen.getAllByRole('link', { name: /^Registrér/ }).filter(printed)).toEqual([]);
    expect(screen.getAllByRole('columnheader').filter(printed)).toHaveLength(3);
    expect(screen.getAllByRole('columnheader')).toHaveLength(4);
  });

  it('leads a party’s own people to their case, and nobody else to any', () => {
    const ours = rows.map((row, index) => ({ ...row, isOwn: index === 7 }));
    show('', { ...board, rows: ours } as unknown as Board);
    const cases = screen.getAllByRole('link', { name: /^Jeres sagsfremstilling/ });
    expect(cases.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Jeres sagsfremstilling Kommune 07', '/aftaler/a/sag/p7'],
    ]);
  });

  it('finds one by its name, and says so where none is like that', () => {
    show();
    const search = screen.getByRole('searchbox', { name: 'Partens navn' });
    fireEvent.change(search, { target: { value: 'kommune 07' } });
    expect(lines()).toEqual(['Kommune 07']);
    // A space at the end is on its way to the next word.
    fireEvent.change(search, { target: { value: 'kommune ' } });
    expect(search).toHaveProperty('value', 'kommune ');
    expect(lines()).toHaveLength(PARTIES);
    fireEvent.change(search, { target: { value: 'findes ikke' } });
    expect(screen.getByText(/^Ingen parter er sådan/)).toBeDefined();
    expect(shownWords()).toBe('0 af 47 parter vises');
  });

  it('keeps a filter that shows what is not there any more, so that it can be taken off', () => {
    show('?stilling=rejected');
    const standing = screen.getByRole('combobox', { name: 'Hvor den står' });
    expect(within(standing).getByRole('option', { name: 'Afvist', selected: true })).toBeDefined();
    fireEvent.change(standing, { target: { value: '' } });
    expect(lines()).toHaveLength(PARTIES);
  });

  it('can be put in the order of the next meetings, with those that come too late marked in words', () => {
    show('?mangler=1');
    fireEvent.change(screen.getByRole('combobox', { name: 'Rækkefølge' }), { target: { value: 'meeting' } });
    expect(lines().slice(0, 3)).toEqual([name(0), name(3), name(6)]);
    expect(screen.getByTestId('announcer').textContent).toBe('Parterne står nu i en anden rækkefølge: Næste møde.');
    const cells = screen
      .getAllByRole('row')
      .slice(1, 4)
      .map((row) => within(row).getAllByRole('cell').at(-1));
    expect(cells.map((cell) => (cell?.textContent ?? '').replaceAll('\u00a0', ' ').trim())).toEqual([
      ...['24. juni 2026', '24. december 2026 – efter fristen', 'ikke oplyst'],
    ]);
  });

  it('has no column for what one may not do', () => {
    show();
    expect(screen.queryByRole('columnheader', { name: 'Handlinger' })).toBeNull();
  });
});
