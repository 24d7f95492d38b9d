import { UiProvider } from '@enig/ui';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { cacheExchange, Client, fetchExchange, Provider, subscriptionExchange } from 'urql';
import { PaperFiles, type PaperFormat } from './paper-files';

/** Nobody tells of a change. */
const untold = { subscribe: () => ({ unsubscribe: () => undefined }) };

/** Both jobs run; a format without a job is not taken on. */
function show(jobs: Partial<Record<PaperFormat, string>>) {
  const client = new Client({
    url: 'http://localhost/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange, subscriptionExchange({ forwardSubscription: () => untold })],
    fetch: (_, init) => {
      const { variables } = JSON.parse(String(init?.body)) as { variables: { id: string } };
      const job = { __typename: 'Job', id: variables.id, title: 'Høringsnotatet', state: 'running', done: 1, total: 4 };
      return Promise.resolve(Response.json({ data: { job: { ...job, message: 'Skriver', file: null } } }));
    },
  });
  render(
    <Provider value={client}>
      <UiProvider locale="da">
        <PaperFiles ask={(format) => Promise.resolve(jobs[format] ?? null)} />
      </UiProvider>
    </Provider>,
  );
}

const press = (button: string) => void fireEvent.click(screen.getByRole('button', { name: button }));
/** What was asked for is answered. */
const answered = () => act(async () => new Promise<void>((done) => setTimeout(done)));

describe('a paper that is fetched as a file', () => {
  it('says at once that it is being made, and has a line for each format', async () => {
    show({ pdf: 'one', docx: 'two' });
    press('Hent som PDF');
    expect(screen.getByText(/^Der bliver lavet en fil til PDF/, { selector: 'p' })).toBeDefined();
    await answered();
    await screen.findByRole('progressbar', { name: /^Høringsnotatet \(PDF\)/ });
    press('Hent som Word');
    await answered();
    await screen.findByRole('progressbar', { name: /^Høringsnotatet \(Word\)/ });
    expect(screen.getByRole('progressbar', { name: /^Høringsnotatet \(PDF\)/ })).toBeDefined();
  });

  it('says that it was not taken on', async () => {
    show({});
    press('Hent som PDF');
    await answered();
    expect(screen.getByRole('alert').textContent).toContain('Det lykkedes ikke');
  });
});
