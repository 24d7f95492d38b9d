import { act, fireEvent, screen, within } from '@testing-library/react';
import { catchUploads, type SentFile } from '../test-upload';
import { easyAgreement, open, press } from './test-open-round';

let sent: SentFile[];
let release: () => void;

beforeEach(() => {
  sessionStorage.clear();
  sent = [];
  release = catchUploads(sent);
});
afterEach(() => release());

const councilIn = (place: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: `Rådet i ${place}` });
const file = (name: string) => new File(['%PDF-1.7'], name, { type: 'application/pdf' });
const choose = (name: string) =>
  fireEvent.change(screen.getByLabelText(/^Læg en fil ved/), { target: { files: [file(name)] } });
const arrives = (index: number, sha256: string) =>
  act(async () => {
    sent[index]?.ends({ status: 200, body: { sha256 } });
    await Promise.resolve();
  });

async function writeDocument(): Promise<void> {
  fireEvent.click(await screen.findByRole('radio', { name: /^Noget eget/ }));
  for (const label of [/^Titel/, /^Kort om sagen/, /^Letlæst udgave/]) {
    fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value: 'Rapport om boliger' } });
  }
}

/** The names in the list of files, on their way or there. */
function listed(): readonly string[] {
  const region = screen.getByRole('region', { name: 'Filer' });
  return within(region)
    .queryAllByRole('listitem')
    .map(({ textContent }) => textContent ?? '');
}

describe('a file of a document that is to be heard', () => {
  it('is waited for: the round is not opened without what is on its way', async () => {
    const { opened } = open();
    await writeDocument();
    choose('rapport.pdf');
    expect(listed()).toEqual(['rapport.pdf sendes … Stop rapport.pdf']);
    press();
    const link = await screen.findByRole('link', { name: /^rapport\.pdf er ved at blive sendt\. Vent/ });
    expect(link.getAttribute('href')).toBe('#file');
    expect(opened()).toEqual([]);
    await arrives(0, 'sum');
    press();
    await screen.findByRole('heading', { name: 'Høringen er åben' }, { timeout: 20_000 });
    expect(opened()[0]?.input).toMatchObject({ document: { files: [{ name: 'rapport.pdf', sha256: 'sum' }] } });
  });

  it('does not push out another that was chosen while it was sent', async () => {
    open();
    await writeDocument();
    choose('en.pdf');
    choose('to.pdf');
    await arrives(1, 'two');
    await arrives(0, 'one');
    expect(listed()).toEqual(['to.pdf Fjern to.pdf', 'en.pdf Fjern en.pdf']);
  });

  it('can be stopped, and then holds nothing up', async () => {
    const { opened } = open();
    await writeDocument();
    choose('stor.pdf');
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Stop stor.pdf' }));
      await Promise.resolve();
    });
    expect([sent[0]?.isStopped(), listed()]).toEqual([true, []]);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Filer' }));
    press();
    await screen.findByRole('heading', { name: 'Høringen er åben' }, { timeout: 20_000 });
    expect(opened()[0]?.input).toMatchObject({ document: { files: [] } });
  });
});

describe('what is filled in to open a round', () => {
  /** Chooses, goes to the place of a finding and comes back. */
  async function goAndReturn() {
    const stage = open({ agreement: easyAgreement });
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Rådet i Holbæk' }));
    fireEvent.click(await screen.findByRole('link', { name: 'Gå til stedet: bilag 9' }));
    // Not asked about: nothing is lost.
    expect(await screen.findByRole('heading', { name: 'Afsnittet' })).toBeDefined();
    await act(() => stage.router.navigate(-1));
    await screen.findByRole('button', { name: 'Åbn høringen' });
    return stage;
  }

  it('is there again after a finding has been mended', async () => {
    await goAndReturn();
    expect(screen.getByText(/^Formularen er, som du forlod den/)).toBeDefined();
    expect([councilIn('Greve').checked, councilIn('Holbæk').checked]).toEqual([true, false]);
  });

  it('can be begun again', async () => {
    await goAndReturn();
    fireEvent.click(screen.getByRole('button', { name: 'Begynd forfra' }));
    expect(councilIn('Holbæk').checked).toBe(true);
    expect(screen.queryByText(/^Formularen er, som du forlod den/)).toBeNull();
    expect(sessionStorage).toHaveLength(0);
  });

  it('is not kept when the round is open', async () => {
    await goAndReturn();
    press();
    await screen.findByRole('heading', { name: 'Høringen er åben' }, { timeout: 20_000 });
    expect(sessionStorage).toHaveLength(0);
  });

  it('says nothing where nothing was filled in', async () => {
    const { unmount } = open({ agreement: easyAgreement });
    await screen.findByRole('button', { name: 'Åbn høringen' });
    unmount();
    open({ agreement: easyAgreement });
    await screen.findByRole('button', { name: 'Åbn høringen' });
    expect(screen.queryByText(/^Formularen er, som du forlod den/)).toBeNull();
  });

  it('leaves out what cannot be chosen any more', async () => {
    const { unmount } = open({ agreement: easyAgreement });
    fireEvent.click(await screen.findByRole('radio', { name: 'Udvalgte fokusområder' }));
    fireEvent.click(screen.getByRole('checkbox', { name: /Botilbud/ }));
    unmount();
    const section = { ...easyAgreement.parts[0]?.sections[0], id: 's3', title: 'Noget nyt' };
    open({ agreement: { ...easyAgreement, parts: [{ __typename: 'Part', sections: [section] }] } });
    const area = await screen.findByRole<HTMLInputElement>('checkbox', { name: /Noget nyt/ });
    expect(area.checked).toBe(false);
    press();
    expect(await screen.findByRole('link', { name: 'Vælg mindst ét fokusområde.' })).toBeDefined();
  });

  it('is gone when somebody else is to have the browser', async () => {
    open({ agreement: easyAgreement });
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Rådet i Holbæk' }));
    expect(sessionStorage).toHaveLength(1);
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Log ud' }));
      await Promise.resolve();
    });
    expect(sessionStorage).toHaveLength(0);
  });
});
