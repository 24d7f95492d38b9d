import { UiProvider } from '@enig/ui';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { Client, fetchExchange, Provider } from 'urql';
import { ScreeningPage } from './screening';

const TEXT = 'Hassan venter.\nJeg mødte Hassan.\nHassan er træt.';
const AT = '2027-04-12T08:00:00.000Z';

function finding(key: string, more: object = {}): object {
  return {
    ...{ __typename: 'Finding', key, about: 'personalNumber', where: `linje ${key}`, start: 0, end: 6, count: 1 },
    ...{ isReleased: false, mayRelease: true, releases: [] },
    ...more,
  };
}

const seen = (by: string) => ({ __typename: 'FindingRelease', by, at: AT, reason: 'et sagsnummer' });
const file = (more: object = {}) => ({
  ...{ __typename: 'ScreenedFile', sha256: 'f1', name: 'svar.pdf', size: 9, isScreened: true, withholding: null },
  ...{ findings: [] },
  ...more,
});
const slot = (more: object = {}) => ({
  ...{ __typename: 'ScreenedSlot', key: 's1', kind: 'section', sectionTitle: 'Skole', text: TEXT, isPublic: true },
  ...{ findings: [], redactions: [] },
  ...more,
});

let slots: object[];
let files: object[];
let more: object;
let sent: { readonly name: string; readonly input: Record<string, unknown> }[];
let refuse: boolean;

function screening(): object {
  const council = { __typename: 'Body', id: 'greve', name: 'Greve Handicapråd' };
  const submission = { __typename: 'ScreenedSubmission', id: 'a1', reference: 'H-1', late: false };
  return {
    ...{ __typename: 'Screening', round: 'r', openFindingCount: 0, isPublished: false, publishedAt: null },
    ...{ publishedBy: null, isClosed: true, publicPath: '/hoeringssvar/r' },
    submissions: [{ ...submission, council, slots, files }],
    ...more,
  };
}

function answer(_: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const { operationName, variables } = JSON.parse(String(init?.body)) as {
    operationName: string;
    variables: { input?: Record<string, unknown> };
  };
  const agreement = { __typename: 'Agreement', id: 'a', title: 'Rammeaftale' };
  if (operationName === 'Screening') {
    const heard = { __typename: 'HeardDocument', title: 'Rapport om kørsel' };
    const round = { __typename: 'HearingRound', id: 'r', agreement, document: heard };
    return Promise.resolve(Response.json({ data: { screening: screening(), round } }));
  }
  sent.push({ name: operationName, input: variables.input ?? {} });
  const refused = refuse && { code: 'HE-50', message: 'Noget er allerede taget ud.', details: [] };
  const field = operationName.charAt(0).toLowerCase() + operationName.slice(1);
  return Promise.resolve(Response.json({ data: { [field]: { refused: refused || null, screening: { round: 'r' } } } }));
}

async function show(query = ''): Promise<void> {
  const client = new Client({
    url: 'http://x/graphql',
    preferGetMethod: false,
    exchanges: [fetchExchange],
    fetch: answer,
  });
  const page = (
    <Provider value={client}>
      <UiProvider locale="da">
        <ScreeningPage />
      </UiProvider>
    </Provider>
  );
  const router = createMemoryRouter([{ path: '/:roundId', element: page }], { initialEntries: [`/r${query}`] });
  render(<RouterProvider router={router} />);
  await screen.findByRole('heading', { level: 1, name: 'Gennemse og offentliggør' });
}

async function press(name: string | RegExp, inside: HTMLElement = document.body): Promise<void> {
  await act(async () => {
    fireEvent.click(within(inside).getByRole('button', { name }));
    await new Promise((later) => setTimeout(later));
  });
}

const fill = (label: string, words: string, inside: HTMLElement = document.body) =>
  fireEvent.change(within(inside).getByLabelText(label), { target: { value: words } });
const formOf = (button: string | RegExp): HTMLElement => {
  const form = screen.getByRole('button', { name: button, hidden: true }).closest('form');
  if (!form) throw new Error('Outside a form');
  return form;
};

beforeEach(() => {
  [slots, files, more, sent, refuse] = [[slot()], [], {}, [], false];
});

describe('the way back', () => {
  it('leads to the round, by the name of what is heard', async () => {
    await show();
    const back = screen.getByRole('link', { name: 'Tilbage til Høring: Rapport om kørsel' });
    expect(back.getAttribute('href')).toBe('/aftaler/a/hoering/r');
    expect(document.title).toContain(': Rapport om kørsel');
  });
});

describe('HE-50 words somebody points out', () => {
  it('are taken out everywhere they stand, unless a place is left', async () => {
    await show();
    const form = formOf('Tag andre ord ud');
    fill('Ord, der skal ud', 'hassan', form);
    expect(within(form).getByRole('status').textContent).toBe('Ordene står 3 steder.');
    fireEvent.click(within(form).getByRole('checkbox', { name: /^Linje 2: / }));
    fill('Grund', 'et barns navn', form);
    await press('Tag andre ord ud', form);
    expect(sent.map(({ input }) => [input['start'], input['end']])).toEqual([
      [0, 6],
      [33, 39],
    ]);
    expect(screen.getByTestId('announcer').textContent).toBe('2 steder er taget ud.');
  });

  it('stand with those that are left once some are out', async () => {
    const redaction = { __typename: 'ResponseRedaction', id: 'x', start: 0, end: 6, reason: 'r', by: 'Mette', at: AT };
    slots = [slot({ redactions: [redaction] })];
    await show();
    const form = formOf('Tag andre ord ud');
    fill('Ord, der skal ud', 'Hassan', form);
    expect(within(form).getAllByRole('checkbox')).toHaveLength(2);
    fill('Ord, der skal ud', 'Fatima', form);
    fill('Grund', 'et navn', form);
    await press('Tag andre ord ud', form);
    expect(within(form).getByText(/^De ord står ikke i teksten/)).toBeTruthy();
    expect(sent).toEqual([]);
  });
});

