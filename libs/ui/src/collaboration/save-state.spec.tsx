import { act, render, screen } from '@testing-library/react';
import { UiProvider } from '../ui-provider';
import { SaveState } from './save-state';
import { SaveTrouble } from './save-trouble';
import type { CollaborationState } from './state';
import type { OpenText } from './use-collaboration';

const TEN_FORTY_TWO = Date.UTC(2026, 3, 21, 8, 42);

function line(state: CollaborationState, isKept = true, hasUnsaved = false) {
  return (
    <UiProvider locale="da">
      <SaveState snapshot={{ state, isKept, isSetAside: false, hasUnsaved }} />
    </UiProvider>
  );
}

/** What is being read out. */
const said = () => screen.getByTestId('announcer').textContent;

beforeEach(() => jest.useFakeTimers({ now: TEN_FORTY_TWO + 60_000 }));
afterEach(() => jest.useRealTimers());

describe('CO-10 the line that says whether words are saved', () => {
  it.each([
    [{ kind: 'connecting' }, 'Henter teksten …'],
    [{ kind: 'saving', since: TEN_FORTY_TWO }, 'Gemmer …'],
    [{ kind: 'saved', at: TEN_FORTY_TWO }, 'Gemt kl. 10.42'],
    [{ kind: 'unsaved', since: TEN_FORTY_TWO }, 'Ikke gemt siden kl. 10.42'],
    [{ kind: 'readOnly', reason: 'deciding' }, 'Du kan læse, men ikke skrive'],
  ] as const)('%j', (state, sentence) => {
    render(line(state));
    expect(screen.getByText(sentence, { selector: '.e-save-state' })).toBeTruthy();
  });

  it('does not say "Gemt" between two keystrokes, but once all has been saved for a moment', () => {
    const { rerender } = render(line({ kind: 'saving', since: TEN_FORTY_TWO }));
    rerender(line({ kind: 'saved', at: TEN_FORTY_TWO }));
    expect(screen.queryByText('Gemt kl. 10.42', { selector: '.e-save-state' })).toBeNull();
    act(() => jest.advanceTimersByTime(1_000));
    expect(screen.getByText('Gemt kl. 10.42', { selector: '.e-save-state' })).toBeTruthy();
  });

  it('says at once that words are in danger, and has it read out', () => {
    const { rerender } = render(line({ kind: 'saved', at: TEN_FORTY_TWO }));
    rerender(line({ kind: 'unsaved', since: TEN_FORTY_TWO }));
    expect(said()).toBe(
      'Ikke gemt siden kl.\u00a010.42. Dine ord ligger i denne browser og sendes, når der er forbindelse. Du kan roligt skrive videre.',
    );
  });

  it('has it read out when the browser stops keeping them', () => {
    const { rerender } = render(line({ kind: 'unsaved', since: TEN_FORTY_TWO }));
    rerender(line({ kind: 'unsaved', since: TEN_FORTY_TWO }, false));
    expect(said()).toContain('Bliv på siden; teksten gemmes, så snart der er forbindelse igen.');
  });
});

describe('CO-11 one whose sign-in has ended while the text was open', () => {
  it.each([
    [{ kind: 'closed', reason: 'signedOut' }, false, 'Du er logget ud. Alt er gemt'],
    [{ kind: 'closed', reason: 'signedOut' }, true, 'Du er logget ud, og det sidste er ikke gemt'],
    [{ kind: 'closed', reason: 'stopped' }, true, 'Forbindelsen er lukket.'],
  ] as const)('reads it in the line, with what is not saved: %j, %s', (state, hasUnsaved, sentence) => {
    render(line(state, true, hasUnsaved));
    expect(screen.getByText(sentence, { selector: '.e-save-state' })).toBeTruthy();
  });

  it('is offered to sign in again, and not told to put in words that are sent then', () => {
    render(trouble({ kind: 'closed', reason: 'signedOut' }, true));
    expect(screen.getByRole('button', { name: 'Log ind igen' })).toBeTruthy();
    expect(screen.getByRole('alert').textContent).not.toContain('Kopiér dine sidste ord');
  });
});

