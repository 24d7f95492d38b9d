import { fireEvent, screen, waitFor } from '@testing-library/react';
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

/** A decision with all that can be kept of one. */
const withMinutes = (other: object) =>
  decisionWith({
    ...{ minority: 'To var imod.', minutesSha256: 'a'.repeat(64), minutesName: 'referat.pdf' },
    ...{ minutesUrl: '/minutes/d1', ...other },
  });

let known: Known;

beforeEach(() => {
  known = { row: {}, answer: DONE };
});

describe('the head of the page', () => {
  it('names the agreement and the deadline', async () => {
    await openDecisionPage(known);
    const header = document.querySelector('header');
    expect(header?.textContent).toContain('Rammeaftale 2099');
    expect(header?.textContent).toMatch(/frist 15\.\s+oktober\s+2099/u);
  });
});

describe('AP-12 a correction', () => {
  it('begins with what stands, its minutes too, and keeps them', async () => {
    known.row = { decision: withMinutes({}) };
    const shown = await openDecisionPage(known);
    expect([valueOf('Dag'), valueOf('Måned'), valueOf('År')].map(Number)).toEqual([20, 11, 2026]);
    expect([valueOf('Punkt på dagsordenen'), valueOf('Ordlyd')]).toEqual(['14', 'Tiltrådt.']);
    expect(valueOf(/^Mindretalsudtalelse/)).toBe('To var imod.');
    expect(screen.getByText('referat.pdf', { selector: 'p' })).toBeTruthy();
    type({ 'Punkt på dagsordenen': '15' });
    await record();
    await waitFor(() => expect(sentBy(shown)).toHaveLength(1));
    expect(sentBy(shown)[0]).toMatchObject({
      ...{ supersedes: 'd1', item: '15', meetingDate: '2026-11-20', minority: 'To var imod.' },
      minutesFile: { sha256: 'a'.repeat(64), name: 'referat.pdf' },
    });
  });

  it('is begun anew, where it is another meeting, and says so to whoever cannot see it', async () => {
    known.row = { decision: withMinutes({}) };
    await openDecisionPage(known);
    fireEvent.click(screen.getByRole('button', { name: 'Det er et nyt møde: tøm felterne' }));
    expect([valueOf('Dag'), valueOf('Punkt på dagsordenen')]).toEqual(['', '']);
    expect(valueOf('Ordlyd')).toBe('Indstillingen blev godkendt.');
    expect(document.activeElement?.textContent).toContain('træder i stedet');
  });

  it('carries nothing of the council’s into a committee’s decision but what was typed', async () => {
    known.row = { decision: withMinutes({}), recordPlaces: [RECOMMENDS, DECIDES] };
    const shown = await openDecisionPage(known);
    type({ 'Punkt på dagsordenen': '3' });
    fireEvent.click(screen.getByRole('radio', { name: COMMITTEE.name, hidden: true }));
    expect([valueOf('Dag'), valueOf('Punkt på dagsordenen'), valueOf(/^Mindretalsudtalelse/)]).toEqual(['', '3', '']);
    expect(screen.queryByText('referat.pdf', { selector: 'p' })).toBeNull();
    type({ Dag: '5', Måned: '11', År: '2026' });
    await record();
    await waitFor(() => expect(sentBy(shown)).toHaveLength(1));
    expect(sentBy(shown)[0]).toMatchObject({
      ...{ body: COMMITTEE.id, supersedes: null, meetingDate: '2026-11-05', item: '3', outcome: 'recommended' },
      ...{ wording: 'Aftalen blev anbefalet.', minority: null, minutesFile: null },
    });
  });

  it('of what somebody else has recorded meanwhile shows it, keeps what was typed, and the next press corrects', async () => {
    const shown = await openDecisionPage(known);
    type({ Dag: '21', Måned: '11', År: '2026', Ordlyd: 'Min ordlyd.', 'Punkt på dagsordenen': '7' });
    known.row = { decision: decisionWith({}), mayRecord: true };
    known.answer = refusedBy('AP-12-ALREADY-DECIDED', 'En anden har lige registreret en beslutning her.');
    await record();
    expect(await screen.findByText(/^Registreret af Grete Holm .*punkt 14\. »Tiltrådt\.«/u)).toBeTruthy();
    expect(screen.getByText(/^Det, du har skrevet, står her endnu\./)).toBeTruthy();
    expect(valueOf('Ordlyd')).toBe('Min ordlyd.');
    known.answer = DONE;
    await record();
    await waitFor(() => expect(sentBy(shown)).toHaveLength(2));
    expect(sentBy(shown)).toMatchObject([
      { supersedes: null, item: '7' },
      { supersedes: 'd1', item: '7', wording: 'Min ordlyd.' },
    ]);
  });

  it('stays open where the other’s decision took the right to record away', async () => {
    known.row = { decision: withMinutes({}) };
    await openDecisionPage(known);
    known.row = { decision: decisionWith({ id: 'd2' }), mayRecord: false, recordPlaces: [] };
    known.answer = refusedBy('AP-12-ALREADY-DECIDED', 'En anden har lige registreret en beslutning her.');
    await record();
    expect(await screen.findByText('En anden har lige registreret en beslutning her.')).toBeTruthy();
    expect(valueOf('Punkt på dagsordenen')).toBe('14');
  });

  it('AP-19 that says nothing new is not told at once that it takes the place of the other', async () => {
    known.row = { decision: withMinutes({}) };
    await openDecisionPage(known);
    expect(screen.getByText(/træder i stedet/)).toBeTruthy();
    known.answer = refusedBy('AP-19-NOTHING-NEW', 'Det er allerede registreret, præcis sådan.');
    await record();
    expect(await screen.findByText('Det er allerede registreret, præcis sådan.')).toBeTruthy();
    expect(screen.queryByText(/træder i stedet/)).toBeNull();
  });

  it('AP-19 that says nothing new leaves the way to another meeting, which begins without a refusal', async () => {
    known.row = { decision: withMinutes({}) };
    await openDecisionPage(known);
    known.answer = refusedBy('AP-19-NOTHING-NEW', 'Det er allerede registreret, præcis sådan.');
    await record();
    await screen.findByText('Det er allerede registreret, præcis sådan.');
    expect(screen.getByText(/^Registreret af Grete Holm/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Det er et nyt møde: tøm felterne' }));
    expect(screen.queryByText('Det er allerede registreret, præcis sådan.')).toBeNull();
    expect(screen.queryByText('Der er noget, der skal rettes')).toBeNull();
    expect(valueOf('Punkt på dagsordenen')).toBe('');
    expect(document.activeElement?.textContent).toContain('træder i stedet');
  });
});

describe('what is not confirmed', () => {
  it('AP-5 counts only when the party confirms it, and the secretariat is told so', async () => {
    known.row = { entersOnly: true, isOwn: false };
    await openDecisionPage(known);
    expect(screen.getByText(/^Det tæller først, når en fra Faxe Kommune har bekræftet det\./)).toBeTruthy();
    expect(screen.queryByText(/^Derefter har/)).toBeNull();
  });

  it('AP-18 counts only when a colleague confirms it', async () => {
    known.row = { twoPeople: true, twoPeopleNext: true };
    await openDecisionPage(known);
    expect(screen.getByText(/Den gælder, når en kollega har bekræftet den\.$/)).toBeTruthy();
    expect(screen.queryByText(/^Derefter har/)).toBeNull();
  });

  it('AP-5 is not said to stand, to the party’s own people', async () => {
    known.row = { unconfirmed: decisionWith({ isOwn: false, outcome: 'rejected', reason: 'Økonomien' }) };
    const shown = await openDecisionPage(known);
    expect(screen.getByText(/^Sekretariatet har skrevet »afvist«.*tæller ikke endnu/u)).toBeTruthy();
    expect(screen.queryByText(/står allerede med/)).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: 'Godkendt' }));
    await record();
    await waitFor(() => expect(sentBy(shown)).toHaveLength(1));
    expect(sentBy(shown)[0]).toMatchObject({ supersedes: 'd1', outcome: 'approved', reason: null });
  });
});
