import { act, render, screen } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { createMemoryRouter, Link, Outlet, RouterProvider } from 'react-router';
import { useArrivalAt, useFocusOnArrival, useKeptFocus } from './arrival';

/** A page with a button that goes away with what it does, and a field that may take its place. */
function Site({ takesFocusOn = false }: { readonly takesFocusOn?: boolean }) {
  useKeptFocus();
  const [isThere, setThere] = useState(true);
  return (
    <main id="indhold" tabIndex={-1}>
      {isThere && <button onClick={() => setThere(false)}>Fjern</button>}
      {!isThere && takesFocusOn && <input ref={(field) => field?.focus()} aria-label="Navn" />}
    </main>
  );
}

function Steps({ step }: { readonly step: string }) {
  useArrivalAt(step);
  return (
    <main id="indhold" tabIndex={-1}>
      <button>{step}</button>
    </main>
  );
}

const settled = () => act(() => new Promise((done) => setTimeout(done)));

async function press(name: string): Promise<void> {
  const button = screen.getByRole('button', { name });
  button.focus();
  act(() => button.click());
  await settled();
  await settled();
}

describe('focus is never lost', () => {
  beforeEach(() => jest.spyOn(window, 'scrollTo').mockImplementation());

  it('stands at the page when what held it went away', async () => {
    render(<Site />);
    await press('Fjern');
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });

  it('is left with whoever took it on', async () => {
    render(<Site takesFocusOn />);
    await press('Fjern');
    expect(document.activeElement).toBe(screen.getByLabelText('Navn'));
  });

  it('goes to the top when a page becomes another at the same address, and not before', () => {
    const { rerender } = render(<Steps step="skriv" />);
    expect(document.activeElement).toBe(document.body);
    rerender(<Steps step="se igennem" />);
    expect(document.activeElement).toBe(screen.getByRole('main'));
    expect(window.scrollTo).toHaveBeenCalledTimes(1);
  });
});

/** Lets the links of the first page come, which come later than it. */
let come: () => void;

function Board() {
  const [isHere, setHere] = useState(false);
  useEffect(() => {
    come = () => setHere(true);
  }, []);
  return (
    <main id="indhold" tabIndex={-1}>
      {isHere &&
        ['/faxe', '/greve'].map((to) => (
          <Link key={to} to={to}>
            {to}
          </Link>
        ))}
    </main>
  );
}

function Shown() {
  useFocusOnArrival();
  return <Outlet />;
}

describe('going on and back', () => {
  const routes = [
    {
      element: <Shown />,
      children: [
        { path: '/', element: <Board /> },
        { path: '/greve', element: <main id="indhold" tabIndex={-1} /> },
      ],
    },
  ];

  beforeEach(() => jest.spyOn(window, 'scrollTo').mockImplementation());

  /** Goes by the second link, and back to the page before its links have come. */
  async function goAndReturn(): Promise<void> {
    const router = createMemoryRouter(routes);
    render(<RouterProvider router={router} />);
    act(come);
    screen.getByRole('link', { name: '/greve' }).focus();
    await act(() => router.navigate('/greve'));
    expect(document.activeElement).toBe(screen.getByRole('main'));
    await act(() => router.navigate(-1));
    expect(screen.queryByRole('link')).toBeNull();
  }

  it('one stands at the new page, and back again at the link by which one left', async () => {
    await goAndReturn();
    act(come);
    await settled();
    expect(document.activeElement).toBe(screen.getByRole('link', { name: '/greve' }));
  });

  it('whoever has gone elsewhere meanwhile is left there', async () => {
    await goAndReturn();
    const elsewhere = document.body.appendChild(document.createElement('button'));
    elsewhere.focus();
    act(come);
    await settled();
    expect(screen.getByRole('link', { name: '/greve' })).toBeDefined();
    expect(document.activeElement).toBe(elsewhere);
    elsewhere.remove();
  });
});

/** Waits for who is signed in, as every page does when it is loaded. */
function Loaded() {
  useFocusOnArrival();
  useKeptFocus();
  const [isHere, setHere] = useState(false);
  useEffect(() => {
    come = () => setHere(true);
  }, []);
  return isHere ? (
    <main key="page" id="indhold" tabIndex={-1} aria-label="Mine opgaver" />
  ) : (
    <main key="waiting" id="indhold" tabIndex={-1} aria-busy="true" />
  );
}

describe('signing in', () => {
  const site = [
    {
      element: <Shown />,
      children: [{ path: '*', element: <main id="indhold" tabIndex={-1} /> }],
    },
  ];

  const entries = jest.fn<PerformanceEntryList, [string]>();

  beforeEach(() => {
    jest.spyOn(window, 'scrollTo').mockImplementation();
    // The pretended browser keeps none.
    Object.defineProperty(performance, 'getEntriesByType', { configurable: true, value: entries });
    entries.mockReturnValue([{ type: 'navigate' }] as unknown as PerformanceEntryList);
  });
  afterEach(() => {
    Reflect.deleteProperty(document, 'referrer');
    Reflect.deleteProperty(performance, 'getEntriesByType');
  });

  it.each([
    ['by name, one stands at the page that is then loaded', '/log-ind?til=%2F', '/', true],
    ['by a link in a mail too', '/log-ind/link/abc', '/aftaler/1', true],
    ['leads to a place inside the page where it was asked to', '/log-ind', '/aftaler/1#trin', false],
    ['is still to be done on its own page', '/log-ind', '/log-ind?til=%2F', false],
    ['is another thing than coming from elsewhere', '/laes', '/', false],
  ])('%s', (_, from, to, isAtThePage) => {
    Object.defineProperty(document, 'referrer', {
      configurable: true,
      value: new URL(from, window.location.href).href,
    });
    render(<RouterProvider router={createMemoryRouter(site, { initialEntries: [to] })} />);
    expect(document.activeElement).toBe(isAtThePage ? screen.getByRole('main') : document.body);
  });

  it('is long ago on a page that is loaded again', () => {
    Object.defineProperty(document, 'referrer', {
      configurable: true,
      value: new URL('/log-ind', window.location.href).href,
    });
    entries.mockReturnValue([{ type: 'reload' }] as unknown as PerformanceEntryList);
    render(<RouterProvider router={createMemoryRouter(site, { initialEntries: ['/'] })} />);
    expect(document.activeElement).toBe(document.body);
  });

  it('one stands at the page also when it takes the place of the one that waited for it', async () => {
    Object.defineProperty(document, 'referrer', {
      configurable: true,
      value: new URL('/log-ind', window.location.href).href,
    });
    const router = createMemoryRouter([{ path: '*', element: <Loaded /> }]);
    render(<RouterProvider router={router} />);
    act(come);
    await settled();
    await settled();
    expect(document.activeElement).toBe(screen.getByRole('main', { name: 'Mine opgaver' }));
  });
});
