import type { BrowserContext, Page } from 'playwright-core';
import { complaintsOf } from '../browser';
import { personAt } from '../people';
import type { Stage } from '../stage';
import { tree } from './golden';
import { faultsOf, picture, tabThrough } from './judge';
import type { PageState } from './states';

/** The pages most people meet: what assistive technology is told of them is kept, and a change of it is seen. */
const MAIN_PAGES: readonly string[] = [
  ...[
    'log-ind-bedt',
    'link-sendt',
    'laes',
    'laes-afsnit',
    'laes-eget',
    'hoering',
    'hoering-eget-dokument',
    'hoeringssvar',
  ],
  ...['hoeringssvar-generelt', 'hoeringssvar-gennemsyn', 'hoeringssvar-kvittering', 'hoering-overblik', 'behandling'],
  ...['hoeringsnotat', 'brugt', 'offentlige-svar', 'ny-hoering-fund', 'godkendelse', 'registrer', 'mine-opgaver'],
  ...['godkendelse-i-staa', 'godkend-igen', 'forloeb', 'kort', 'offentlig-aftale'],
];

/** Who goes through the pages of one file of tests, a page at a time. */
export interface Visits {
  /** Opens an empty page for a demo person, or for a stranger; it is closed after the test. */
  open(persona: string | undefined): Promise<Page>;
  /** Brings a page into a state, pictures it, and fails with what somebody could not use. */
  mustBeForAll<Of>(state: PageState<Of>, of: Of): Promise<void>;
}

/** Gives each person one computer, so that nobody signs in or fetches the same twice. */
export function visits(on: Stage): Visits {
  const computers = new Map<string | undefined, BrowserContext>();
  let page: Page;

  afterEach(() => page.close());
  afterAll(() => Promise.all([...computers.values()].map((computer) => computer.close())));

  const open = async (persona: string | undefined): Promise<Page> => {
    const known = computers.get(persona);
    page = known ? await known.newPage() : await firstPage(on, persona);
    computers.set(persona, page.context());
    return page;
  };
  return {
    open,
    mustBeForAll: async (state, of) => mustBeForAll(await open(state.persona), state, of),
  };
}

async function firstPage(on: Stage, persona: string | undefined): Promise<Page> {
  if (persona !== undefined) return personAt(on.browser, on.server.url, { persona });
  return (await on.browser.newContext({ baseURL: on.server.url, locale: 'da-DK' })).newPage();
}

async function mustBeForAll<Of>(page: Page, state: PageState<Of>, of: Of): Promise<void> {
  const { name, shows, refused } = state;
  const complaints = complaintsOf(page);
  await page.goto(state.path(of));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await state.act?.(page);
  await page.getByText(shows).or(page.getByLabel(shows)).filter({ visible: true }).first().waitFor();
  if (MAIN_PAGES.includes(name)) {
    const { now, kept } = await tree(page, name);
    expect(now).toBe(kept);
  }
  await picture(page, name);
  expect(await faultsOf(page)).toEqual([]);
  expect(await tabThrough(page)).toBeGreaterThan(0);
  const refusal = `the server responded with a status of ${refused} `;
  expect(complaints.filter((line) => refused === undefined || !line.includes(refusal))).toEqual([]);
}

/** States as a table of tests, by name. */
export function named<Of>(states: readonly PageState<Of>[]): (readonly [string, PageState<Of>])[] {
  return states.map((state) => [state.name, state]);
}
