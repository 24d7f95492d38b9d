import { UiProvider } from '@enig/ui';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { cacheExchange, Client, fetchExchange, Provider, subscriptionExchange } from 'urql';
import { WholeCase } from './whole-case';

/** Nobody tells of a change. */
const untold = { subscribe: () => ({ unsubscribe: () => undefined }) };
const log = { __typename: 'LogHead' as const, number: 58, hash: 'cb8d391b'.repeat(8) };

/** @param job null: it is not taken on. */
function show(job: string | null) {
  const file = { __typename: 'JobFile', name: 'Rammeaftale – sag.zip', path: '/jobs/j/file' };
  const made = {
    __typename: 'Job',
    id: 'j',
    title: 'Hele sagen',
    state: 'done',
    done: 3,
    total: 3,
    message: null,
    file,
  };
  const client = new Client({
    url: 'http://localhost/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange, subscriptionExchange({ forwardSubscription: () => untold })],
    fetch: (_, init) => {
      const isAsked = String(init?.body).includes('askBundle');
      if (isAsked && job === null) return Promise.resolve(Response.json({ errors: [{ message: 'Nej' }] }));
      const asked = { askBundle: { __typename: 'AskBundlePayload', job } };
      return Promise.resolve(Response.json({ data: isAsked ? asked : { job: made } }));
    },
  });
  render(
    <Provider value={client}>
      <UiProvider locale="da">
        <WholeCase agreement="a" log={log} />
      </UiProvider>
    </Provider>,
  );
}

const press = () => void fireEvent.click(screen.getByRole('button', { name: 'Hent hele sagen' }));
/** What was asked for is answered. */
const answered = () => act(async () => new Promise<void>((done) => setTimeout(done)));

afterEach(cleanup);

describe('LO-4 the whole case on the history page', () => {
  it('LO-4 says where the log ends, whole, so that it can be noted', () => {
    show('j');
    expect(screen.getByText(/^Loggen ender ved nr\.\s58/u).textContent).toContain(log.hash);
  });

  it('says at once that it is asked for, and ends in a link to the file', async () => {
    show('j');
    press();
    expect(screen.getByText('Sagen er bestilt …', { selector: 'section p' })).toBeDefined();
    await answered();
    const link = await screen.findByRole('link', { name: 'Hent Rammeaftale – sag.zip' });
    expect(link.getAttribute('href')).toBe('/jobs/j/file');
  });

  it('says that it was not taken on', async () => {
    show(null);
    press();
    await answered();
    expect(screen.getByRole('alert').textContent).toContain('Sagen kunne ikke samles');
  });
});
