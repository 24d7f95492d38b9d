import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { RecordDecisionPage } from './record-decision';
import { showAt } from './test-round-page';

const FAXE = { __typename: 'Party', id: 'municipality:0320', name: 'Faxe Kommune', kind: 'municipality' };
const council = {
  ...{ __typename: 'Body', id: 'municipal-council:0320', name: 'Byrådet i Faxe Kommune', kind: 'municipalCouncil' },
};
const decisionWith = (other: object) => ({
  ...{ __typename: 'Decision', id: 'd1', step: 'council', outcome: 'approved', version: 'f'.repeat(64) },
  ...{ meetingDate: '2026-11-20', item: '14', wording: 'Tiltrådt.', reason: '', minority: 'To var imod.' },
  ...{ nextMeeting: null, minutesLink: null, minutesSha256: 'a'.repeat(64), minutesName: 'referat.pdf' },
  ...{ minutesUrl: '/minutes/d1', minutesHeldBack: false, receiptUrl: '/decisions/d1/receipt.pdf', reaffirms: null },
  ...{ needsSecond: false, isOwn: true, confirmedBy: null, confirmedAt: null, supersedes: null, superseded: [] },
  ...{ recordedAt: '2026-11-20T15:00:00.000Z', recordedBy: 'Grete Holm', capacity: 'rådssekretær' },
  ...{ fellAway: false, lapsed: false, party: FAXE, body: council, ...other },
});

/** What the board holds of the party now, and what the server answers to a record. */
let row: object;
let answer: object;
const DONE = { __typename: 'DecisionPayload', refused: null, decision: null, board: null };
const refusedBy = (code: string, message: string) => {
  return { ...DONE, refused: { __typename: 'Refusal', code, message, details: [] } };
};

function agreement() {
  const place = { __typename: 'RecordPlace', step: 'council', name: 'Byråd', role: 'decides', body: council };
  const board = {
    ...{ __typename: 'Board', agreement: 'a', approvedCount: 13, partyCount: 18, isConcluded: false, sentence: '' },
    ...{ state: 'running', blocks: [], vacancies: [], overrides: [], mayOverride: false, missing: [FAXE] },
    ...{ version: { __typename: 'Version', hash: 'f'.repeat(64), number: 4 }, steps: [], shared: [] },
    rows: [
      {
        ...{ __typename: 'BoardRow', party: FAXE, standing: 'notStarted', cells: [], decision: null, toConfirm: null },
        ...{ unconfirmed: null, mayRecord: true, entersOnly: false, mayConfirm: false, mayReaffirm: false },
        ...{ twoPeople: false, twoPeopleNext: false, isOwn: true, earlier: null, recordPlaces: [place], ...row },
      },
    ],
  };
  const days = { deadline: '2099-10-15', periodFrom: '2099-11-01', periodTo: '2099-12-31', concludedOn: null };
  return { __typename: 'Agreement', id: 'a', title: 'Rammeaftale 2099', ...days, board };
}

async function open() {
  const shown = showAt({
    path: '/aftaler/:id/godkendelse/:who?',
    at: `/aftaler/a/godkendelse/${FAXE.id}`,
    page: <RecordDecisionPage />,
    answers: (asked) => (asked === 'RecordDecision' ? { recordDecision: answer } : { agreement: agreement() }),
  });
  await screen.findByRole('heading', { level: 1, name: 'Registrér beslutning for Faxe Kommune' });
  return shown;
}

const record = () =>
  act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Registrér' }));
    await Promise.resolve();
  });
const valueOf = (label: string | RegExp) => screen.getByLabelText<HTMLInputElement>(label).value;
const sentBy = ({ asked }: Awaited<ReturnType<typeof open>>) =>
  asked.filter(({ name }) => name === 'RecordDecision').map(({ input }) => input);

beforeEach(() => {
  row = {};
  answer = DONE;
});

describe('the head of the page', () => {
  it('names the agreement and the deadline', async () => {
    await open();
    const header = document.querySelector('header');
    expect(header?.textContent).toContain('Rammeaftale 2099');
    expect(header?.textContent).toMatch(/frist 15\.\s+oktober\s+2099/u);
  });
});

