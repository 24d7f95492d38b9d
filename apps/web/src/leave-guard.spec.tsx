import { UiProvider, type ClosedReason, type CollaborationSnapshot, type CollaborationState } from '@enig/ui';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { createMemoryRouter, Link, RouterProvider, useNavigate } from 'react-router';
import { LeaveGuard, useAskBeforeLeaving, useGuardedForm, useGuardedWords } from './leave-guard';

const signOut = jest.fn();

function Writing({ snapshot }: { readonly snapshot: CollaborationSnapshot }) {
  const ask = useAskBeforeLeaving();
  useGuardedWords(snapshot);
  return (
    <>
      <Link to="/aftaler">Aftaler</Link>
      <button onClick={() => ask(signOut, false)}>Log ud</button>
      <button onClick={() => ask(signOut, true)}>Log ud, selv om andre sider har ord</button>
    </>
  );
}

/** Two forms on a page, each with something typed only there. */
function Forms() {
  return (
    <>
      <Form label="Svar" />
      <Form label="Begrundelse" />
    </>
  );
}

function Form({ label }: { readonly label: string }) {
  const [words, setWords] = useState('');
  const navigate = useNavigate();
  const sent = useGuardedForm(words !== '');
  const send = async () => {
    sent();
    await navigate('/aftaler');
  };
  return (
    <>
      <Link to="/aftaler">Aftaler fra {label}</Link>
      <input aria-label={label} value={words} onChange={(event) => setWords(event.target.value)} />
      <button onClick={() => void send()}>Send {label}</button>
    </>
  );
}

const FRESH = { isHere: true, mayWrite: true, others: [], isKept: false, isSetAside: false };

function write(state: CollaborationState, hasUnsaved: boolean, isKept = false, isSetAside = false) {
  return show(<Writing snapshot={{ ...FRESH, state, hasUnsaved, isKept, isSetAside }} />);
}

function show(shown: ReactNode) {
  const inside = (page: ReactNode) => (
    <UiProvider locale="da">
      <LeaveGuard>{page}</LeaveGuard>
    </UiProvider>
  );
  const router = createMemoryRouter(
    [
      { path: '/afsnit', element: inside(shown) },
      { path: '/aftaler', element: inside(<p>Alle aftaler</p>) },
    ],
    { initialEntries: ['/afsnit'] },
  );
  render(<RouterProvider router={router} />);
  return router;
}

const press = (role: 'link' | 'button', name: string) =>
  act(async () => {
    screen.getByRole(role, { name }).click();
    await Promise.resolve();
  });

const SAVED: CollaborationState = { kind: 'saved', at: 0 };
const SAVING: CollaborationState = { kind: 'saving', since: 0 };
const UNSAVED: CollaborationState = { kind: 'unsaved', since: 0 };
const REFUSED: CollaborationState = { kind: 'refused', code: 'CO-6-CLOSED' };

const UNSENT = 'Dine sidste ord er ikke sendt endnu';
const NOT_SAVED = 'Noget af det, du har skrevet, er ikke gemt';
const closed = (reason: ClosedReason): CollaborationState => ({ kind: 'closed', reason });

