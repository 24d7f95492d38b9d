import { UiProvider } from '@enig/ui';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { Client, fetchExchange, Provider } from 'urql';
import type { ForecastFieldsFragment } from '../generated/graphql';
import { BoardForecast } from './board-forecast';
import { PlacesCell } from './board-places';
import { ChainPage } from './chain';
import { ChainChoice } from './chain-choice';
import { linesOf } from './chain-picture';
import { WayPage } from './way';

const body = (id: string, name: string) => ({ __typename: 'Body', id, name });
const council = body('council', 'Kommunalbestyrelsen i Greve');
const committee = body('committee', 'Socialudvalget');
const finance = body('finance', 'Økonomiudvalget');

const TITLE = 'Vejen til beslutning: Greve Kommune';

let steps: object[];
let setting: string;
let mayEnter: boolean;
let sent: { readonly name: string; readonly input: Record<string, unknown> }[];
let refused: object | null;

beforeEach(() => {
  [steps, mayEnter, sent, refused, setting] = [[], true, [], null, '7'];
});

const partyWay = () => ({
  ...{ __typename: 'PartyWay', party: { __typename: 'Party', id: 'p', name: 'Greve Kommune' }, council, steps },
  ...{ setting, sentence: 'Greve går aftalens egen vej.', maySet: mayEnter, bodies: [committee, finance] },
  calendars: [
    {
      ...{ __typename: 'BodyCalendar', body: council, mayEnter },
      meetings: [{ __typename: 'CalendarMeeting', id: 'm1', heldOn: '2999-09-01' }],
    },
  ],
});

const step = (key: string, name: string, column: number, more: object = {}) => ({
  ...{
    __typename: 'ChainStep',
    key,
    name,
    role: 'recommends',
    who: 'KKR',
    perParty: false,
    mandatory: false,
    isTold: false,
  },
  ...{ ground: 'Fordi.', after: [], dueOn: null, column, row: 1, ...more },
});
const agreement = {
  ...{ __typename: 'Agreement', id: 'a', title: 'Rammeaftale', board: null },
  parties: [{ __typename: 'Party', id: 'municipality:0253', name: 'Greve Kommune' }],
  chain: {
    ...{ __typename: 'ChainTemplate', key: 'k', version: 2, name: 'Sjælland 2021', refused: null },
    sentence: 'Forløbet har 2 trin.',
    steps: [
      step('kkr', 'KKR drøfter oplægget', 1, { dueOn: '2026-06-30' }),
      step('council', 'Kommunalbestyrelse', 2, { role: 'decides', mandatory: true, perParty: true, after: ['kkr'] }),
    ],
  },
};

function answer(_: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const { operationName, variables } = JSON.parse(String(init?.body)) as {
    operationName: string;
    variables: { input?: Record<string, unknown> };
  };
  if (operationName === 'PartyWay') return Promise.resolve(Response.json({ data: { partyWay: partyWay() } }));
  if (operationName === 'ChainTemplates') {
    const { chain } = agreement;
    const other = { ...chain, key: 'm', version: 1, name: 'Midtjylland 2017' };
    const why = { __typename: 'Refusal', message: 'Trinnet »DASSOS« kan ingen tage her.' };
    return Promise.resolve(Response.json({ data: { chainTemplates: [chain, { ...other, refused: why }] } }));
  }
  if (operationName === 'AgreementChain') return Promise.resolve(Response.json({ data: { agreement } }));
  sent.push({ name: operationName, input: variables.input ?? {} });
  const field = operationName.charAt(0).toLowerCase() + operationName.slice(1);
  const done = field === 'setWay' || field === 'addCommittee' ? { way: null } : { calendar: null };
  return Promise.resolve(Response.json({ data: { [field]: { refused, ...done } } }));
}

function show(element: ReactElement, path = '/'): void {
  const client = new Client({
    ...{ url: 'http://localhost/graphql', preferGetMethod: false, exchanges: [fetchExchange], fetch: answer },
  });
  const router = createMemoryRouter([{ path: '*', element }], { initialEntries: [path] });
  render(
    <Provider value={client}>
      <UiProvider locale="da">
        <RouterProvider router={router} />
      </UiProvider>
    </Provider>,
  );
}

const press = (name: string | RegExp) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const choose = (group: string, label: RegExp, value: string) => {
  const field = within(screen.getByRole('group', { name: group })).getByLabelText(label);
  fireEvent.change(field, { target: { value } });
};

