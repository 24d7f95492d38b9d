import { UiProvider } from '@enig/ui';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { parse } from 'graphql';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { cacheExchange, Client, fetchExchange, Provider, type TypedDocumentNode } from 'urql';
import { QueryPage } from './query-page';
import { SignedOutNotice } from './signed-out';

interface Data {
  readonly section: { readonly title: string } | null;
}

const query: TypedDocumentNode<Data, { id: string }> = parse('query Section($id: ID!) { section(id: $id) { title } }');

/** A server that answers each question with the next of these, as JSON; null: it is not reached. */
function serverThatSays(answers: readonly (object | null)[]): typeof fetch {
  let asked = 0;
  return () => {
    const answer = answers[asked];
    asked += 1;
    if (answer === null) return Promise.reject(new TypeError('Failed to fetch'));
    const body = JSON.stringify(answer);
    return Promise.resolve(new Response(body, { status: 200, headers: { 'content-type': 'application/json' } }));
  };
}

const FOUND = { data: { section: { title: 'Autisme' } } };
const troubled = (code: string) => ({ data: { section: null }, errors: [{ message: 'x', extensions: { code } }] });

async function open(answers: readonly (object | null)[]): Promise<void> {
  const client = new Client({
    url: 'http://localhost/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
    fetch: serverThatSays(answers),
  });
  const page = (
    <Provider value={client}>
      <UiProvider locale="da">
        <SignedOutNotice person="mette" />
        <QueryPage query={query} variables={{ id: '1' }} pick={({ section }) => section}>
          {({ title }, refetch) => (
            <main>
              <h1>{title}</h1>
              <input aria-label="Kladde" />
              <button onClick={refetch}>Spørg igen</button>
            </main>
          )}
        </QueryPage>
      </UiProvider>
    </Provider>
  );
  render(
    <RouterProvider router={createMemoryRouter([{ path: '*', element: page }], { initialEntries: ['/afsnit'] })} />,
  );
  await waitFor(() => expect(screen.getByRole('main').getAttribute('aria-busy')).toBeNull());
}

describe('a page that has what it is about', () => {
  it.each([
    ['UNAUTHENTICATED', 'Du er logget ud', 'Log ind igen i en ny fane'],
    ['FORBIDDEN', 'Du har ikke adgang', 'Gå til mine opgaver'],
  ])('keeps it, and what is written in it, when asking again meets %s', async (code, said, way) => {
    await open([FOUND, troubled(code)]);
    fireEvent.change(screen.getByRole('textbox', { name: 'Kladde' }), { target: { value: 'Mine ord' } });
    fireEvent.click(screen.getByRole('button', { name: 'Spørg igen' }));
    expect((await screen.findByRole('alert')).textContent).toContain(said);
    expect(screen.getByRole('link', { name: way })).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1, name: 'Autisme' })).toBeTruthy();
    expect(screen.getByDisplayValue('Mine ord')).toBeTruthy();
  });
});

describe('a page whose server is not reached', () => {
  it('asks again until it is, and then says no more of it', async () => {
    await open([FOUND, null, null, FOUND]);
    jest.useFakeTimers();
    try {
      fireEvent.click(screen.getByRole('button', { name: 'Spørg igen' }));
      await act(() => jest.advanceTimersByTimeAsync(0));
      expect(screen.getByText(/^Der er ingen forbindelse/)).toBeTruthy();
      await act(() => jest.advanceTimersByTimeAsync(5_000));
      expect(screen.getByText(/^Der er ingen forbindelse/)).toBeTruthy();
      await act(() => jest.advanceTimersByTimeAsync(5_000));
      expect(screen.queryByText(/^Der er ingen forbindelse/)).toBeNull();
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('a page that has nothing yet', () => {
  it('says that one is signed out, and where to sign in again', async () => {
    await open([troubled('UNAUTHENTICATED')]);
    expect(screen.getByRole('heading', { level: 1, name: 'Du er logget ud' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Log ind igen' }).getAttribute('href')).toBe('/log-ind?til=%2Fafsnit');
  });
});
