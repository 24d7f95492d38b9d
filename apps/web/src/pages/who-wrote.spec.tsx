import { UiProvider } from '@enig/ui';
import { act, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { Provider } from 'urql';
import { createGraphqlClient } from '../client';
import { WhoWrotePage } from './who-wrote';

/** A long history: the server is still reading it. */
const reading = () => new Promise<Response>(() => undefined);

function show(): void {
  globalThis.fetch = reading;
  const page = (
    <Provider value={createGraphqlClient()}>
      <UiProvider locale="da">
        <WhoWrotePage />
      </UiProvider>
    </Provider>
  );
  const route = { path: '/tekster/:textId/hvem', element: page };
  render(<RouterProvider router={createMemoryRouter([route], { initialEntries: ['/tekster/1/hvem'] })} />);
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('CO-26 one who waits for who wrote what', () => {
  it('hears what is happening, once, and the bar and the button are in no live region', () => {
    show();
    expect(screen.queryByRole('progressbar')).toBeNull();
    act(() => jest.advanceTimersByTime(2_000));
    expect(screen.getByTestId('announcer').textContent).toBe('Tekstens historik læses igennem');
    for (const shown of [screen.getByRole('progressbar'), screen.getByRole('button')]) {
      expect(shown.closest('[role="status"], [aria-live]')).toBeNull();
    }
  });
});
