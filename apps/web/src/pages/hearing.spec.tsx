import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { HearingPage } from './hearing';
import { may, roundWith, showAt } from './test-round-page';

const body = { __typename: 'Body', id: 'b', name: 'Greve Handicapråd' };
const response = (over: object = {}) => ({
  ...{ __typename: 'HearingResponse', id: 'x', round: 'r', state: 'draft', body, text: null, sections: [], files: [] },
  ...{ submission: null, history: [] },
  may: {
    ...{ __typename: 'ResponseMay', write: true, submit: true, withdraw: false, correct: false, keep: false },
    ...{ askMoreTime: true, noteSpoken: false, capacity: null },
  },
  ...over,
});
const request = {
  ...{ __typename: 'TimeRequest', id: 'q', wanted: '2099-05-01', reason: 'Vi mødes først da.', body, by: 'Anna' },
  ...{ at: '2027-03-02T08:00:00.000Z', answer: null },
};

let round: object;
let meets: string;

function answers(name: string): object {
  if (name === 'Round') return { round };
  if (name === 'ResponseMeetings') {
    const meetings = { __typename: 'BodyMeetings', meets, mayEnter: true, body, meetings: [] };
    return { response: { __typename: 'HearingResponse', id: 'x', round: 'r', meetings } };
  }
  if (name === 'AskMoreTime') {
    round = roundWith({
      myResponse: response({ may: { ...response().may, askMoreTime: false } }),
      timeRequests: [request],
    });
    return {
      askMoreTime: { __typename: 'RoundPayload', refused: null, round: { __typename: 'HearingRound', id: 'r' } },
    };
  }
  const done = { __typename: 'RoundPayload', refused: null };
  if (name === 'CloseRound') return { closeRound: { ...done, round } };
  if (name === 'ExtendRound') return { extendRound: { ...done, round } };
  return { visitRound: true };
}

async function show(over: object, locale: 'da' | 'en' = 'da') {
  round = roundWith(over);
  const shown = showAt({
    ...{ path: '/aftaler/:id/hoering/:roundId', at: '/aftaler/a/hoering/r', page: <HearingPage />, answers, locale },
  });
  await screen.findByRole('heading', { level: 1, name: /Rammeaftale/ });
  return shown;
}

beforeEach(() => (meets = 'meets'));

const OVERVIEW = 'Overblik: hvem mangler at svare';

describe('HE-12 the collecting ends early only when everybody has answered', () => {
  const END = 'Afslut indsamlingen';
  const invited = ['Greve', 'Sorø', 'Faxe', 'Køge', 'Ringsted', 'Lejre'].map((name, index) => ({
    ...{ __typename: 'Body', id: `b${index}`, name: `${name} Handicapråd` },
  }));
  const sent = { ...response(), id: 'y', state: 'submitted', body: invited[0] };

  it('says who is missing and until when, and offers no button that would be refused', async () => {
    await show({ invited, responses: [sent], answeredCount: 1, may: may('extend', 'end') });
    expect(screen.queryByRole('button', { name: END })).toBeNull();
    const note = screen.getByText(/^Indsamlingen kan afsluttes, når alle har svaret, eller når fristen/);
    expect(note.textContent).toMatch(
      /10\.\s*april 2099.* er gået\. Der mangler svar fra Sorø Handicapråd, Faxe Handicapråd, Køge Handicapråd og 2 andre\.$/u,
    );
  });

  it.each([
    ['everybody has answered', { invited: invited.slice(0, 1), responses: [sent], answeredCount: 1 }],
    ['the deadline has passed', { invited, responses: [sent], answeredCount: 1, dueDate: '2020-01-01' }],
  ])('offers it when %s', async (_, over) => {
    await show({ ...over, may: may('extend', 'end') });
    expect(screen.getByRole('button', { name: END })).toBeDefined();
    expect(screen.queryByText(/^Indsamlingen kan afsluttes/)).toBeNull();
  });

  it('says nothing of it to who does not hold the hearing', async () => {
    await show({ invited, responses: [sent], answeredCount: 1, may: may('oversee') });
    expect(screen.queryByText(/^Indsamlingen kan afsluttes/)).toBeNull();
  });
});

describe('a hearing for whoever looks after it', () => {
  it('is closed from here when no answers came, for there are no points to go to', async () => {
    const { asked } = await show({ state: 'ended', openPointCount: 0, may: may('oversee', 'treat', 'close') });
    expect(screen.queryByRole('link', { name: /punkter mangler svar/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Luk høringsrunden' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Luk høringsrunden' }));
    expect(dialog.getByText('Der er ingen punkter at svare på.')).toBeDefined();
    await act(async () => {
      fireEvent.click(dialog.getByRole('button', { name: 'Luk høringsrunden' }));
      await Promise.resolve();
    });
    await waitFor(() => expect(asked.map(({ name }) => name)).toContain('CloseRound'));
  });

  it('is closed from here also by who sits in a council that was asked', async () => {
    await show({ state: 'ended', openPointCount: 0, may: may('treat', 'close'), myResponse: response() });
    expect(screen.getAllByRole('button', { name: 'Luk høringsrunden' })).toHaveLength(1);
  });

  it('HE-31 leads to the overview also when no answers are collected any more', async () => {
    await show({ state: 'ended', may: may('oversee', 'treat') });
    const link = screen.getByRole('link', { name: OVERVIEW });
    expect(link.getAttribute('href')).toBe('/aftaler/a/hoering/r/overblik');
  });

  it('does not lead there who may not see it', async () => {
    await show({ state: 'ended', may: may('treat') });
    expect(screen.queryByRole('link', { name: OVERVIEW })).toBeNull();
  });

  it.each([
    ['the overview while answers come', { may: may('oversee', 'extend', 'end', 'treat') }, OVERVIEW],
    ['the points when they have come', { state: 'ended', answeredCount: 1, may: may('oversee', 'treat') }, /3 punkter/],
    [
      'the end of the round where none came',
      { state: 'ended', may: may('oversee', 'treat', 'close') },
      /^Luk høringsrunden/,
    ],
    ['the end of the collection when all have answered', { answeredCount: 1, may: may('oversee', 'end') }, /^Afslut/],
  ])('has one main act: %s', async (_, over, name) => {
    await show(over);
    const main = [...document.querySelectorAll('.button-primary')];
    expect(main.map(({ textContent }) => textContent)).toEqual([expect.stringMatching(name)]);
  });
});

