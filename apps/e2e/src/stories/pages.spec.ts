import type { BrowserContext, Page, Route } from 'playwright-core';
import { complaintsOf } from '../browser';
import { faultsOf, picture, printed, tabThrough } from '../pages/judge';
import { demoPlaces, type Places } from '../pages/places';
import { PAGE_STATES } from '../pages/states';
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

describe('every page, whoever reads it and on whatever', () => {
  it.each(PAGE_STATES.map((state) => [state.name, state] as const))('%s', async (name, state) => {
    await open(state.persona);
    const complaints = complaintsOf(page);
    await page.goto(state.path(places));
    await page.getByRole('heading', { level: 1 }).waitFor();
    await state.act?.(page);
    await page.getByText(state.shows).or(page.getByLabel(state.shows)).filter({ visible: true }).first().waitFor();
    await picture(page, name);
    expect(await faultsOf(page)).toEqual([]);
    expect(await tabThrough(page)).toBeGreaterThan(2);
    expect(complaints).toEqual([]);
  });
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

  it('the list of people to sign in as is empty where there is no demo', async () => {
    await open(undefined);
    await page.route('**/auth/demo', (route) => route.fulfill({ status: 404, json: {} }));
    await page.goto('/log-ind');
    await page.getByText(/^Demoen er ikke slået til her/).waitFor();
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