describe("AP-28 the page of a party's way", () => {
  it('sets committees in order, and says whether the council waits for them', async () => {
    show(<WayPage />);
    await screen.findByRole('heading', { level: 1, name: TITLE });
    expect(screen.getByText(/Skriv datoerne ind én gang/)).toBeDefined();
    choose('Socialudvalget', /Rækkefølge/, '1');
    choose('Økonomiudvalget', /Rækkefølge/, '2');
    choose('Økonomiudvalget', /Venter Kommunalbestyrelsen/, 'no');
    await press('Gem vejen');
    expect(sent).toEqual([
      {
        name: 'SetWay',
        input: {
          party: 'p',
          seen: '7',
          steps: [
            { body: 'committee', mandatory: true, after: [] },
            { body: 'finance', mandatory: false, after: ['committee'] },
          ],
        },
      },
    ]);
  });

  it('goes back to the agreement’s way, and says why a way is refused', async () => {
    steps = [{ __typename: 'WayStep', body: committee, after: [], mandatory: true }];
    refused = { __typename: 'Refusal', code: 'AP-28-CIRCLE', message: 'Det venter på sig selv.', details: [] };
    show(<WayPage />);
    await screen.findByRole('heading', { level: 1, name: TITLE });
    await press('Brug aftalens vej i stedet');
    expect(sent).toEqual([{ name: 'SetWay', input: { party: 'p', seen: '7', steps: [] } }]);
    expect(await screen.findByText('Det venter på sig selv.')).toBeDefined();
  });

  it('is about the way it began from, until one is told that a colleague has set another', async () => {
    steps = [{ __typename: 'WayStep', body: committee, after: [], mandatory: true }];
    show(<WayPage />);
    await screen.findByRole('heading', { level: 1, name: TITLE });
    setting = '8'; // comes with the page when it is read again for any reason
    refused = { __typename: 'Refusal', code: 'AP-28-CIRCLE', message: 'Det venter på sig selv.', details: [] };
    await press('Brug aftalens vej i stedet');
    expect(await screen.findByText('Det venter på sig selv.')).toBeDefined();
    refused = { __typename: 'Refusal', code: 'AP-28-CHANGED-MEANWHILE', message: 'En anden var først.', details: [] };
    await press('Brug aftalens vej i stedet');
    expect(await screen.findByText('En anden var først.')).toBeDefined();
    await press('Brug aftalens vej i stedet');
    expect(sent.map(({ input }) => input['seen'])).toEqual(['7', '7', '8']);
  });

  it('shows the way that is set in its order, with what the council waits for, also one a colleague set meanwhile', async () => {
    show(<WayPage />);
    await screen.findByRole('heading', { level: 1, name: TITLE });
    expect(screen.queryByText(/: nr\. 1\./)).toBeNull();
    steps = [
      { __typename: 'WayStep', body: committee, after: ['finance'], mandatory: false },
      { __typename: 'WayStep', body: finance, after: [], mandatory: true },
    ];
    refused = { __typename: 'Refusal', code: 'AP-28-CHANGED-MEANWHILE', message: 'En anden var først.', details: [] };
    await press('Gem vejen');
    const first = await screen.findByText('Økonomiudvalget: nr. 1. Kommunalbestyrelsen i Greve venter på det.');
    expect(first.nextElementSibling?.textContent).toBe('Socialudvalget: nr. 2. Det kan springes over.');
  });

  it('AP-31 takes a whole calendar at once, and names each day it cannot read and each that does not exist', async () => {
    show(<WayPage />);
    await screen.findByRole('heading', { level: 1, name: TITLE });
    const field = screen.getByLabelText(/Datoer, én på hver linje/);
    await press(/Gem datoerne/);
    expect(screen.getAllByText('Skriv mindst én dato.').length).toBeGreaterThan(0);
    fireEvent.change(field, { target: { value: '12-08-2999\ni morgen' } });
    await press(/Gem datoerne/);
    expect(screen.getAllByText(/^»i morgen« kan ikke læses som en dato\./).length).toBeGreaterThan(0);
    fireEvent.change(field, { target: { value: '31-02-2999, i morgen, senere, 12-08-2999' } });
    await press(/Gem datoerne/);
    const said = 'Datoen »31-02-2999« findes ikke. Ret den. »i morgen« og »senere« kan ikke læses som datoer.';
    expect(screen.getAllByText(new RegExp(`^${said}`, 'u')).length).toBeGreaterThan(0);
    expect(sent).toEqual([]);
    fireEvent.change(field, { target: { value: '12-08-2999, 9. sep. 2999' } });
    await press(/Gem datoerne/);
    expect(sent).toEqual([{ name: 'EnterMeetings', input: { body: 'council', days: ['2999-08-12', '2999-09-09'] } }]);
    await waitFor(() => expect(field).toHaveProperty('value', ''));
  });

  it('adds a committee, and takes a meeting back', async () => {
    show(<WayPage />);
    await screen.findByRole('heading', { level: 1, name: TITLE });
    await press('Tilføj et udvalg');
    expect(screen.getAllByText('Skriv udvalgets navn.').length).toBeGreaterThan(0);
    fireEvent.change(screen.getByLabelText(/Udvalgets navn/), { target: { value: ' Børneudvalget ' } });
    await press('Tilføj et udvalg');
    await press(/Fjern/);
    expect(sent).toEqual([
      { name: 'AddCommittee', input: { party: 'p', kind: 'committee', name: 'Børneudvalget' } },
      { name: 'TakeMeetingBack', input: { meeting: 'm1' } },
    ]);
  });

  it('AC-29 shows others the way and the days, and no form', async () => {
    mayEnter = false;
    show(<WayPage />);
    await screen.findByText('Greve går aftalens egen vej.');
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByText(/Skriv datoerne ind/)).toBeNull();
    expect(screen.getByText(/1\. september 2999/)).toBeDefined();
  });
});

