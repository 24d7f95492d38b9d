import type { Page } from 'playwright-core';
import { prepareAgreement } from '../acts/preparing';
import { holds, notSaved, saved, textOf } from '../acts/writing';
import { signIn, type Program } from '../program';
import { stage } from '../stage';
import { story } from '../steps';
import { Troupe } from '../troupe';

/* What is typed while there is no server outlives the page it was typed in, and is never sent for somebody else. */

const on = stage();
const troupe = new Troupe(on);
const step = story(() => troupe.pages);

let secretariat: Program;
let agreement: string;
let section: string;
/** Two of one party who write in the same text, each in a browser of their own. */
let mette: Page;
let bo: Page;

async function openSection(page: Page): Promise<void> {
  await page.goto(`/aftaler/${agreement}/afsnit/${section}`);
  await textOf(page, 'Fokusområdets titel').waitFor();
}

/** The databases this browser keeps for the product. */
async function kept(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
}

async function written(): Promise<string> {
  const { section: found } = await secretariat.ask<{ section: { text: { content: unknown } } }>(
    'query Text($id: ID!) { section(id: $id) { text { content } } }',
    { id: section },
  );
  return JSON.stringify(found.text.content);
}

const leftWords = (page: Page) => page.getByRole('region', { name: 'Ord, der ikke blev gemt' });

beforeAll(async () => {
  secretariat = await signIn(on.server.url, 'sekretariat');
  const areas = [{ title: 'Fælles indsats', coordinators: ['municipality:0265'] }];
  const prepared = await prepareAgreement(secretariat, { title: 'Aftale i et tog', areas });
  agreement = prepared.agreement;
  section = prepared.areas[0]?.section ?? '';
});

afterAll(() => troupe.leave());

describe('CO-10 words typed without a connection', () => {
  step('two open the same text', async () => {
    [mette, bo] = [await troupe.person('tovholder-roskilde'), await troupe.person('tovholder-2-roskilde')];
    await Promise.all([mette, bo].map(openSection));
    await textOf(mette, 'Fokusområdets titel').fill('Fælles indsats i regionen');
    await saved(mette);
    await holds(textOf(bo, 'Fokusområdets titel'), 'Fælles indsats i regionen');
  });

  step('the server dies; the page says since when nothing is saved, and that the browser keeps it', async () => {
    await on.server.kill();
    await textOf(mette, 'Fokusområdets titel').fill('Fælles indsats, skrevet i toget');
    await notSaved(mette);
    const kept = 'Dine ord ligger i denne browser og sendes, når der er forbindelse.';
    await mette.getByRole('main').getByText(kept).waitFor();
    const announcer = mette.getByTestId('announcer').filter({ hasText: 'Ikke gemt siden kl.' });
    await announcer.filter({ hasText: kept }).waitFor();
  });

  step('one who leaves is told what becomes of the words', async () => {
    await mette.getByRole('link', { name: 'Aftaler' }).click();
    const dialog = mette.getByRole('dialog', { name: 'Dine sidste ord er ikke sendt endnu' });
    await dialog.getByText('Dine ord ligger i denne browser og sendes, når der er forbindelse.').waitFor();
    await dialog.getByRole('button', { name: 'Fortryd' }).click();

    const asked = mette.waitForEvent('dialog');
    await mette.close({ runBeforeUnload: true });
    const question = await asked;
    expect(question.type()).toBe('beforeunload');
    await question.dismiss();
    await holds(textOf(mette, 'Fokusområdets titel'), 'Fælles indsats, skrevet i toget');
  });

  step('the tab is closed, the server comes back, and the words arrive when the text is opened again', async () => {
    mette = await troupe.instead(mette);
    await on.server.restart();
    await openSection(mette);
    await holds(textOf(mette, 'Fokusområdets titel'), 'Fælles indsats, skrevet i toget');
    // What was left is sent as soon as the author is here, perhaps before the text is open.
    await mette.locator('.e-save-state', { hasText: /Gemt kl\.|Alt er gemt/ }).waitFor();
    await holds(textOf(bo, 'Fokusområdets titel'), 'Fælles indsats, skrevet i toget');
    expect(await written()).toContain('Fælles indsats, skrevet i toget');
  });

  step('they arrive also when the author comes back to another page', async () => {
    await on.server.kill();
    await textOf(mette, 'Fokusområdets titel').fill('Fælles indsats fra perronen');
    await notSaved(mette);
    mette = await troupe.instead(mette);
    await on.server.restart();
    await mette.goto('/');
    await holds(textOf(bo, 'Fokusområdets titel'), 'Fælles indsats fra perronen');
  });

  step('they are refused when the phase was closed meanwhile, and their author keeps them', async () => {
    await openSection(mette);
    await on.server.kill();
    await textOf(mette, 'Fokusområdets titel').fill('Kom for sent til beslutningen');
    await notSaved(mette);
    mette = await troupe.instead(mette);
    await on.server.restart();
    const { freezeForDecision } = await secretariat.ask<{ freezeForDecision: { refused: unknown } }>(
      `mutation Freeze($input: AgreementInput!) { freezeForDecision(input: $input) { refused { message } } }`,
      { input: { agreement } },
    );
    expect(freezeForDecision.refused).toBeNull();

    await mette.goto('/');
    await leftWords(mette).getByText('Kom for sent til beslutningen').waitFor();
    await mette.reload();
    await leftWords(mette).getByText('Kom for sent til beslutningen').waitFor();
    await bo.getByText('Fælles indsats fra perronen').first().waitFor();
    expect(await written()).not.toContain('Kom for sent');
  });

  step('until they are removed', async () => {
    await leftWords(mette).getByRole('button', { name: 'Fjern ordene' }).click();
    await leftWords(mette).waitFor({ state: 'detached' });
    await mette.reload();
    await mette.getByRole('heading', { level: 1, name: 'Mine opgaver' }).waitFor();
    expect(await leftWords(mette).count()).toBe(0);
  });

  step('and nothing is left in the browser of one who signs out', async () => {
    expect(await kept(bo)).toHaveLength(1);
    await bo.getByRole('button', { name: 'Log ud' }).click();
    await bo.getByRole('heading', { level: 1, name: 'Log ind' }).waitFor();
    expect(await kept(bo)).toEqual([]);
    expect(troupe.complaints).toEqual([]);
  });
});
