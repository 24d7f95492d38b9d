import { printed } from '../pages/judge';
import { demoPlaces, type Places } from '../pages/places';
import { PAGE_STATES } from '../pages/states';
import { named, visits } from '../pages/visits';
import { stage } from '../stage';

/* Every page in every state: for everybody, on every screen, and pictured. */

const on = stage();
const { open, mustBeForAll } = visits(on);
let places: Places;

beforeAll(async () => {
  places = await demoPlaces(on.server.url);
});

describe('every page, whoever reads it and on whatever', () => {
  it.each(named(PAGE_STATES))('%s', (_, state) => mustBeForAll(state, places));
});

describe('on paper', () => {
  it('a version is the text, with version, hash and address at its foot and nothing to press', async () => {
    const page = await open('politiker-region');
    await page.goto(`/versioner/${places.version}`);
    await page.getByRole('heading', { name: 'Kontrollér teksten selv' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.locator('.e-print-footer').getByText(places.version).first().waitFor();
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
    await printed(page, 'version');
  });
});
