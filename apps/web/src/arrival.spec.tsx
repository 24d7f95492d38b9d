import { act, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { useArrivalAt, useKeptFocus } from './arrival';

/** A page with a button that goes away with what it does, and a field that may take its place. */
function Site({ takesFocusOn = false }: { readonly takesFocusOn?: boolean }) {
  useKeptFocus();
  const [isThere, setThere] = useState(true);
  return (
    <main id="indhold" tabIndex={-1}>
      {isThere && <button onClick={() => setThere(false)}>Fjern</button>}
      {!isThere && takesFocusOn && <input ref={(field) => field?.focus()} aria-label="Navn" />}
    </main>
  );
}

function Steps({ step }: { readonly step: string }) {
  useArrivalAt(step);
  return (
    <main id="indhold" tabIndex={-1}>
      <button>{step}</button>
    </main>
  );
}

const settled = () => act(() => new Promise((done) => setTimeout(done)));

async function press(name: string): Promise<void> {
  const button = screen.getByRole('button', { name });
  button.focus();
  act(() => button.click());
  await settled();
  await settled();
}

describe('focus is never lost', () => {
  beforeEach(() => jest.spyOn(window, 'scrollTo').mockImplementation());

  it('stands at the page when what held it went away', async () => {
    render(<Site />);
    await press('Fjern');
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });

  it('is left with whoever took it on', async () => {
    render(<Site takesFocusOn />);
    await press('Fjern');
    expect(document.activeElement).toBe(screen.getByLabelText('Navn'));
  });

  it('goes to the top when a page becomes another at the same address, and not before', () => {
    const { rerender } = render(<Steps step="skriv" />);
    expect(document.activeElement).toBe(document.body);
    rerender(<Steps step="se igennem" />);
    expect(document.activeElement).toBe(screen.getByRole('main'));
    expect(window.scrollTo).toHaveBeenCalledTimes(1);
  });
});
