import { UiProvider } from '@enig/ui';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { cacheExchange, Client, fetchExchange, Provider, subscriptionExchange } from 'urql';
import { JobProgress } from './job-progress';

const running = {
  ...{ __typename: 'Job', id: '1', title: 'Høringsnotatet', state: 'running', done: 3, total: 10 },
  ...{ message: 'Skriver dokumentet', file: null },
};
const file = { __typename: 'JobFile', name: 'notat.pdf', path: '/jobs/1/file' };

/** The server: what the job is now, how to tell of a change, and what it was asked to stop. */
function show(first: object | null, errors: { cancelJob?: boolean; job?: boolean } = {}) {
  let job: object | null = first;
  let hear: (() => void) | undefined;
  const stopped: string[] = [];
  let askedAgain = 0;
  const client = new Client({
    url: 'http://localhost/graphql',
    preferGetMethod: false,
    exchanges: [
      cacheExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: () => ({
          subscribe: (sink) => {
            hear = () => sink.next({ data: { jobChanged: job } });
            return { unsubscribe: () => undefined };
          },
        }),
      }),
    ],
    fetch: (_, init) => {
      const body = String(init?.body);
      if (body.includes('cancelJob')) stopped.push(body);
      const field = body.includes('cancelJob') ? 'cancelJob' : 'job';
      if (errors[field]) return Promise.resolve(Response.json({ errors: [{ message: 'It did not work.' }] }));
      return Promise.resolve(Response.json({ data: { [field]: job } }));
    },
  });
  render(
    <Provider value={client}>
      <UiProvider locale="da">
        <JobProgress id="1" format="PDF" again={() => (askedAgain += 1)} />
      </UiProvider>
    </Provider>,
  );
  return {
    stopped,
    becomes: (next: object) => {
      job = { ...job, ...next };
      act(() => hear?.());
    },
    get askedAgain() {
      return askedAgain;
    },
  };
}

describe('OP-5 who waits for a job', () => {
  it('sees what is happening and how far it is, and can stop it; the bar is in no live region', async () => {
    const { stopped } = show(running);
    const bar = await screen.findByRole('progressbar', { name: /Høringsnotatet \(PDF\): Skriver dokumentet/ });
    expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['3', '10']);
    expect(bar.closest('[role="status"], [aria-live]')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
    await waitFor(() => expect(stopped).toHaveLength(1));
  });

  it('sees a bar without an end as long as nobody knows it', async () => {
    show({ ...running, state: 'waiting', total: null, message: null });
    const bar = await screen.findByRole('progressbar', { name: /venter på at blive begyndt/ });
    expect(bar.hasAttribute('value')).toBe(false);
  });

  it('hears that it is made, and gets the link', async () => {
    const server = show(running);
    await screen.findByRole('progressbar');
    server.becomes({ state: 'done', done: 10, file });
    const link = await screen.findByRole('link', { name: 'Hent notat.pdf' });
    expect(link.getAttribute('href')).toBe('/jobs/1/file');
    await waitFor(() => expect(screen.getByTestId('announcer').textContent).toBe('Høringsnotatet (PDF) er klar.'));
  });

  it('hears it also where it was made before it was first looked at', async () => {
    show({ ...running, state: 'done', file });
    await screen.findByRole('link', { name: 'Hent notat.pdf' });
    await waitFor(() => expect(screen.getByTestId('announcer').textContent).toBe('Høringsnotatet (PDF) er klar.'));
  });

  it('stands at the link, where they stood at the button that went away', async () => {
    const server = show(running);
    (await screen.findByRole('button', { name: 'Stop' })).focus();
    server.becomes({ state: 'done', done: 10, file });
    const link = await screen.findByRole('link', { name: 'Hent notat.pdf' });
    expect(document.activeElement).toBe(link);
  });

  it('stays at the button that stops it when it becomes known how much there is', async () => {
    const server = show({ ...running, state: 'waiting', total: null, message: null });
    const stop = await screen.findByRole('button', { name: 'Stop' });
    stop.focus();
    server.becomes({ state: 'running', total: 10, message: 'Skriver dokumentet' });
    await screen.findByRole('progressbar', { name: /Skriver dokumentet/ });
    expect(document.activeElement).toBe(stop);
  });

  it('reads something at once, and what it means that nothing can be seen', async () => {
    show(null, { job: true });
    expect(screen.getByText(/Ser efter/)).toBeDefined();
    expect((await screen.findByRole('alert')).textContent).toContain('Det kan ikke ses lige nu');
  });

  it('reads that it could not be stopped', async () => {
    show(running, { cancelJob: true });
    fireEvent.click(await screen.findByRole('button', { name: 'Stop' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Det kunne ikke stoppes');
  });

  it.each([
    ['failed', 'kunne ikke laves'],
    ['cancelled', 'blev stoppet'],
  ])('reads that it %s, and can ask again', async (state, words) => {
    const server = show({ ...running, state });
    await screen.findByText(new RegExp(words));
    fireEvent.click(screen.getByRole('button', { name: 'Prøv igen' }));
    expect(server.askedAgain).toBe(1);
  });

  it('reads why it failed, where that is known', async () => {
    show({ ...running, state: 'failed', message: 'Der blev registreret noget nyt.' });
    await screen.findByText('Der blev registreret noget nyt.');
    expect(screen.getByText(/kunne ikke laves/)).toBeDefined();
  });
});
