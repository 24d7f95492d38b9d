import type { BrowserContext, Page, Route } from 'playwright-core';
import { passDeadline } from '../acts/deadline';
import { complaintsOf } from '../browser';
import { CHANGED_STATES, LATE_STATES } from '../pages/changed-states';
import { tree } from '../pages/golden';
import { faultsOf, picture, printed, tabThrough } from '../pages/judge';
import { HEARING_STATES } from '../pages/hearing-states';
import { openOwnHearing, type OwnHearing } from '../pages/own-hearing';
import { demoPlaces, type Places } from '../pages/places';
import { PAGE_STATES, type PageState } from '../pages/states';
import { ASKING_PAGES, TROUBLES, type Trouble } from '../pages/troubles';
import { personAt } from '../people';
import { stage } from '../stage';

/* Every page in every state: for everybody, on every screen, and pictured. */

const on = stage();
let places: Places;
let page: Page;

beforeAll(async () => {
  places = await demoPlaces(on.server.url);
});

afterEach(async () => {
  await page.close();
});

afterAll(async () => {
  await Promise.all([...computers.values()].map((computer) => computer.close()));
});

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
];

/** One computer for each person, so that nobody signs in or fetches the same twice. */
const computers = new Map<string | undefined, BrowserContext>();

async function open(persona: string | undefined): Promise<Page> {
  const known = computers.get(persona);
  if (known) {
    page = await known.newPage();
  } else {
    page =
      persona === undefined
        ? await (await on.browser.newContext({ baseURL: on.server.url, locale: 'da-DK' })).newPage()
        : await personAt(on.browser, on.server.url, { persona });
    computers.set(persona, page.context());
  }
  return page;
}

function named<Of>(states: readonly PageState<Of>[]): (readonly [string, PageState<Of>])[] {
  return states.map((state) => [state.name, state]);
}

/** Brings a page into a state, pictures it, and looks for what somebody could not use. */
async function mustBeForAll<Of>(state: PageState<Of>, of: Of): Promise<void> {
  const { name, shows, refused } = state;
  await open(state.persona);
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

describe('every page, whoever reads it and on whatever', () => {
  it.each(named([...PAGE_STATES, ...HEARING_STATES]))('%s', (_, state) => mustBeForAll(state, places));
});

describe('a page that cannot have what it is about', () => {
  const cases = ASKING_PAGES.flatMap((asking) =>
    (Object.keys(TROUBLES) as Trouble[]).map((trouble) => [asking.name, trouble, asking] as const),
  );

  it.each(cases)('%s: %s', async (name, trouble, { persona, path }) => {
    await open(persona);
    await page.route('**/graphql', (route) => answer(route, trouble));
    await page.goto(path);
    await page.getByText(TROUBLES[trouble]).first().waitFor();
    // All pages draw their troubles alike: the first of them is looked at in each, the others in waiting and in failure.
    const isLookedAt = trouble === 'loading' || trouble === 'failed' || name === ASKING_PAGES[0]?.name;
    if (isLookedAt) expect(await faultsOf(page)).toEqual([]);
    if (trouble !== 'loading') await page.getByRole('heading', { level: 1, name: TROUBLES[trouble] }).waitFor();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  it('that has it already keeps it while there is no connection, and says so', async () => {
    await open('sekretariat');
    await page.goto(`/aftaler/${places.deciding}/godkendelse`);
    const board = page.getByRole('table', { name: /^Parternes beslutninger/ });
    await board.waitFor();
    await page.context().setOffline(true);
    await page.getByText(/^Der er ingen forbindelse\./).waitFor();
    expect(await board.getByRole('row').count()).toBe(19);
    expect(await faultsOf(page)).toEqual([]);
    await page.context().setOffline(false);
    await page.getByText(/^Der er ingen forbindelse\./).waitFor({ state: 'detached' });
  });

  it('offers nobody to sign in as where there is no demo', async () => {
    await open(undefined);
    await page.route('**/auth/demo', (route) => route.fulfill({ status: 404, json: {} }));
    await page.goto('/log-ind');
    await page.getByRole('button', { name: 'Send mig et link' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['Få et link i en mail']);
    expect(await faultsOf(page)).toEqual([]);
  });
});

/** Lets who is signed in be known, and answers everything else with a trouble. */
async function answer(route: Route, trouble: Trouble): Promise<void> {
  const { operationName } = route.request().postDataJSON() as { operationName?: string };
  if (operationName === 'Viewer') return route.continue();
  switch (trouble) {
    case 'loading':
      return; // never answered
    case 'offline':
      return route.abort('internetdisconnected');
    default:
      return route.fulfill({ json: { data: null, errors: [{ message: 'x', extensions: { code: CODES[trouble] } }] } });
  }
}

const CODES = {
  failed: 'INTERNAL_SERVER_ERROR',
  signedOut: 'UNAUTHENTICATED',
  notFound: 'NOT_FOUND',
  forbidden: 'FORBIDDEN',
} as const;

describe('a page when somebody has done something', () => {
  it.each(named(CHANGED_STATES))('%s', (_, state) => mustBeForAll(state, places));
});

describe('a hearing whose deadline has passed', () => {
  let hearing: OwnHearing;

  beforeAll(async () => {
    hearing = await openOwnHearing(on.server.url, { agreement: places.hearing, version: places.heardVersion });
    passDeadline(on.server.dataDir, hearing.round);
  });

  it.each(named(LATE_STATES))('%s', (_, state) => mustBeForAll(state, hearing));
});

describe('on paper', () => {
  it('a version is the text, with version, hash and address at its foot and nothing to press', async () => {
    await open('politiker-region');
    await page.goto(`/versioner/${places.version}`);
    await page.getByRole('heading', { name: 'Kontrollér teksten selv' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.locator('.e-print-footer').getByText(places.version).first().waitFor();
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
    await printed(page, 'version');
  });
});
