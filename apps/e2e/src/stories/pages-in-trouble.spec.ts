import type { Request, Route } from 'playwright-core';
import { faultsOf } from '../pages/judge';
import { demoPlaces } from '../pages/places';
import { ASKING_PAGES, TROUBLES, type Trouble } from '../pages/troubles';
import { visits } from '../pages/visits';
import { stage } from '../stage';

/* Every page while it waits, and when it cannot have what it is about. */

const on = stage();
const { open } = visits(on);

describe('a page that cannot have what it is about', () => {
  const cases = ASKING_PAGES.flatMap((asking) =>
    (Object.keys(TROUBLES) as Trouble[]).map((trouble) => [asking.name, trouble, asking] as const),
  );

  it.each(cases)('%s: %s', async (name, trouble, { persona, path, waiting }) => {
    const page = await open(persona);
    await page.route('**/graphql', (route) => answer(route, trouble));
    const asked = page.waitForRequest((request) => isOwnQuestion(request));
    await page.goto(path);
    // Before that it waits to know who is signed in, and says so as every page does.
    await asked;
    const said = trouble === 'loading' ? (waiting ?? TROUBLES.loading) : TROUBLES[trouble];
    await page.getByText(said).first().waitFor();
    // All pages draw their troubles alike: the first of them is looked at in each, the others in failure.
    const isLookedAt = trouble === 'failed' || name === ASKING_PAGES[0]?.name;
    if (isLookedAt) expect(await faultsOf(page)).toEqual([]);
    if (trouble !== 'loading') await page.getByRole('heading', { level: 1, name: TROUBLES[trouble] }).waitFor();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  it('that has it already keeps it while there is no connection, and says so', async () => {
    const { deciding } = await demoPlaces(on.server.url);
    const page = await open('sekretariat');
    await page.goto(`/aftaler/${deciding}/godkendelse`);
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
    const page = await open(undefined);
    await page.route('**/auth/demo', (route) => route.fulfill({ status: 404, json: {} }));
    await page.goto('/log-ind');
    await page.getByRole('button', { name: 'Send mig et link' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['Få et link i en mail']);
    expect(await faultsOf(page)).toEqual([]);
  });
});

/** Whether it is what the page is about that is asked for, and not who is signed in. */
function isOwnQuestion(request: Request): boolean {
  if (!request.url().endsWith('/graphql')) return false;
  const { operationName } = request.postDataJSON() as { operationName?: string };
  return operationName !== 'Viewer';
}

/** Lets who is signed in be known, and answers everything else with a trouble. */
async function answer(route: Route, trouble: Trouble): Promise<void> {
  if (!isOwnQuestion(route.request())) return route.continue();
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
