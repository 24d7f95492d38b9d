import { act, fireEvent, render, screen } from '@testing-library/react';
import { SAID_MILLIS } from './announcements';
import { useAnnouncer } from './announcer';
import { UiProvider } from './ui-provider';

function Save({ isRefused }: { readonly isRefused: boolean }) {
  const { say } = useAnnouncer();
  return <button onClick={() => !isRefused && say('Det er gemt.')}>Gem</button>;
}

const page = (isRefused: boolean) => (
  <UiProvider locale="da">
    <Save isRefused={isRefused} />
  </UiProvider>
);
const said = () => screen.getByTestId('announcer').textContent;
const press = () => act(() => void fireEvent.click(screen.getByRole('button', { name: 'Gem' })));

describe('what was read out', () => {
  it('does not stand beside what comes of the next act', () => {
    const { rerender } = render(page(false));
    press();
    expect(said()).toBe('Det er gemt.');
    rerender(page(true));
    press();
    expect(said()).toBe('');
  });

  it('is another text when the same is said again, so that it is read again', () => {
    render(page(false));
    press();
    press();
    expect(said()).toBe('Det er gemt.\u00a0');
  });

  it('is gone on the next page, and after a while where nothing is done', () => {
    jest.useFakeTimers();
    render(page(false));
    press();
    act(() => void fireEvent.popState(window));
    expect(said()).toBe('');
    press();
    act(() => void jest.advanceTimersByTime(SAID_MILLIS));
    expect(said()).toBe('');
    jest.useRealTimers();
  });
});
