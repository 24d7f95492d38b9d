import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { RecordDecisionPage } from './record-decision';
import { showAt } from './test-round-page';

const FAXE = { __typename: 'Party', id: 'municipality:0320', name: 'Faxe Kommune', kind: 'municipality' };
const body = (id: string, name: string, kind: string) => ({ __typename: 'Body', id, name, kind });
const council = body('municipal-council:0320', 'Byrådet i Faxe Kommune', 'municipalCouncil');
const committee = body('committee:0320', 'Fagudvalget i Faxe Kommune', 'committee');
const placeOf = (step: string, role: string, by: { readonly name: string }) => {
  return { __typename: 'RecordPlace', step, name: by.name, role, body: by };
};
const DECIDES = placeOf('council', 'decides', council);
const RECOMMENDS = placeOf('committee', 'recommends', committee);
const decisionWith = (other: object) => ({
  ...{ __typename: 'Decision', id: 'd1', step: 'council', outcome: 'approved', version: 'f'.repeat(64) },
  ...{ meetingDate: '2026-11-20', item: '14', wording: 'Tiltrådt.', reason: '', minority: '', nextMeeting: null },
  ...{ minutesLink: null, minutesSha256: null, minutesName: null, minutesUrl: null, minutesHeldBack: false },
  ...{ receiptUrl: '/decisions/d1/receipt.pdf', reaffirms: null, needsSecond: false, isOwn: true },
  ...{ confirmedBy: null, confirmedAt: null, supersedes: null, superseded: [], fellAway: false, lapsed: false },
  ...{ recordedAt: '2026-11-20T15:00:00.000Z', recordedBy: 'Grete Holm', capacity: 'rådssekretær' },
  ...{ party: FAXE, body: council, ...other },
});
const GRETES = { decision: decisionWith({}) };
const OLES = { decision: decisionWith({ id: 'd2', item: '15', recordedBy: 'Ole Bang' }) };

const COMMITTEES = decisionWith({
  ...{ id: 'd0', step: 'committee', outcome: 'recommended', body: committee, recordedBy: 'Ida Lund' },
});
const CELL = { __typename: 'BoardCell', step: 'committee', unconfirmed: null, places: [] };

/** What the board holds of the party now, and what the server answers to a record. */
let row: object;
let answer: object;
const DONE = { __typename: 'DecisionPayload', refused: null, decision: null, board: null };
const ALREADY = 'En anden har lige registreret en beslutning her.';
const OVERTAKEN = {
  ...{ ...DONE, refused: { __typename: 'Refusal', code: 'AP-12-ALREADY-DECIDED', message: ALREADY, details: [] } },
};

function agreement() {
  const board = {
    ...{ __typename: 'Board', agreement: 'a', approvedCount: 13, partyCount: 18, isConcluded: false, sentence: '' },
    ...{ state: 'running', blocks: [], vacancies: [], overrides: [], mayOverride: false, missing: [FAXE] },
    ...{ version: { __typename: 'Version', hash: 'f'.repeat(64), number: 4 }, steps: [], shared: [] },
    rows: [
      {
        ...{ __typename: 'BoardRow', party: FAXE, standing: 'notStarted', cells: [], decision: null, toConfirm: null },
        ...{ unconfirmed: null, mayRecord: true, entersOnly: false, mayConfirm: false, mayReaffirm: false },
        ...{ twoPeople: false, twoPeopleNext: false, isOwn: false, earlier: null, recordPlaces: [DECIDES], ...row },
      },
    ],
  };
  const days = { deadline: '2099-10-15', periodFrom: '2099-11-01', periodTo: '2099-12-31', concludedOn: null };
  return { __typename: 'Agreement', id: 'a', title: 'Rammeaftale 2099', ...days, board };
}

/** The page with a decision typed into it. */
async function typed() {
  const shown = showAt({
    path: '/aftaler/:id/godkendelse/:who?',
    at: `/aftaler/a/godkendelse/${FAXE.id}`,
    page: <RecordDecisionPage />,
    answers: (asked) => (asked === 'RecordDecision' ? { recordDecision: answer } : { agreement: agreement() }),
  });
  await screen.findByRole('heading', { level: 1, name: 'Registrér beslutning for Faxe Kommune' });
  for (const [label, value] of Object.entries({ Dag: '21', Måned: '11', År: '2026', Ordlyd: 'Min ordlyd.' }))
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  fireEvent.change(screen.getByLabelText('Punkt på dagsordenen'), { target: { value: '7' } });
  return shown;
}

