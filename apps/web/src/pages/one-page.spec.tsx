import { UiProvider } from '@enig/ui';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { cacheExchange, Client, fetchExchange, Provider, subscriptionExchange } from 'urql';
import { OnePagePage } from './one-page';

const model = {
  ...{ title: 'Overblik til politikere: Rammeaftale', subtitle: 'version 3', foot: 'Version 3', margin: 'narrow' },
  blocks: [{ kind: 'heading', level: 2, runs: [{ text: 'Målene' }] }],
};
const agreement = {
  ...{ __typename: 'Agreement', id: 'a', title: 'Rammeaftale' },
  parties: [{ __typename: 'Party', id: 'municipality:0316', name: 'Holbæk Kommune' }],
};

type Asked = Readonly<Record<string, unknown>>;

/** What has been asked of the server, with what. */
let asked: { readonly operation: string; readonly variables: Asked }[];

function show(onePage: unknown): void {
  asked = [];
  const untold = { subscribe: () => ({ unsubscribe: () => undefined }) };
  const client = new Client({
    ...{ url: 'http://localhost/graphql', preferGetMethod: false },
    exchanges: [cacheExchange, fetchExchange, subscriptionExchange({ forwardSubscription: () => untold })],
    fetch: (_, init) => {
      const given = JSON.parse(String(init?.body)) as { operationName: string; variables: Asked };
      asked.push({ operation: given.operationName, variables: given.variables });
      const isPage = given.operationName === 'OnePage';
      const data = isPage
        ? { onePage, agreement }
        : { askOnePage: { __typename: 'JobAskedPayload', job: '1' }, job: null };
      return Promise.resolve(Response.json({ data }));
    },
  });
  render(
    <Provider value={client}>
      <UiProvider locale="da">
        <MemoryRouter initialEntries={['/aftaler/a/kort']}>
          <Routes>
            <Route path="/aftaler/:id/kort" element={<OnePagePage />} />
          </Routes>
        </MemoryRouter>
      </UiProvider>
    </Provider>,
  );
}

const paper = { __typename: 'PaperDocument', title: model.title, model };

describe('the page for politicians', () => {
  it('is for all, or for the party one chooses, and the file is for the same', async () => {
    show(paper);
    await screen.findByRole('heading', { name: 'Målene' });
    expect(asked[0]?.variables).toEqual({ agreement: 'a', party: null });
    await act(async () => {
      fireEvent.change(screen.getByLabelText('Hvem er det til?'), { target: { value: 'municipality:0316' } });
    });
    await screen.findByRole('heading', { name: 'Målene' });
    expect(asked.at(-1)?.variables).toEqual({ agreement: 'a', party: 'municipality:0316' });
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Hent som PDF' })));
    expect(asked.find(({ operation }) => operation === 'AskOnePage')?.variables).toEqual({
      input: { agreement: 'a', party: 'municipality:0316', format: 'pdf' },
    });
  });

  it('says so where nothing has been put to the parties yet', async () => {
    show(null);
    await screen.findByText(/ikke sendt til beslutning endnu/);
    expect(screen.queryByRole('button', { name: 'Hent som PDF' })).toBeNull();
  });
});
