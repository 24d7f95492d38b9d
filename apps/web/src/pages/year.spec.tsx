import { UiProvider } from '@enig/ui';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { cacheExchange, Client, fetchExchange, Provider } from 'urql';
import { YearPage } from './year';

const event = (id: string, kind: string, on: string, title: string, isPast: boolean) => {
  return { __typename: 'YearEvent', id, kind, on, title, path: `/aftaler/${id}`, isPast };
};
const year = {
  ...{ __typename: 'Year', year: 2026, today: '2026-06-01', sentence: 'I 2026 er der 2 dage at huske.' },
  events: [
    event('1', 'hearing', '2026-04-10', 'Høringsfrist: Rammeaftale', true),
    event('2', 'decision', '2026-10-15', 'Frist for at beslutte: Rammeaftale', false),
  ],
};
const ADDRESS = 'https://enig.example/kalender/abc.ics';

/** What has been asked of the server. */
let asked: string[];

async function show(given: typeof year, madeAt: string | null = null): Promise<void> {
  asked = [];
  const feed = (is: string | null, address: string | null) => ({ __typename: 'CalendarFeed', madeAt: is, address });
  const answers: Readonly<Record<string, unknown>> = {
    Year: { year: given, calendarFeed: feed(madeAt, null) },
    RenewCalendar: { renewCalendar: feed('2026-06-01T08:00:00.000Z', ADDRESS) },
    StopCalendar: { stopCalendar: feed(null, null) },
  };
  const client = new Client({
    ...{ url: 'http://localhost/graphql', preferGetMethod: false, exchanges: [cacheExchange, fetchExchange] },
    fetch: (_, init) => {
      const { operationName } = JSON.parse(String(init?.body)) as { operationName: string };
      asked.push(operationName);
      return Promise.resolve(Response.json({ data: answers[operationName] }));
    },
  });
  render(
    <Provider value={client}>
      <UiProvider locale="da">
        <MemoryRouter>
          <YearPage />
        </MemoryRouter>
      </UiProvider>
    </Provider>,
  );
  await screen.findByRole('heading', { level: 1, name: 'Årshjul 2026' });
}

const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

describe('the year', () => {
  it('is a sentence and a table in which every day stands in words; the picture adds nothing to them', async () => {
    await show(year);
    expect(screen.getByText('I 2026 er der 2 dage at huske.')).toBeDefined();
    const rows = within(screen.getByRole('table', { name: 'Dagene i 2026' }))
      .getAllByRole('row')
      .slice(1);
    expect(rows.map(({ textContent }) => (textContent ?? '').replaceAll('\u00a0', ' '))).toEqual([
      '1fredag den 10. april 2026Høringsfrist: RammeaftaleHøringsfrist er gået',
      '2torsdag den 15. oktober 2026Frist for at beslutte: RammeaftaleBeslutningsfrist forude',
    ]);
    expect(document.querySelector('svg.e-year-ring')?.getAttribute('aria-hidden')).toBe('true');
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('says so where there is nothing', async () => {
    await show({ ...year, events: [] });
    expect(screen.getByText(/står de her/)).toBeDefined();
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('one’s own calendar', () => {
  it('shows its address when it is made, and says that it is shown only now', async () => {
    await show(year);
    expect(screen.getByText('Du har ingen kalenderadresse nu.')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Stop kalenderen' })).toBeNull();
    await press('Lav en kalenderadresse');
    expect((await screen.findByText(ADDRESS)).tagName).toBe('CODE');
    expect(screen.getByText(/Den vises kun nu/)).toBeDefined();
  });

  it('can be replaced and stopped', async () => {
    await show(year, '2026-05-01T08:00:00.000Z');
    expect(screen.getByText(/blev lavet 1\.\s?maj 2026/u)).toBeDefined();
    expect(screen.getByText(/holder den gamle op med at virke/)).toBeDefined();
    await press('Lav en ny adresse');
    await screen.findByText(ADDRESS);
    await press('Stop kalenderen');
    expect(asked.filter((name) => name !== 'Year')).toEqual(['RenewCalendar', 'StopCalendar']);
    expect(screen.queryByText(ADDRESS)).toBeNull();
  });
});