describe('AP-12 a correction', () => {
  it('begins with what stands, its minutes too, and keeps them', async () => {
    row = { decision: decisionWith({}) };
    const shown = await open();
    expect([valueOf('Dag'), valueOf('Måned'), valueOf('År')].map(Number)).toEqual([20, 11, 2026]);
    expect([valueOf('Punkt på dagsordenen'), valueOf('Ordlyd')]).toEqual(['14', 'Tiltrådt.']);
    expect(valueOf(/^Mindretalsudtalelse/)).toBe('To var imod.');
    expect(screen.getByText('referat.pdf', { selector: 'p' })).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Punkt på dagsordenen'), { target: { value: '15' } });
    await record();
    await waitFor(() => expect(sentBy(shown)).toHaveLength(1));
    expect(sentBy(shown)[0]).toMatchObject({
      ...{ supersedes: 'd1', item: '15', meetingDate: '2026-11-20', minority: 'To var imod.' },
      minutesFile: { sha256: 'a'.repeat(64), name: 'referat.pdf' },
    });
  });

  it('is begun anew, where it is another meeting, and says so to whoever cannot see it', async () => {
    row = { decision: decisionWith({}) };
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Det er et nyt møde: tøm felterne' }));
    expect([valueOf('Dag'), valueOf('Punkt på dagsordenen')]).toEqual(['', '']);
    expect(valueOf('Ordlyd')).toBe('Indstillingen blev godkendt.');
    expect(document.activeElement?.textContent).toContain('træder i stedet');
  });

  it('carries nothing of the council’s into a committee’s decision but what was typed', async () => {
    const committee = { ...council, id: 'committee:0320', name: 'Fagudvalget i Faxe Kommune', kind: 'committee' };
    const place = { __typename: 'RecordPlace', step: 'council', name: 'Byråd', role: 'decides', body: council };
    const other = { ...place, step: 'committee', name: 'Fagudvalg', role: 'recommends', body: committee };
    row = { decision: decisionWith({}), recordPlaces: [other, place] };
    const shown = await open();
    fireEvent.change(screen.getByLabelText('Punkt på dagsordenen'), { target: { value: '3' } });
    fireEvent.click(screen.getByRole('radio', { name: committee.name, hidden: true }));
    expect([valueOf('Dag'), valueOf('Punkt på dagsordenen'), valueOf(/^Mindretalsudtalelse/)]).toEqual(['', '3', '']);
    expect(screen.queryByText('referat.pdf', { selector: 'p' })).toBeNull();
    for (const [label, value] of Object.entries({ Dag: '5', Måned: '11', År: '2026' }))
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    await record();
    await waitFor(() => expect(sentBy(shown)).toHaveLength(1));
    expect(sentBy(shown)[0]).toMatchObject({
      ...{ body: committee.id, supersedes: null, meetingDate: '2026-11-05', item: '3', outcome: 'recommended' },
      ...{ wording: 'Aftalen blev anbefalet.', minority: null, minutesFile: null },
    });
  });

  it('of what somebody else has recorded meanwhile shows it, keeps what was typed, and the next press corrects', async () => {
    const shown = await open();
    for (const [label, value] of Object.entries({ Dag: '21', Måned: '11', År: '2026', Ordlyd: 'Min ordlyd.' }))
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    fireEvent.change(screen.getByLabelText('Punkt på dagsordenen'), { target: { value: '7' } });
    row = { decision: decisionWith({}), mayRecord: true };
    answer = refusedBy('AP-12-ALREADY-DECIDED', 'En anden har lige registreret en beslutning her.');
    await record();
    expect(await screen.findByText(/^Registreret af Grete Holm .*punkt 14\. »Tiltrådt\.«/u)).toBeTruthy();
    expect(screen.getByText(/^Det, du har skrevet, står her endnu\./)).toBeTruthy();
    expect(valueOf('Ordlyd')).toBe('Min ordlyd.');
    answer = DONE;
    await record();
    await waitFor(() => expect(sentBy(shown)).toHaveLength(2));
    expect(sentBy(shown)).toMatchObject([
      { supersedes: null, item: '7' },
      { supersedes: 'd1', item: '7', wording: 'Min ordlyd.' },
    ]);
  });

  it('stays open where the other’s decision took the right to record away', async () => {
    row = { decision: decisionWith({}) };
    await open();
    row = { decision: decisionWith({ id: 'd2' }), mayRecord: false, recordPlaces: [] };
    answer = refusedBy('AP-12-ALREADY-DECIDED', 'En anden har lige registreret en beslutning her.');
    await record();
    expect(await screen.findByText('En anden har lige registreret en beslutning her.')).toBeTruthy();
    expect(valueOf('Punkt på dagsordenen')).toBe('14');
  });

  it('AP-19 that says nothing new is not told at once that it takes the place of the other', async () => {
    row = { decision: decisionWith({}) };
    await open();
    expect(screen.getByText(/træder i stedet/)).toBeTruthy();
    answer = refusedBy('AP-19-NOTHING-NEW', 'Det er allerede registreret, præcis sådan.');
    await record();
    expect(await screen.findByText('Det er allerede registreret, præcis sådan.')).toBeTruthy();
    expect(screen.queryByText(/træder i stedet/)).toBeNull();
  });
});

describe('what is not confirmed', () => {
  it('AP-5 counts only when the party confirms it, and the secretariat is told so', async () => {
    row = { entersOnly: true, isOwn: false };
    await open();
    expect(screen.getByText(/^Det tæller først, når en fra Faxe Kommune har bekræftet det\./)).toBeTruthy();
    expect(screen.queryByText(/^Derefter har/)).toBeNull();
  });

  it('AP-18 counts only when a colleague confirms it', async () => {
    row = { twoPeople: true, twoPeopleNext: true };
    await open();
    expect(screen.getByText(/Den gælder, når en kollega har bekræftet den\.$/)).toBeTruthy();
    expect(screen.queryByText(/^Derefter har/)).toBeNull();
  });

  it('AP-5 is not said to stand, to the party’s own people', async () => {
    row = { unconfirmed: decisionWith({ isOwn: false, outcome: 'rejected', reason: 'Økonomien' }) };
    const shown = await open();
    expect(screen.getByText(/^Sekretariatet har skrevet »afvist«.*tæller ikke endnu/u)).toBeTruthy();
    expect(screen.queryByText(/står allerede med/)).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: 'Godkendt' }));
    await record();
    await waitFor(() => expect(sentBy(shown)).toHaveLength(1));
    expect(sentBy(shown)[0]).toMatchObject({ supersedes: 'd1', outcome: 'approved', reason: null });
  });
});
