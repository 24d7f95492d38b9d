import { act, render, screen } from '@testing-library/react';
import { UiProvider } from '../ui-provider';
import { SaveState, SaveTrouble } from './save-state';
import type { CollaborationState } from './state';
import type { OpenText } from './use-collaboration';

const TEN_FORTY_TWO = Date.UTC(2026, 3, 21, 8, 42);

function line(state: CollaborationState) {
  return (
    <UiProvider locale="da">
      <SaveState state={state} />
    </UiProvider>
  );
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('CO-10 the line that says whether words are saved', () => {
  it.each([
    [{ kind: 'connecting' }, 'Henter teksten …'],
    [{ kind: 'saving', since: TEN_FORTY_TWO }, 'Gemmer …'],
    [{ kind: 'saved', at: TEN_FORTY_TWO }, 'Gemt kl. 10.42'],
    [{ kind: 'unsaved', since: TEN_FORTY_TWO }, 'Ikke gemt siden kl. 10.42'],
    [{ kind: 'readOnly', reason: 'hearing' }, 'Du kan læse, men ikke skrive'],
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
    expect(screen.getByTestId('announcer').textContent).toBe('Ikke gemt siden kl.\u00a010.42');
  });
});

function refusedText(code: string, restart: () => void) {
  const text: OpenText = {
    collaboration: null,
    restart,
    snapshot: { state: { kind: 'refused', code }, mayWrite: false, hasUnsaved: true, others: [] },
  };
  return (
    <UiProvider locale="da">
      <SaveTrouble text={text} />
    </UiProvider>
  );
}

describe('refused words', () => {
  it.each([
    ['CO-6-SIGNED-OUT', 'Du er logget ud, så dit sidste er ikke gemt.'],
    ['CO-8-GAP', 'Noget af det, du skrev, kom ikke frem'],
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