describe('a hearing for a council that is asked', () => {
  it('offers what it wrote, quietly, when it is too late to send it', async () => {
    await show({ state: 'closed', myResponse: response() });
    expect(screen.getByText('Høringen er lukket. I sendte ikke noget svar.')).toBeDefined();
    expect(screen.getByRole('link', { name: 'Se, hvad I nåede at skrive' }).className).not.toContain('primary');
    expect(screen.queryByRole('link', { name: 'Skriv jeres svar' })).toBeNull();
  });

  it('says days in the language of the page', async () => {
    await show({ extensions: [{ __typename: 'E', dueDate: '2099-04-10', reason: 'Ferie.', at: 'x', by: 'A' }] }, 'en');
    expect(screen.getByText('The deadline was extended to 10 April 2099. Ferie.')).toBeDefined();
  });

  it('HE-30 is told under the header that it does not meet in time, and can ask for more right there', async () => {
    meets = 'doesNotMeet';
    await show({ myResponse: response() });
    const told = await screen.findByText('Greve Handicapråd mødes ikke, før fristen er gået.');
    const ask = screen.getByRole('button', { name: 'Bed om mere tid' });
    expect(told.parentElement?.contains(ask)).toBe(true);
    const material = screen.getByRole('heading', { name: /^Det, I bliver hørt om/ });
    expect(told.compareDocumentPosition(material) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Mere tid' })).toBeNull();
  });
});

describe('HE-26 more time is asked for', () => {
  async function openDialog() {
    const shown = await show({ myResponse: response() });
    fireEvent.click(await screen.findByRole('button', { name: 'Bed om mere tid' }));
    return { ...shown, dialog: within(screen.getByRole('dialog', { name: 'Bed om mere tid til at svare' })) };
  }
  const writeDay = (parts: readonly [string, string, string]) =>
    ['Dag', 'Måned', 'År'].forEach((name, index) =>
      fireEvent.change(within(screen.getByRole('dialog')).getByRole('textbox', { name }), {
        target: { value: parts[index] },
      }),
    );

  it('with what is missing at its field, and nothing sent', async () => {
    const { asked, dialog } = await openDialog();
    fireEvent.click(dialog.getByRole('button', { name: 'Bed om mere tid' }));
    expect(dialog.getByRole('link', { name: 'Skriv en dato.' })).toBeDefined();
    const reason = dialog.getByRole('textbox', { name: /^Hvorfor har I brug/ });
    expect(dialog.getByRole('link', { name: 'Skriv en begrundelse.' }).getAttribute('href')).toBe(`#${reason.id}`);
    expect(reason.getAttribute('aria-invalid')).toBe('true');
    expect(asked.map(({ name }) => name)).not.toContain('AskMoreTime');
  });

  it('and says who reads the reason', async () => {
    const { dialog } = await openDialog();
    expect(dialog.getByText(/^Sekretariatet får besked, kan læse begrundelsen og svarer jer her/)).toBeDefined();
    expect(dialog.queryByText(/Alle parter kan læse den/)).toBeNull();
  });

  it('and focus goes to what stands there instead of the button', async () => {
    const { asked, dialog } = await openDialog();
    writeDay(['1', '5', '2099']);
    fireEvent.change(dialog.getByRole('textbox', { name: /^Hvorfor/ }), { target: { value: 'Vi mødes først da.' } });
    await act(async () => {
      fireEvent.click(dialog.getByRole('button', { name: 'Bed om mere tid' }));
      await Promise.resolve();
    });
    expect(await screen.findByText(/^Greve Handicapråd beder om tid til 1\. maj 2099/)).toBeDefined();
    expect(asked.find(({ name }) => name === 'AskMoreTime')?.input).toMatchObject({ wanted: '2099-05-01' });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Mere tid' })));
  });

  it('the button comes where it stays: a button that moved would take an open dialog with it', async () => {
    meets = 'doesNotMeet';
    const places: (string | undefined)[] = [];
    const seen = new MutationObserver(() => {
      const button = screen.queryByRole('button', { name: 'Bed om mere tid' });
      if (button) places.push(button.closest('section')?.querySelector('h2')?.textContent ?? 'above');
    });
    seen.observe(document.body, { childList: true, subtree: true });
    await show({ myResponse: response() });
    await screen.findByText(/mødes ikke/);
    seen.disconnect();
    expect(new Set(places)).toEqual(new Set(['above']));
  });

  it('an extension leaves nothing behind in the dialog', async () => {
    await show({ may: may('oversee', 'extend') });
    fireEvent.click(screen.getByRole('button', { name: 'Forlæng fristen' }));
    const reason = () =>
      within(screen.getByRole('dialog')).getByRole<HTMLTextAreaElement>('textbox', { name: /^Begrund/ });
    fireEvent.change(reason(), { target: { value: 'Ferie.' } });
    await act(async () => {
      fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Forlæng fristen' }));
      await Promise.resolve();
    });
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Forlæng høringsfristen' })).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: 'Forlæng fristen' }));
    expect(reason().value).toBe('');
  });
});
