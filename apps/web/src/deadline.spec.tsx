import { act, render, screen } from '@testing-library/react';
import { UiProvider } from '@enig/ui';
import { DeadlineWords } from './deadline';

const round = { dueAt: '2026-04-10T22:00:00.000Z', extensions: [] };

function show(now: string, over: Partial<typeof round> = {}) {
  jest.useFakeTimers({ now: new Date(now) });
  render(
    <UiProvider locale="da">
      <p data-testid="deadline">
        <DeadlineWords round={{ ...round, ...over }} />
      </p>
    </UiProvider>,
  );
  return () => (screen.getByTestId('deadline').textContent ?? '').replaceAll('\u00a0', ' ');
}

/** So many minutes go by, each of them seen. */
function pass(minutes: number): void {
  for (let minute = 0; minute < minutes; minute += 1) act(() => void jest.advanceTimersByTime(60_001));
}

afterEach(() => jest.useRealTimers());

describe('a deadline on a page', () => {
  it('is said with weekday, date, clock and how long is left', () => {
    expect(show('2026-03-23T10:00:00Z')()).toBe('frist fredag den 10. april 2026 kl. 24 · 18 dage');
  });

  it('is said anew while the page is open: as hours and minutes go, and when it passes', () => {
    const words = show('2026-04-10T19:59:00Z');
    expect(words()).toContain('i dag, 2 timer tilbage');
    pass(2);
    expect(words()).toContain('i dag, 1 time tilbage');
    pass(90);
    expect(words()).toMatch(/i dag, 2[89] minutter tilbage/);
    pass(30);
    expect(words()).toContain('udløb i går · et svar er nu for sent');
  });

  it('is said anew at midnight, however many days are left', () => {
    const words = show('2026-01-01T22:59:00Z');
    expect(words()).toContain('99 dage');
    pass(2);
    expect(words()).toContain('98 dage');
  });
});
