import { sha256 as hashOf } from '@enig/kernel';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { catchUploads, type SentFile } from '../test-upload';
import { today } from '../today';
import { RecordDecisionPage } from './record-decision';
import { showAt } from './test-round-page';

const HOLBAEK = { __typename: 'Party', id: 'municipality:0316', name: 'Holbæk Kommune', kind: 'municipality' };
const body = (id: string, name: string, kind: string) => ({ __typename: 'Body', id, name, kind });
const council = body('municipal-council:0316', 'Kommunalbestyrelsen i Holbæk Kommune', 'municipalCouncil');
const committee = body('committee:0316', 'Fagudvalget i Holbæk Kommune', 'committee');
const kkr = body('contact-council:1085', 'KKR Sjælland', 'contactCouncil');
const place = (step: string, name: string, role: string, by: object) => {
  return { __typename: 'RecordPlace', step, name, role, body: by, waitingFor: [] };
};
const row = {
  ...{ __typename: 'BoardRow', party: HOLBAEK, standing: 'notStarted', cells: [], decision: null, toConfirm: null },
  ...{
    mayRecord: true,
    mayConfirm: false,
    mayReaffirm: false,
    twoPeople: false,
    twoPeopleNext: false,
    isOwn: false,
    earlier: null,
  },
  recordPlaces: [
    place('committee', 'Fagudvalg', 'recommends', committee),
    place('council', 'Kommunalbestyrelse', 'decides', council),
  ],
};
const SHARED = [
  ['dialogue', 'Dialogmøde'],
  ['contactCouncilDraft', 'KKR drøfter oplægget'],
  ['contactCouncil', 'KKR'],
] as const;
const decidedIn = (step: string) => ({
  ...{ __typename: 'Decision', id: `d-${step}`, step, outcome: 'noted', meetingDate: '2026-09-01', lapsed: false },
  ...{ item: '3', minutesLink: null, minutesUrl: null, minority: '', receiptUrl: '/', body: kkr, party: null },
  ...{ wording: '', reason: '', nextMeeting: null, recordedBy: 'Ida', recordedAt: '2026-09-02T08:00:00.000Z' },
  ...{ isOwn: true, needsSecond: false, superseded: [], fellAway: false, minutesSha256: null, minutesName: null },
});

/** What KKR has come to already, by step. */
let taken: readonly string[];

function agreement() {
  const board = {
    ...{ __typename: 'Board', agreement: 'a', approvedCount: 3, partyCount: 18, isConcluded: false, sentence: '' },
    ...{ state: 'running', blocks: [], vacancies: [], overrides: [], mayOverride: false, missing: [HOLBAEK] },
    version: { __typename: 'Version', hash: 'f'.repeat(64), number: 4 },
    steps: SHARED.map(([key, name]) => ({ key, name, order: 1, role: 'recommends', perParty: false, ground: 'Fordi' })),
    shared: SHARED.map(([step, name]) => ({
      ...{ __typename: 'SharedStep', step, name, isTold: false, mayRecord: true, body: kkr, waitingFor: [] },
      decision: taken.includes(step) ? decidedIn(step) : null,
    })),
    rows: [row],
  };
  const days = { deadline: '2099-10-15', periodFrom: '2099-11-01', periodTo: '2099-12-31', concludedOn: null };
  return { ...{ __typename: 'Agreement', id: 'a', title: 'Rammeaftale', ...days }, board };
}

async function open(who: string, name: string) {
  const shown = showAt({
    path: '/aftaler/:id/godkendelse/:who?',
    // As it stands in the letter that asks (AP-33).
    at: `/aftaler/a/godkendelse/${who}`,
    page: <RecordDecisionPage />,
    answers: (asked) => {
      if (asked === 'Board') return { agreement: agreement() };
      return { recordDecision: { __typename: 'DecisionPayload', refused: null, decision: null, board: null } };
    },
  });
  await screen.findByRole('heading', { level: 1, name });
  return shown;
}

const type = (label: string | RegExp, value: string) => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};
const writeMeeting = () => {
  const [year = '', month = '', day = ''] = today().split('-');
  type('Dag', day);
  type('Måned', month);
  type('År', year);
};
const press = (name: string) =>
  act(async () => {
    fireEvent.click(screen.getByRole('button', { name }));
    await Promise.resolve();
  });

beforeEach(() => {
  taken = [];
});

/** What somebody has to look at for a plain yes: the fields that are not optional and not behind words. */
function asked(): string[] {
  const fields = [...document.querySelectorAll('form .e-field')];
  return fields
    .filter((field) => !field.closest('details') && !field.parentElement?.closest('.e-field'))
    .filter((field) => !field.querySelector('.e-optional'))
    .map((field) => field.querySelector('label, legend')?.textContent?.trim() ?? '');
}