describe('CO-10 nobody leaves words behind without knowing', () => {
  beforeEach(() => signOut.mockClear());

  it.each([
    [SAVED, false],
    [SAVING, true],
  ])('lets go where words are saved or on their way: %j', async (state, hasUnsaved) => {
    const router = write(state, hasUnsaved);
    await press('link', 'Aftaler');
    expect(router.state.location.pathname).toBe('/aftaler');
  });

  it.each([[UNSAVED], [REFUSED]])('asks where they are not, and stays: %j', async (state) => {
    const router = write(state, true);
    await press('link', 'Aftaler');
    expect(screen.getByRole('dialog', { name: 'Noget af det, du har skrevet, er ikke gemt' })).toBeTruthy();
    expect(router.state.location.pathname).toBe('/afsnit');
    await press('button', 'Fortryd');
    expect(router.state.location.pathname).toBe('/afsnit');
    await press('link', 'Aftaler');
    await press('button', 'Gå uden at gemme');
    expect(router.state.location.pathname).toBe('/aftaler');
  });

  it.each<[CollaborationState, boolean, boolean, string, RegExp]>([
    [UNSAVED, true, false, UNSENT, /^Dine ord ligger i denne browser og sendes, når der er forbindelse/],
    [closed('tooFast'), true, false, UNSENT, /^Dine ord ligger i denne browser og sendes, når du åbner teksten igen/],
    [closed('signedOut'), true, false, UNSENT, /^Dine ord ligger i denne browser og sendes, når du har logget ind/],
    [closed('oldSchema'), true, false, NOT_SAVED, /^Dine ord ligger i denne browser. De kan ikke sendes, men/],
    [REFUSED, true, true, NOT_SAVED, /^Dine ord er ikke gemt. De ligger i denne browser, til du har kopieret/],
    [closed('tooLarge'), true, true, NOT_SAVED, /^Dine ord er ikke gemt. De ligger i denne browser, til du/],
    [closed('noRight'), false, true, NOT_SAVED, /^Dine ord er ikke gemt. De ligger i denne browser, til du/],
  ])('CO-29 says what becomes of words the browser has: %j', async (state, isKept, isSetAside, title, fate) => {
    const router = write(state, true, isKept, isSetAside);
    await press('link', 'Aftaler');
    expect(screen.getByRole('dialog', { name: title })).toBeTruthy();
    expect(screen.getByText(fate)).toBeTruthy();
    await press('button', 'Gå videre');
    expect(router.state.location.pathname).toBe('/aftaler');
  });

  it('asks before signing out also where only other pages have words, and says that they are removed', async () => {
    write(SAVED, false, true);
    await press('button', 'Log ud, selv om andre sider har ord');
    expect(signOut).not.toHaveBeenCalled();
    expect(screen.getByText(/^Når du logger ud, fjernes de ord/)).toBeTruthy();
    await press('button', 'Gå uden at gemme');
    expect(signOut).toHaveBeenCalledTimes(1);
  });

  it('asks before somebody else is signed in, also while words are on their way', async () => {
    write(SAVING, true);
    await press('button', 'Log ud');
    expect(signOut).not.toHaveBeenCalled();
    await press('button', 'Gå uden at gemme');
    expect(signOut).toHaveBeenCalledTimes(1);
  });
});

describe('what is typed into a plain form and not sent is not lost without a word', () => {
  const type = (label: string, words: string) =>
    fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value: words } });
  const closes = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

  it('asks before another page is shown, and keeps the words for those who stay', async () => {
    const router = show(<Forms />);
    type('Svar', 'Det har I ret i.');
    await press('link', 'Aftaler fra Svar');
    await press('button', 'Fortryd');
    expect(router.state.location.pathname).toBe('/afsnit');
    expect(screen.getByDisplayValue('Det har I ret i.')).toBeTruthy();
  });

  it('asks also where only one of two forms holds something', async () => {
    const router = show(<Forms />);
    type('Svar', 'Det har I ret i.');
    type('Begrundelse', 'De er mange.');
    type('Begrundelse', '');
    await press('link', 'Aftaler fra Svar');
    expect(router.state.location.pathname).toBe('/afsnit');
  });

  it('asks nothing of an empty form, nor of one that was sent', async () => {
    const router = show(<Forms />);
    expect(closes()).toBe(true);
    type('Svar', 'Det har I ret i.');
    await press('button', 'Send Svar');
    expect(router.state.location.pathname).toBe('/aftaler');
    expect(closes()).toBe(true);
  });

  it('asks also between the parts of one answer, which are one page to the words of its text only', async () => {
    const next = '/hoering/h/svar/s/generelt';
    const Part = () => (
      <UiProvider locale="da">
        <LeaveGuard>
          <Writing snapshot={{ ...FRESH, state: UNSAVED, hasUnsaved: true }} />
          <Form label="Dokument" />
          <Link to={next}>Næste del</Link>
        </LeaveGuard>
      </UiProvider>
    );
    const router = createMemoryRouter([{ path: '/hoering/h/svar/s/:part', element: <Part /> }], {
      initialEntries: ['/hoering/h/svar/s/f-1'],
    });
    render(<RouterProvider router={router} />);
    type('Dokument', 'svar.pdf');
    await press('link', 'Næste del');
    expect(router.state.location.pathname).toBe('/hoering/h/svar/s/f-1');
    await press('button', 'Fortryd');
    type('Dokument', '');
    await press('link', 'Næste del');
    expect(router.state.location.pathname).toBe(next);
  });

  it('has the browser ask before the window is closed', () => {
    show(<Forms />);
    type('Svar', 'Det har I ret i.');
    expect(closes()).toBe(false);
  });
});
