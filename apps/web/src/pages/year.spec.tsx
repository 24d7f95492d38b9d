import { UiProvider, type LinkProps } from '@enig/ui';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { Link, MemoryRouter } from 'react-router';
import { cacheExchange, Client, fetchExchange, Provider } from 'urql';
import { YearPage } from './year';

const event = (id: string, kind: string, on: string, title: string, isPast: boolean) => {
  return { __typename: 'YearEvent', id, kind, on, title, path: `/aftaler/${id}`, isPast };
};
const year = {
  ...{ __typename: 'Year', year: 2026, today: '2026-06-01', sentence: 'I 2026 er der 2 ting at huske.' },
  events: [
    event('1', 'hearing', '2026-04-10', 'Høringsfrist: Rammeaftale', true),
    event('2', 'decision', '2026-10-15', 'Frist for at beslutte: Rammeaftale', false),
  ],
};
const NEXT = { ...year, year: 2027, sentence: 'I 2027 er der 1 ting at huske.', events: year.events.slice(1) };
const ADDRESS = 'https://enig.example/kalender/abc.ics';

const RouterLink = ({ href, ...rest }: LinkProps) => <Link to={href} {...rest} />;

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
      const { operationName, variables } = JSON.parse(String(init?.body)) as {
        operationName: string;
        variables: { year?: number | null };
      };
      asked.push(operationName);
      if (variables.year === NEXT.year)
        return Promise.resolve(Response.json({ data: { year: NEXT, calendarFeed: feed(madeAt, null) } }));
      return Promise.resolve(Response.json({ data: answers[operationName] }));
    },
  });
  render(
    <Provider value={client}>
      <UiProvider locale="da" link={RouterLink}>
        <MemoryRouter initialEntries={['/aarshjul']}>
          <YearPage />
        </MemoryRouter>
      </UiProvider>
    </Provider>,
  );
  await screen.findByRole('heading', { level: 1, name: 'Årshjul 2026' });
}

/** What has been read out last. */
const told = () => screen.getByTestId('announcer').textContent;

const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

describe('the year', () => {
  it('is a sentence and a table in which every day stands in words; the picture adds nothing to them', async () => {
    await show(year);
    expect(screen.getByText('I 2026 er der 2 ting at huske.')).toBeDefined();
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

describe('another year', () => {
  it('is said when one goes to it, since focus stays where it was; the first is not', async () => {
    await show(year);
    expect(told()).toBe('');
    fireEvent.click(screen.getByRole('link', { name: 'Året efter: 2027' }));
    await screen.findByRole('heading', { level: 1, name: 'Årshjul 2027' });
    await waitFor(() => expect(told()).toBe(NEXT.sentence));
    fireEvent.click(screen.getByRole('link', { name: 'Året før: 2026' }));
    await screen.findByRole('heading', { level: 1, name: 'Årshjul 2026' });
    await waitFor(() => expect(told()).toBe(year.sentence));
  });
});

describe('one’s own calendar', () => {
  const field = () => screen.findByLabelText<HTMLTextAreaElement>('Din kalenderadresse');

  it('shows its address when it is made, and says that it is shown only now', async () => {
    await show(year);
    expect(screen.getByText('Du har ingen kalenderadresse nu.')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Stop kalenderen' })).toBeNull();
    await press('Lav en kalenderadresse');
    await field();
    expect(screen.getByText(/Den vises kun nu/)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Lav en kalenderadresse' })).toBeNull();
  });

  it('gives focus to its address, all of it marked and none of it to be changed', async () => {
    await show(year);
    await press('Lav en kalenderadresse');
    const address = await field();
    expect(document.activeElement).toBe(address);
    expect([address.value, address.readOnly]).toEqual([ADDRESS, true]);
    expect([address.selectionStart, address.selectionEnd]).toEqual([0, ADDRESS.length]);
  });

  it('is copied with a button, or else is marked again to be copied by hand', async () => {
    const copied: string[] = [];
    const writeText = (words: string) => Promise.resolve(void copied.push(words));
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    await show(year);
    await press('Lav en kalenderadresse');
    await field();
    await press('Kopiér adressen');
    expect(copied).toEqual([ADDRESS]);
    expect(told()).toBe('Adressen er kopieret.');
    Reflect.deleteProperty(navigator, 'clipboard');
    screen.getByRole('button', { name: 'Kopiér adressen' }).focus();
    await press('Kopiér adressen');
    expect(told()).toMatch(/^Adressen kunne ikke kopieres\./u);
    expect(document.activeElement).toBe(await field());
  });

  it('is asked about before it is replaced, since the old address ends', async () => {
    await show(year, '2026-05-01T08:00:00.000Z');
    expect(screen.getByText(/blev lavet 1\.\s?maj 2026/u)).toBeDefined();
    await press('Lav en ny adresse');
    const question = screen.getByRole('dialog', { name: 'Lav en ny kalenderadresse' });
    expect(question.textContent).toContain('Den gamle adresse holder op med at virke.');
    expect(asked).toEqual(['Year']);
    const { getByRole } = within(question);
    await act(async () => void fireEvent.click(getByRole('button', { name: 'Lav en ny adresse' })));
    expect(document.activeElement).toBe(await field());
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(asked).toContain('RenewCalendar');
  });

  it('is stopped, and its address is gone', async () => {
    await show(year);
    await press('Lav en kalenderadresse');
    await field();
    await press('Stop kalenderen');
    expect(asked.filter((name) => name !== 'Year')).toEqual(['RenewCalendar', 'StopCalendar']);
    expect(screen.queryByLabelText('Din kalenderadresse')).toBeNull();
  });
});