describe('from the mail to recorded, for a plain yes', () => {
  it('the link leads to the form of the party and the text, with four fields, two of them filled in', async () => {
    const { asked: sent } = await open(HOLBAEK.id, 'Registrér beslutning for Holbæk Kommune');
    expect(screen.getByText(/Version 4/)).toBeTruthy();
    expect(asked()).toEqual(['Mødedato', 'Punkt på dagsordenen', 'Beslutning', 'Ordlyd']);
    writeMeeting();
    type('Punkt på dagsordenen', '14');
    await press('Registrér');
    await waitFor(() => expect(sent.map(({ name }) => name)).toContain('RecordDecision'));
    expect(sent.find(({ name }) => name === 'RecordDecision')?.input).toMatchObject({
      ...{ agreement: 'a', party: HOLBAEK.id, body: council.id, step: 'council', version: 'f'.repeat(64) },
      ...{ outcome: 'approved', meetingDate: today(), item: '14', wording: 'Indstillingen blev godkendt.' },
      ...{ minutesLink: null, minutesFile: null, supersedes: null },
    });
  });
});

describe('who has decided', () => {
  it('is one of a party’s bodies, by its name', async () => {
    await open(HOLBAEK.id, 'Registrér beslutning for Holbæk Kommune');
    fireEvent.click(screen.getByText('Det var et udvalg'));
    const group = screen.getByRole('group', { name: 'Hvem har behandlet sagen?', hidden: true });
    const names = within(group)
      .getAllByRole('radio', { hidden: true })
      .map((radio) => radio.closest('label, div')?.textContent);
    expect(names).toEqual([committee.name, council.name]);
  });

  it('AP-16 is a step where a body takes several, the first that is open unless it is said otherwise', async () => {
    taken = ['dialogue'];
    const { asked: sent } = await open(kkr.id, 'Registrér beslutning for KKR Sjælland');
    expect(screen.getByText('Det gælder trinnet »KKR drøfter oplægget«.')).toBeTruthy();
    fireEvent.click(screen.getByText('Det var et andet trin'));
    const group = screen.getByRole('group', { name: 'Hvilket trin gælder det?', hidden: true });
    for (const [, name] of SHARED) expect(within(group).getByRole('radio', { name, hidden: true })).toBeTruthy();
    fireEvent.click(within(group).getByRole('radio', { name: 'KKR', hidden: true }));
    writeMeeting();
    type('Punkt på dagsordenen', '5');
    await press('Registrér');
    await waitFor(() => expect(sent.map(({ name }) => name)).toContain('RecordDecision'));
    expect(sent.find(({ name }) => name === 'RecordDecision')?.input).toMatchObject({
      ...{ party: null, body: kkr.id, step: 'contactCouncil', supersedes: null },
    });
  });
});

describe('AP-34 a personal number in a decision', () => {
  it('is warned of by field and line while it is written, and is not sent', async () => {
    const { asked: sent } = await open(HOLBAEK.id, 'Registrér beslutning for Holbæk Kommune');
    writeMeeting();
    type('Punkt på dagsordenen', '14');
    expect(screen.queryByText('Her ser ud til at stå et CPR-nummer')).toBeNull();
    type('Ordlyd', 'Godkendt.\nSagen om 010190-1234 følger.');
    expect(screen.getByRole('link', { name: 'Ordlyd, linje 2' }).getAttribute('href')).toBe('#wording');
    await press('Registrér');
    expect(sent.map(({ name }) => name)).not.toContain('RecordDecision');
    expect(
      screen.getAllByText(/^Her ser ud til at stå et CPR-nummer\. Beslutningen kan ikke slettes igen/),
    ).toHaveLength(2);
    type('Ordlyd', 'Godkendt.');
    expect(screen.queryByText('Her ser ud til at stå et CPR-nummer')).toBeNull();
    await press('Registrér');
    await waitFor(() => expect(sent.map(({ name }) => name)).toContain('RecordDecision'));
  });

  it('AP-20 is not sent in the address of the minutes either', async () => {
    const { asked: sent } = await open(HOLBAEK.id, 'Registrér beslutning for Holbæk Kommune');
    writeMeeting();
    type('Punkt på dagsordenen', '14');
    type(/^Adresse på referatet/, 'https://referat.example/?borger=010190%2D1234');
    await press('Registrér');
    expect(sent.map(({ name }) => name)).not.toContain('RecordDecision');
    expect(screen.getAllByText(/^Adressen på referatet ser ud til at rumme et CPR-nummer/)).toHaveLength(2);
    type(/^Adresse på referatet/, 'https://referat.example/14');
    await press('Registrér');
    await waitFor(() => expect(sent.map(({ name }) => name)).toContain('RecordDecision'));
  });

  it('is not looked for in a reason that is not sent', async () => {
    await open(HOLBAEK.id, 'Registrér beslutning for Holbæk Kommune');
    fireEvent.click(screen.getByRole('radio', { name: 'Afvist' }));
    type('Begrundelse', 'Det gælder 010190-1234');
    expect(screen.getByRole('link', { name: 'Begrundelse, linje 1' })).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: 'Godkendt' }));
    expect(screen.queryByRole('link', { name: 'Begrundelse, linje 1' })).toBeNull();
  });
});