const button = () => screen.getByRole('button', { name: 'Registrér' });
const press = () =>
  act(async () => {
    fireEvent.click(button());
    await Promise.resolve();
  });
/** The board is asked for again, as when the connection comes back. */
const lookAgain = () => act(async () => void window.dispatchEvent(new Event('online')));
const valueOf = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;
const supersededBy = ({ asked }: Awaited<ReturnType<typeof typed>>) =>
  asked
    .filter(({ name }) => name === 'RecordDecision')
    .map(({ input }) => (input as { readonly supersedes: string | null }).supersedes);
const boardsAsked = ({ asked }: Awaited<ReturnType<typeof typed>>) =>
  asked.filter(({ name }) => name === 'Board').length;

beforeEach(() => {
  row = {};
  answer = DONE;
});

describe('AP-12 what somebody else recorded meanwhile', () => {
  it('takes focus when it comes, so that it is read before anything else is done', async () => {
    await typed();
    button().focus();
    [row, answer] = [GRETES, OVERTAKEN];
    await press();
    const box = await screen.findByRole('group', {
      name: /^Det, du har skrevet, står her endnu.*Registreret af Grete/,
    });
    await waitFor(() => expect(document.activeElement).toBe(box));
  });

  it('is said to whoever has gone on writing, who is not called away', async () => {
    await typed();
    [row, answer] = [GRETES, OVERTAKEN];
    screen.getByLabelText('Ordlyd').focus();
    await press();
    const said = () => screen.getByTestId('announcer').textContent ?? '';
    await waitFor(() => expect(said()).toMatch(/^Det, du har skrevet, står her endnu/));
    expect(document.activeElement).toBe(screen.getByLabelText('Ordlyd'));
  });

  it('is one person’s: what a third records after that is not corrected before it was refused too', async () => {
    const shown = await typed();
    [row, answer] = [GRETES, OVERTAKEN];
    await press();
    await screen.findByText(/^Registreret af Grete Holm/);
    row = OLES;
    const before = boardsAsked(shown);
    await lookAgain();
    await waitFor(() => expect(boardsAsked(shown)).toBeGreaterThan(before));
    await act(() => new Promise((done) => setTimeout(done)));
    expect(screen.queryByText(/^Registreret af Ole Bang/)).toBeNull();
    await press();
    await screen.findByText(/^Registreret af Ole Bang/);
    answer = DONE;
    await press();
    await waitFor(() => expect(supersededBy(shown)).toEqual([null, 'd1', 'd2']));
  });

  it('is said to be the other’s only where it is: not of another place', async () => {
    row = { recordPlaces: [RECOMMENDS, DECIDES], cells: [{ ...CELL, decision: COMMITTEES }] };
    await typed();
    [row, answer] = [{ ...row, ...GRETES }, OVERTAKEN];
    await press();
    await screen.findByText(/^Det, du har skrevet, står her endnu/, { selector: 'p' });
    fireEvent.click(screen.getByRole('radio', { name: committee.name, hidden: true }));
    expect(screen.getByText(/^Registreret af Ida Lund/)).toBeTruthy();
    expect(screen.queryByText(/^Det, du har skrevet, står her endnu/, { selector: 'p' })).toBeNull();
  });

  it('keeps what was typed where the body no longer deals with the matter, and says for whom it is now', async () => {
    const shown = await typed();
    row = { recordPlaces: [RECOMMENDS], cells: [{ ...CELL, decision: COMMITTEES }] };
    answer = OVERTAKEN;
    await press();
    const told = /»Byrådet i Faxe Kommune« er ikke med længere\..*registreres nu for »Fagudvalget i Faxe Kommune«\./u;
    expect(await screen.findByText(told)).toBeTruthy();
    expect([valueOf('Ordlyd'), valueOf('Punkt på dagsordenen')]).toEqual(['Min ordlyd.', '7']);
    answer = DONE;
    await press();
    await waitFor(() => expect(supersededBy(shown)).toEqual([null, 'd0']));
    expect(shown.asked.findLast(({ name }) => name === 'RecordDecision')?.input).toMatchObject({
      ...{ body: committee.id, step: 'committee', outcome: 'recommended', item: '7' },
    });
  });
});
