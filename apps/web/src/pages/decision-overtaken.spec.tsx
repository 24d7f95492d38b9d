import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import {
  COMMITTEE,
  decisionWith,
  DECIDES,
  DONE,
  openDecisionPage,
  RECOMMENDS,
  record,
  refusedBy,
  sentBy,
  type,
  valueOf,
  type Known,
} from './test-decision-page';

const GRETES = { decision: decisionWith({}) };
const OLES = { decision: decisionWith({ id: 'd2', item: '15', recordedBy: 'Ole Bang' }) };
const COMMITTEES = decisionWith({
  ...{ id: 'd0', step: 'committee', outcome: 'recommended', body: COMMITTEE, recordedBy: 'Ida Lund' },
});
const CELL = { __typename: 'BoardCell', step: 'committee', unconfirmed: null, places: [] };
const OVERTAKEN = refusedBy('AP-12-ALREADY-DECIDED', 'En anden har lige registreret en beslutning her.');

let known: Known;

/** The page with a decision typed into it. */
async function typed() {
  const shown = await openDecisionPage(known);
  type({ Dag: '21', Måned: '11', År: '2026', Ordlyd: 'Min ordlyd.', 'Punkt på dagsordenen': '7' });
  return shown;
}

/** The board is asked for again, as when the connection comes back. */
const lookAgain = () => act(async () => void window.dispatchEvent(new Event('online')));
const supersededBy = (shown: Awaited<ReturnType<typeof typed>>) =>
  sentBy(shown).map((input) => (input as { readonly supersedes: string | null }).supersedes);
const boardsAsked = ({ asked }: Awaited<ReturnType<typeof typed>>) =>
  asked.filter(({ name }) => name === 'Board').length;

beforeEach(() => {
  known = { row: {}, answer: DONE };
});

describe('AP-12 what somebody else recorded meanwhile', () => {
  it('takes focus when it comes, so that it is read before anything else is done', async () => {
    await typed();
    screen.getByRole('button', { name: 'Registrér' }).focus();
    known.row = GRETES;
    known.answer = OVERTAKEN;
    await record();
    const box = await screen.findByRole('group', {
      name: /^Det, du har skrevet, står her endnu.*Registreret af Grete/,
    });
    await waitFor(() => expect(document.activeElement).toBe(box));
  });

  it('is said to whoever has gone on writing, who is not called away', async () => {
    await typed();
    known.row = GRETES;
    known.answer = OVERTAKEN;
    const recorded = record();
    screen.getByLabelText('Ordlyd').focus();
    await recorded;
    const said = () => screen.getByTestId('announcer').textContent ?? '';
    await waitFor(() => expect(said()).toMatch(/^Det, du har skrevet, står her endnu/));
    expect(document.activeElement).toBe(screen.getByLabelText('Ordlyd'));
  });

  it('is one person’s: what a third records after that is not corrected before it was refused too', async () => {
    const shown = await typed();
    known.row = GRETES;
    known.answer = OVERTAKEN;
    await record();
    await screen.findByText(/^Registreret af Grete Holm/);
    known.row = OLES;
    const before = boardsAsked(shown);
    await lookAgain();
    await waitFor(() => expect(boardsAsked(shown)).toBeGreaterThan(before));
    await act(() => new Promise((done) => setTimeout(done)));
    expect(screen.queryByText(/^Registreret af Ole Bang/)).toBeNull();
    await record();
    await screen.findByText(/^Registreret af Ole Bang/);
    known.answer = DONE;
    await record();
    await waitFor(() => expect(supersededBy(shown)).toEqual([null, 'd1', 'd2']));
  });

  it('is said to be the other’s only where it is: not of another place', async () => {
    known.row = { recordPlaces: [RECOMMENDS, DECIDES], cells: [{ ...CELL, decision: COMMITTEES }] };
    await typed();
    known.row = { ...known.row, ...GRETES };
    known.answer = OVERTAKEN;
    await record();
    await screen.findByText(/^Det, du har skrevet, står her endnu/, { selector: 'p' });
    fireEvent.click(screen.getByRole('radio', { name: COMMITTEE.name, hidden: true }));
    expect(screen.getByText(/^Registreret af Ida Lund/)).toBeTruthy();
    expect(screen.queryByText(/^Det, du har skrevet, står her endnu/, { selector: 'p' })).toBeNull();
  });

  it('keeps what was typed where the body no longer deals with the matter, and says for whom it is now', async () => {
    const shown = await typed();
    known.row = { recordPlaces: [RECOMMENDS], cells: [{ ...CELL, decision: COMMITTEES }] };
    known.answer = OVERTAKEN;
    await record();
    const told = /»Byrådet i Faxe Kommune« er ikke med længere\..*registreres nu for »Fagudvalget i Faxe Kommune«\./u;
    expect(await screen.findByText(told)).toBeTruthy();
    expect([valueOf('Ordlyd'), valueOf('Punkt på dagsordenen')]).toEqual(['Min ordlyd.', '7']);
    known.answer = DONE;
    await record();
    await waitFor(() => expect(supersededBy(shown)).toEqual([null, 'd0']));
    expect(shown.asked.findLast(({ name }) => name === 'RecordDecision')?.input).toMatchObject({
      ...{ body: COMMITTEE.id, step: 'committee', outcome: 'recommended', item: '7' },
    });
  });
});