describe('AP-20 the minutes as a file', () => {
  const bytes = new TextEncoder().encode('%PDF-1.7 referat');
  let uploads: SentFile[];
  let restore: () => void;

  beforeEach(() => {
    uploads = [];
    restore = catchUploads(uploads);
  });

  afterEach(() => restore());

  async function choose() {
    const file = new File([bytes], 'referat.pdf', { type: 'application/pdf' });
    Object.defineProperty(file, 'arrayBuffer', { value: () => Promise.resolve(bytes.buffer) });
    await act(async () => {
      fireEvent.change(screen.getByLabelText(/^Referatet som fil/), { target: { files: [file] } });
      await Promise.resolve();
    });
    await waitFor(() => expect(uploads).toHaveLength(1));
  }

  it('goes with the hash it has where it was chosen, which then stands in the decision', async () => {
    const { asked: sent } = await open(HOLBAEK.id, 'Registrér beslutning for Holbæk Kommune');
    await choose();
    const sha256 = hashOf(bytes);
    expect(uploads[0]?.address).toBe(`/minutes?name=referat.pdf&sha256=${sha256}`);
    const note = 'I »referat.pdf« ser der ud til at stå et CPR-nummer: side 1.';
    await act(async () => {
      uploads[0]?.ends({ status: 201, body: { sha256, name: 'referat.pdf', note } });
      await Promise.resolve();
    });
    expect(await screen.findByText(note)).toBeTruthy();
    writeMeeting();
    type('Punkt på dagsordenen', '14');
    await press('Registrér');
    await waitFor(() => expect(sent.map(({ name }) => name)).toContain('RecordDecision'));
    expect(sent.find(({ name }) => name === 'RecordDecision')?.input).toMatchObject({
      minutesFile: { sha256, name: 'referat.pdf' },
    });
  });

  it('is refused in the server’s words where it came otherwise, and the decision has none', async () => {
    const { asked: sent } = await open(HOLBAEK.id, 'Registrér beslutning for Holbæk Kommune');
    await choose();
    const message = 'Referatet er ikke den fil, du har valgt. Vælg filen igen.';
    await act(async () => {
      uploads[0]?.ends({ status: 400, body: { message } });
      await Promise.resolve();
    });
    expect((await screen.findAllByText(message)).length).toBeGreaterThan(0);
    expect(sent.map(({ name }) => name)).not.toContain('RecordDecision');
  });

  it('is an error at its field while it is not taken, and nothing is recorded until it is removed', async () => {
    const { asked: sent } = await open(HOLBAEK.id, 'Registrér beslutning for Holbæk Kommune');
    await choose();
    const message = 'Filen er ikke det, navnet siger.';
    await act(async () => {
      uploads[0]?.ends({ status: 400, body: { message } });
      await Promise.resolve();
    });
    const field = screen.getByLabelText(/^Referatet som fil/);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    writeMeeting();
    type('Punkt på dagsordenen', '14');
    await press('Registrér');
    expect(screen.getByRole('link', { name: message }).getAttribute('href')).toBe('#file');
    expect(sent.map(({ name }) => name)).not.toContain('RecordDecision');
    await press('Fjern referat.pdf');
    expect(field.getAttribute('aria-invalid')).toBeNull();
    await press('Registrér');
    await waitFor(() => expect(sent.map(({ name }) => name)).toContain('RecordDecision'));
  });

  it('holds the decision in the same way where it is of a kind that is not taken, until another is chosen', async () => {
    const { asked: sent } = await open(HOLBAEK.id, 'Registrér beslutning for Holbæk Kommune');
    fireEvent.change(screen.getByLabelText(/^Referatet som fil/), {
      target: { files: [new File(['x'], 'referat.exe')] },
    });
    writeMeeting();
    type('Punkt på dagsordenen', '14');
    await press('Registrér');
    expect(screen.getByRole('link', { name: /referat\.exe/ }).getAttribute('href')).toBe('#file');
    expect(sent.map(({ name }) => name)).not.toContain('RecordDecision');
    await choose();
    expect(screen.queryByRole('link', { name: /referat\.exe/ })).toBeNull();
  });
});
