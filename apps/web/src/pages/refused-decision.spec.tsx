import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { DONE, openDecisionPage, record, refusedBy, sentBy, type, type Known } from './test-decision-page';

const TOO_SOON = 'Fagudvalget har ikke behandlet sagen endnu.';

let known: Known;

/** The page with a decision typed into it, of which a rule refuses the whole. */
async function typed() {
  const shown = await openDecisionPage(known);
  type({ Dag: '21', Måned: '11', År: '2026', 'Punkt på dagsordenen': '7' });
  return shown;
}

const choose = (outcome: string) => fireEvent.click(screen.getByRole('radio', { name: outcome }));
const refusal = () => screen.findByRole('group', { name: TOO_SOON });
const isInvalid = (label: string) => screen.getByLabelText(label).getAttribute('aria-invalid') === 'true';

beforeEach(() => {
  known = { row: {}, answer: refusedBy('AP-3-EARLIER-STEP-OPEN', TOO_SOON) };
});

describe('a decision that a rule refuses as a whole', () => {
  it('has focus at why, after each attempt, and it is read by that alone', async () => {
    const shown = await typed();
    for (const attempt of [1, 2]) {
      screen.getByRole('button', { name: 'Registrér' }).focus();
      await record();
      await waitFor(() => expect(sentBy(shown)).toHaveLength(attempt));
      const told = await refusal();
      await waitFor(() => expect(document.activeElement).toBe(told));
      expect(screen.queryByRole('alert')).toBeNull();
      expect(screen.getByTestId('announcer').textContent).toBe('');
    }
  });

  it('has focus there also where Enter in a field sent it', async () => {
    await typed();
    const item = screen.getByLabelText<HTMLInputElement>('Punkt på dagsordenen');
    item.focus();
    await act(async () => {
      fireEvent.submit(item);
      await Promise.resolve();
    });
    const told = await refusal();
    await waitFor(() => expect(document.activeElement).toBe(told));
  });

  it('is said to whoever has gone on writing, who is not called away', async () => {
    await typed();
    const recorded = record();
    screen.getByLabelText('Ordlyd').focus();
    await recorded;
    await refusal();
    expect(screen.getByTestId('announcer').textContent).toBe(TOO_SOON);
    expect(document.activeElement).toBe(screen.getByLabelText('Ordlyd'));
  });
});

describe('AP-4 the field in which an outcome says why', () => {
  it.each([
    ['Godkendt med bemærkning', 'Bemærkning', /^Den ændrer ikke teksten\./],
    ['Godkendt på betingelse', 'Betingelse', /^Skriv, hvad der skal være opfyldt\. Det er ikke en godkendelse/],
    ['Afvist', 'Begrundelse', /^Skriv, hvad der står i vejen\./],
    ['Udsat', 'Begrundelse', /^Skriv, hvad sagen venter på\./],
    ['Sendt tilbage', 'Begrundelse', /^Skriv, hvad der skal ske/],
  ])('%s: it is called %s', async (outcome, label, hint) => {
    await typed();
    choose(outcome);
    expect(screen.getByLabelText(label).id).toBe('reason');
    expect(screen.getByText(hint)).toBeTruthy();
  });

  it('is not red where it came after the attempt, and is when it was tried', async () => {
    await openDecisionPage(known);
    await record();
    expect(isInvalid('Punkt på dagsordenen')).toBe(true);
    choose('Godkendt med bemærkning');
    expect(isInvalid('Bemærkning')).toBe(false);
    expect(isInvalid('Punkt på dagsordenen')).toBe(true);
    await record();
    expect(screen.getByRole('link', { name: 'Skriv bemærkningen.' }).getAttribute('href')).toBe('#reason');
    expect(isInvalid('Bemærkning')).toBe(true);
  });
});

describe('AP-10 the item', () => {
  it('is asked for where only the word that is written before it stands there', async () => {
    known.answer = DONE;
    const shown = await typed();
    type({ 'Punkt på dagsordenen': 'punkt ' });
    await record();
    expect(screen.getByRole('link', { name: 'Skriv punktets nummer på dagsordenen.' })).toBeTruthy();
    expect(sentBy(shown)).toEqual([]);
  });
});
