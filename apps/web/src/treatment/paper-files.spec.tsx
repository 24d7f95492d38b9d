import { UiProvider } from '@enig/ui';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { cacheExchange, Client, fetchExchange, Provider, subscriptionExchange } from 'urql';
import type { TextBehind } from '../text-since';
import { PaperFiles, type PaperFormat } from './paper-files';

/** Nobody tells of a change. */
const untold = { subscribe: () => ({ unsubscribe: () => undefined }) };

/** Both jobs run; a format without a job is not taken on. */
function show(jobs: Partial<Record<PaperFormat, string>>, text?: TextBehind) {
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
  const page = (made?: TextBehind) => (
    <Provider value={client}>
      <UiProvider locale="da">
        <PaperFiles ask={(format) => Promise.resolve(jobs[format] ?? null)} {...(made && { text: made })} />
      </UiProvider>
    </Provider>
  );
  const { rerender } = render(page(text));
  return (made: TextBehind) => rerender(page(made));
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

  it('says where the text has changed since, and makes it anew once that is saved', async () => {
    const jobs: Partial<Record<PaperFormat, string>> = { pdf: 'one' };
    const write = show(jobs, { words: 'Før', isSaving: false });
    press('Hent som PDF');
    await answered();
    await screen.findByRole('progressbar', { name: /^Høringsnotatet \(PDF\)/ });
    const anew = () => screen.queryByRole('button', { name: 'Lav PDF-filen igen' });
    expect(anew()).toBeNull();
    write({ words: 'Før og nu', isSaving: true });
    expect(screen.getByText(/^Der er skrevet eller ændret noget, siden PDF-filen blev bestilt/)).toBeDefined();
    jobs.pdf = 'two';
    press('Lav PDF-filen igen');
    await answered();
    expect(anew()?.getAttribute('aria-disabled')).toBe('true');
    write({ words: 'Før og nu', isSaving: false });
    press('Lav PDF-filen igen');
    await answered();
    expect(anew()).toBeNull();
    expect(document.activeElement?.textContent).toBe('Hent som PDF');
    write({ words: 'Før', isSaving: false });
    expect(anew()).toBeDefined();
  });

  it('says that it was not taken on', async () => {
    show({});
    press('Hent som PDF');
    await answered();
    expect(screen.getByRole('alert').textContent).toContain('Det lykkedes ikke');
  });
});