describe('the page of a chain', () => {
  it('is a sentence and a table in which every step stands in words; the picture adds nothing to them', async () => {
    show(<ChainPage />);
    await screen.findByText('Forløbet har 2 trin.');
    const rows = within(screen.getByRole('table', { name: 'Trinnene i forløbet' }))
      .getAllByRole('row')
      .slice(1);
    expect(rows.map(({ textContent }) => (textContent ?? '').replaceAll('\u00a0', ' '))).toEqual([
      '1. KKR drøfter oplægget' +
        'KKR, én gang for alle' +
        'anbefaler, kan springes over' +
        'begynder30. juni 2026Fordi.',
      '2. Kommunalbestyrelse' +
        'KKR, hver part for sig' +
        'beslutter, skal være på plads, før andre går videre' +
        'KKR drøfter oplægget–Fordi.',
    ]);
    expect(screen.getByRole('link', { name: 'Greve Kommune' }).getAttribute('href')).toBe(
      '/parter/municipality:0253/vej',
    );
    expect(document.querySelector('svg.e-chain')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('breaks names between words', () => {
    expect(linesOf('5. Økonomiudvalg eller forretningsudvalg')).toEqual([
      '5. Økonomiudvalg',
      'eller',
      'forretningsudvalg',
    ]);
    expect(linesOf('KKR')).toEqual(['KKR']);
  });
});

describe('AP-26 the choice of a chain', () => {
  it('begins with the first that can be used, draws it, and says at the field why another cannot', async () => {
    const chosen: unknown[] = [];
    const choose = (chain: unknown) => void chosen.push(chain);
    const given = { region: '1085', deadline: null, choose, error: undefined };
    show(<ChainChoice {...given} chosen={null} />);
    const field = await screen.findByLabelText(/Forløb/);
    expect(
      within(field)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Sjælland 2021, version 2', 'Midtjylland 2017, version 1 (kan ikke bruges her)']);
    expect(chosen).toEqual([{ key: 'k', version: 2 }]);
    expect(screen.getByText('Forløbet har 2 trin.')).toBeDefined();
    expect(field.getAttribute('aria-invalid')).toBeNull();
    fireEvent.change(field, { target: { value: 'm' } });
    expect(chosen.at(-1)).toEqual({ key: 'm', version: 1 });
    cleanup();

    show(<ChainChoice {...given} chosen={{ key: 'm', version: 1 }} />);
    const wrong = await screen.findByLabelText(/Forløb/);
    expect(wrong.getAttribute('aria-invalid')).toBe('true');
    const said = document.getElementById(wrong.getAttribute('aria-describedby')?.split(' ').at(-1) ?? '');
    expect(said?.textContent).toContain('Trinnet »DASSOS« kan ingen tage her.');
  });
});

describe('AP-30 the forecast on the board', () => {
  const board = (forecastSentence: string | null): ForecastFieldsFragment => ({
    forecastSentence,
    forecast: [
      {
        ...{ reach: 'late', because: 'noMeeting', decidesOn: '2026-11-01' },
        ...{ lastChance: null, since: '2026-09-02', mayEnter: true },
        party: { id: 'municipality:0253', name: 'Greve Kommune' },
      },
    ],
  });

  it('AP-30 says it in a sentence and in a table', () => {
    show(<BoardForecast board={board('Greve når det ikke, som det ser ud nu.')} />);
    expect(screen.getByText('Greve når det ikke, som det ser ud nu.')).toBeDefined();
    const row = screen.getByRole('row', { name: /Greve Kommune/, hidden: true });
    expect((row.textContent ?? '').replaceAll('\u00a0', ' ')).toBe(
      'Greve Kommune' +
        ' når det ikke: der er intet møde inden fristen' +
        '1. november 2026–2. september 2026Udvalg og mødedatoer for Greve Kommune',
    );
  });

  it('is not there where nothing is decided', () => {
    show(<BoardForecast board={board(null)} />);
    expect(screen.queryByRole('heading')).toBeNull();
  });
});

describe('AP-28 a cell of the board', () => {
  it('names each of several bodies', () => {
    const places = [committee, finance].map((each) => ({
      body: each as never,
      decision: null,
      unconfirmed: null,
    }));
    show(<PlacesCell cells={[{ step: 'committee', decision: null, unconfirmed: null, places }]} />);
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Socialudvalget:'),
      expect.stringContaining('Økonomiudvalget:'),
    ]);
  });
});