describe('HE-48 what stands in the way of publishing', () => {
  it('is listed with files, each with a place to go to, and publishing waits', async () => {
    slots = [slot({ findings: [finding('1')] })];
    files = [file({ findings: [finding('2')] }), file({ sha256: 'f2', name: 'to.pdf', isScreened: false })];
    more = { openFindingCount: 2 };
    await show();
    const links = screen.getAllByRole('link', { name: /^Gå til fundet/ });
    expect(links.map((link) => link.textContent)).toEqual([
      'Gå til fundet i »Skole« fra Greve Handicapråd',
      'Gå til fundet i »Filen »svar.pdf«« fra Greve Handicapråd',
      'Gå til fundet i »Filen »to.pdf«« fra Greve Handicapråd',
    ]);
    for (const link of links) expect(document.querySelector(link.getAttribute('href') ?? '')).not.toBeNull();
    expect(screen.queryByRole('button', { name: 'Offentliggør svarene' })).toBeNull();
    expect(screen.getByText(/når de 2 fund er frigivet eller taget ud\. 1 fil skal først ses igennem/)).toBeTruthy();
  });

  it('is shown alone where that is asked for, and stays while one is at it', async () => {
    slots = [slot(), slot({ key: 's2', sectionTitle: 'Bolig', findings: [finding('1', { releases: [seen('Bo')] })] })];
    await show('?vis=mangler');
    expect(screen.getAllByRole('heading', { level: 3 }).map((each) => each.textContent)).toEqual(['Bolig']);
    slots = [slot(), slot({ key: 's2', sectionTitle: 'Bolig' })];
    const form = formOf(/^Må offentliggøres/);
    fill('Grund', 'et sagsnummer', form);
    await press(/^Må offentliggøres/, form);
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Må offentliggøres/ })).toBeNull());
    expect(screen.getAllByRole('heading', { level: 3 }).map((each) => each.textContent)).toEqual(['Bolig']);
    await press('Vis kun det, der mangler');
    expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(2);
  });
});

describe('HE-49 what is done with one finding', () => {
  const itemOf = (where: string): HTMLElement => {
    const item = screen.getByText(new RegExp(where)).closest('li');
    if (!item) throw new Error('Outside the list');
    return item;
  };

  it('is refused at that one alone', async () => {
    slots = [slot({ findings: [finding('1'), finding('2')] })];
    refuse = true;
    await show();
    fill('Grund', 'en sag', itemOf('linje 2'));
    await press(/^Tag stedet ud/, itemOf('linje 2'));
    expect(within(itemOf('linje 2')).getByText('Noget er allerede taget ud.')).toBeTruthy();
    expect(screen.getAllByText('Noget er allerede taget ud.')).toHaveLength(1);
  });

  it('says whose word it was, and leaves focus at the finding', async () => {
    slots = [slot({ findings: [finding('1')] })];
    await show();
    fill('Grund', 'et sagsnummer', itemOf('linje 1'));
    slots = [slot({ findings: [finding('1', { releases: [seen('Mette')], mayRelease: false })] })];
    await press(/^Må offentliggøres/, itemOf('linje 1'));
    expect(screen.getByTestId('announcer').textContent).toBe('Set af dig. Én mere skal se det.');
    expect(document.activeElement).toBe(itemOf('linje 1'));
  });

  it('asks for the file at its field before another copy is put in its place', async () => {
    files = [file()];
    await show();
    const form = formOf(/^Læg en anden udgave i stedet/);
    fill('Grund', 'et navn', form);
    await press(/^Læg en anden udgave i stedet/, form);
    const field = within(form).getByLabelText(/^Udgave uden det/);
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });
});

describe('HE-47 taking answers down', () => {
  beforeEach(() => {
    more = { isPublished: true, publishedAt: AT, publishedBy: 'Mette' };
  });

  it('is apart from the word that they are public, and asks nothing until one wants to', async () => {
    await show();
    expect(screen.queryByLabelText('Grund', { selector: 'textarea' })).toBeNull();
    const goodNews = screen.getByText(/^Svarene er offentlige/).closest('.e-alert');
    expect(goodNews?.contains(screen.getByRole('button', { name: 'Tag svarene ned' }))).toBe(false);
  });

  it('asks why, and says what it means before it is done', async () => {
    await show();
    await press('Tag svarene ned');
    const dialog = screen.getByRole('dialog', { name: 'Vil du tage svarene ned?' });
    expect(within(dialog).getByText(/^Siden med svarene kan ikke læses mere/)).toBeTruthy();
    await press('Tag svarene ned', dialog);
    expect(within(dialog).getByRole('link', { name: 'Skriv en grund.' })).toBeTruthy();
    expect(sent).toEqual([]);
    fireEvent.change(within(dialog).getByLabelText('Grund'), { target: { value: 'et navn stod der' } });
    await press('Tag svarene ned', dialog);
    expect(sent).toEqual([{ name: 'UnpublishResponses', input: { round: 'r', reason: 'et navn stod der' } }]);
  });
});