describe('CO-11 one who can no longer write is told why', () => {
  it('hears the reason with the state', () => {
    const { rerender } = render(line({ kind: 'synced' }));
    rerender(line({ kind: 'readOnly', reason: 'deciding' }));
    expect(said()).toBe('Du kan læse, men ikke skrive. Teksten er sendt til beslutning og kan ikke ændres.');
  });

  it('hears a new reason', () => {
    const { rerender } = render(line({ kind: 'readOnly', reason: 'deciding' }));
    rerender(line({ kind: 'readOnly', reason: 'deciding' }));
    expect(said()).toContain('Teksten er sendt til beslutning');
  });
});

const NOT_TODAY = TEN_FORTY_TWO - 26 * 60 * 60 * 1000;

describe('words that have waited', () => {
  it('are said to be unsaved since the day they were written', () => {
    render(line({ kind: 'unsaved', since: NOT_TODAY }));
    expect(screen.getByText('Ikke gemt siden 20. april kl. 08.42', { selector: '.e-save-state' })).toBeTruthy();
  });

  it('are said to be saved at once, after it was said that they were not', () => {
    const { rerender } = render(line({ kind: 'unsaved', since: TEN_FORTY_TWO }));
    rerender(line({ kind: 'saving', since: TEN_FORTY_TWO }));
    rerender(line({ kind: 'saved', at: TEN_FORTY_TWO }));
    act(() => jest.advanceTimersByTime(1_000));
    expect(said()).toBe('Gemt kl.\u00a010.42');
  });
});

function trouble(state: CollaborationState, isKept: boolean, restart: () => void = () => undefined) {
  const snapshot = { state, isKept, isSetAside: false, isHere: true, mayWrite: false, hasUnsaved: true, others: [] };
  const text: OpenText = { collaboration: null, restart, snapshot };
  return (
    <UiProvider locale="da">
      <SaveTrouble text={text} />
    </UiProvider>
  );
}

describe('what becomes of unsaved words', () => {
  it.each([
    [true, 'Dine ord ligger i denne browser og sendes, når der er forbindelse.'],
    [false, 'Bliv på siden; teksten gemmes, så snart der er forbindelse igen.'],
  ])('kept in this browser: %s', (isKept, sentence) => {
    render(trouble({ kind: 'unsaved', since: TEN_FORTY_TWO }, isKept));
    expect(screen.getByText(sentence, { exact: false })).toBeTruthy();
  });

  it.each([
    ['signedOut', 'Log ind igen'],
    ['oldSchema', 'Genindlæs siden'],
    ['tooFast', 'Prøv igen'],
    ['tooLarge', 'Hent den gemte tekst'],
    ['malformed', 'Hent den gemte tekst'],
    ['stopped', 'Genindlæs siden'],
  ] as const)('a connection closed as %s says what to do now', (reason, verb) => {
    render(trouble({ kind: 'closed', reason }, true));
    expect(screen.getByRole('alert')).toBeTruthy();
    expect(screen.getByRole('button', { name: verb })).toBeTruthy();
  });
});

function refusedText(code: string, restart: () => void) {
  return trouble({ kind: 'refused', code }, false, restart);
}

describe('refused words', () => {
  it.each([
    ['CO-8-GAP', 'Noget af det, du skrev, kom ikke frem'],
    ['CO-19-FOREIGN-CLIENT', 'kom fra en side, som en anden har brugt'],
    ['CO-20-UNKNOWN-CONTENT', 'har noget i sig, som teksten ikke kan have'],
    ['CO-21-UNSOUND', 'kom i stykker på vejen'],
    ['CO-99-NOT-KNOWN-HERE', 'Serveren tog ikke imod dine ord.'],
  ])('%s says its own reason', (code, reason) => {
    render(refusedText(code, () => undefined));
    expect(screen.getByRole('alert').textContent).toContain(reason);
  });

  it('are shown to be copied, with the way back to the saved text', () => {
    const restart = jest.fn();
    render(refusedText('CO-6-CLOSED', restart));
    expect(screen.getByRole('alert').textContent).toContain('Det sidste, du skrev, blev ikke gemt');
    act(() => screen.getByRole('button', { name: 'Hent den gemte tekst' }).click());
    expect(restart).toHaveBeenCalledTimes(1);
  });
});
