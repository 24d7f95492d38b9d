import { UiProvider } from '@enig/ui';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { cacheExchange, Client, fetchExchange, Provider } from 'urql';
import { catchUploads, type SentFile } from '../test-upload';
import { AnswerFiles } from './response-files';

const KEPT = { id: 'd-1', name: 'svar.pdf', size: 2_000, url: '/files/responses/d-1', section: null, screening: [] };
const sent: SentFile[] = [];
const changed = jest.fn();
let restore: () => void;

function show(files: readonly object[]): { readonly asked: string[]; readonly leave: () => void } {
  const asked: string[] = [];
  const client = new Client({
    url: 'http://localhost/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
    fetch: (_, init) => {
      asked.push(String(init?.body));
      const removeResponseFile = { __typename: 'ResponsePayload', refused: null, response: null };
      return Promise.resolve(Response.json({ data: { removeResponseFile } }));
    },
  });
  const { unmount } = render(
    <Provider value={client}>
      <UiProvider locale="da">
        <AnswerFiles response="r-1" section={null} files={files as never} changed={changed} />
      </UiProvider>
    </Provider>,
  );
  return { asked, leave: unmount };
}

const field = () => screen.getByLabelText<HTMLInputElement>(/^Læg et dokument ved/, { selector: 'input' });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) =>
  act(async () => {
    button(name).click();
    await Promise.resolve();
  });
/** In bytes. */
const MB = 1024 * 1024;
const mayLeave = () => {
  const closing = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(closing);
  return !closing.defaultPrevented;
};

async function choose(): Promise<void> {
  const file = new File([new Uint8Array(4 * MB)], 'rådets svar.pdf');
  fireEvent.change(field(), { target: { files: [file] } });
  await press('Læg dokumentet ved');
}

describe('HE-36 a document of an answer', () => {
  beforeAll(() => {
    restore = catchUploads(sent);
  });
  beforeEach(() => {
    sent.splice(0);
    changed.mockReset();
    // Not known to jsdom.
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function () {
      this.open = false;
    };
  });
  afterAll(() => restore());

  it('shows how far it has come, and is asked about before one leaves', async () => {
    show([]);
    await choose();
    expect(sent[0]?.address).toBe('/files/responses/r-1?name=r%C3%A5dets%20svar.pdf');
    act(() => sent[0]?.hasCome(MB));
    expect(screen.getByRole('progressbar', { name: /1 MB af 4 MB er sendt/ }).getAttribute('value')).toBe(String(MB));
    expect(mayLeave()).toBe(false);
    act(() => sent[0]?.hasCome(4 * MB));
    expect(screen.getByRole('progressbar', { name: /bliver læst igennem/ }).hasAttribute('value')).toBe(false);
    expect(button('Stop').getAttribute('aria-disabled')).toBe('true');
    await act(async () => sent[0]?.ends({ status: 201, body: { sha256: 'ab' } }));
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(mayLeave()).toBe(true);
    expect(changed).toHaveBeenCalled();
  });

  it('can be stopped: what was chosen stays, and focus is where another can be chosen', async () => {
    show([]);
    await choose();
    await press('Stop');
    expect(sent[0]?.isStopped()).toBe(true);
    expect(screen.getByText('Afsendelsen er stoppet. rådets svar.pdf er ikke lagt ved.')).toBeTruthy();
    expect(document.activeElement).toBe(field());
    expect(screen.getByText(/Valgt: rådets svar.pdf/)).toBeTruthy();
  });

  it('is stopped when the page is left all the same', async () => {
    const { leave } = show([]);
    await choose();
    leave();
    expect(sent[0]?.isStopped()).toBe(true);
  });

  it('is not removed by one press, and focus then stands at the list', async () => {
    const { asked } = show([KEPT]);
    await press('Fjern svar.pdf');
    expect(asked).toEqual([]);
    const dialog = screen.getByRole('dialog');
    await act(async () => {
      [...dialog.querySelectorAll('button')].find(({ textContent }) => textContent === 'Fjern svar.pdf')?.click();
      await new Promise((done) => setTimeout(done));
    });
    expect(asked).toHaveLength(1);
    expect(document.activeElement?.getAttribute('role')).toBe('group');
    expect(screen.getByText('svar.pdf er fjernet.')).toBeTruthy();
  });
});
