import type { BrowserContext, Page } from 'playwright-core';
import { linkIn } from '../acts/post';
import { KeyboardOnly } from '../keyboard';
import { openOwnHearing } from '../pages/own-hearing';
import { demoPlaces, type Places } from '../pages/places';
import { personAt } from '../people';
import { stage } from '../stage';

/* What is heard can be read, printed and fetched where no script runs: as in a reader's own browser, or an old one. */

const on = stage();
let places: Places;
let context: BrowserContext;
let page: Page;
let keys: KeyboardOnly;

beforeAll(async () => {
  places = await demoPlaces(on.server.url);
  const chair = await personAt(on.browser, on.server.url, { persona: 'handicapraad-formand-holbaek' });
  context = await on.browser.newContext({
    ...{ baseURL: on.server.url, locale: 'da-DK', javaScriptEnabled: false },
    storageState: await chair.context().storageState(),
  });
  await chair.context().close();
});

beforeEach(async () => {
  page = await context.newPage();
  keys = await KeyboardOnly.of(page);
});

afterEach(() => page.close());
afterAll(() => context.close());

/** The first heading of the page one has come to. */
const heading = (): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();

/** Goes to a link with Tab, as somebody does who has no mouse, and presses Enter. */
async function follow(name: string | RegExp): Promise<void> {
  const before = page.url();
  await keys.act('link', name);
  await page.waitForURL((url) => url.href !== before);
}

describe('a hearing without JavaScript', () => {
  it('is read from its contents to its last section by Next, and says where one is', async () => {
    await page.goto(`/laes/${places.collecting}`);
    const sections = await page.locator('ul.contents > li > a:first-child').allInnerTexts();
    expect(sections.length).toBeGreaterThan(10);
    await follow(sections[0] ?? '');
    const read = [await heading()];
    while ((await page.getByRole('link', { name: /^Næste: / }).count()) > 0) {
      await follow(/^Næste: /);
      read.push(await heading());
      expect(await page.locator('.state').innerText()).toMatch(/^Høring over version \d+ · Frist: /);
    }
    expect(read).toEqual(sections);
    await follow(/^Forrige: /);
    expect(await heading()).toBe(sections.at(-2));
    await follow('Hele materialet');
    expect(page.url()).toBe(`${on.server.url}/laes/${places.collecting}`);
  });

  it('shows both texts, or the one that is asked for, and keeps to it from section to section', async () => {
    await page.goto(`/laes/${places.collecting}/${places.heardArea}`);
    const texts = async (): Promise<string[]> => page.locator('main section > h2').allInnerTexts();
    expect(await texts()).toEqual(['Fuld tekst', 'Letlæst udgave', 'Hent eller udskriv']);
    await follow('Kun den letlæste');
    expect(await texts()).toEqual(['Letlæst udgave', 'Hent eller udskriv']);
    await follow(/^Næste: /);
    expect(await texts()).toEqual(['Letlæst udgave', 'Hent eller udskriv']);
  });

  it('explains a word where it stands, by keyboard', async () => {
    await page.goto(`/laes/${places.collecting}/${places.heardArea}`);
    const word = page.locator('button.word').first();
    const meaning = page.locator(`#${await word.getAttribute('popovertarget')}`);
    expect(await meaning.isVisible()).toBe(false);
    await keys.act('button', await word.innerText());
    expect(await meaning.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await meaning.isVisible()).toBe(false);
  });

  it('is fetched as PDF and as Word', async () => {
    for (const [ending, first] of [
      ['pdf', '%PDF-'],
      ['docx', 'PK'],
    ] as const) {
      const answer = await page.request.get(`/laes/${places.collecting}/samlet.${ending}`);
      expect(answer.status()).toBe(200);
      expect((await answer.body()).subarray(0, first.length).toString('latin1')).toBe(first);
    }
  });

  it('is printed with room to write in and without what only works on a screen', async () => {
    await page.goto(`/laes/${places.collecting}/samlet`);
    await page.emulateMedia({ media: 'print' });
    const shown = (what: string): Promise<number> => page.locator(what).filter({ visible: true }).count();
    expect(await shown('.write')).toBeGreaterThan(0);
    expect(await shown('nav a, .files a')).toBe(0);
    // What a press explains on a screen stands in brackets on paper.
    expect(await shown('.means')).toBeGreaterThan(0);
  });
});

describe('a link in a mail without JavaScript', () => {
  it('leads from what opens a hearing to what is heard', async () => {
    await openOwnHearing(on.server.url, { agreement: places.hearing, version: places.heardVersion });
    const stranger = await on.browser.newContext({ baseURL: on.server.url, locale: 'da-DK', javaScriptEnabled: false });
    const reader = await KeyboardOnly.of(await stranger.newPage());
    const opened = { to: 'Bodil Hjortshøj', subject: /^Handicaprådet i Holbæk Kommune høres om »/ };
    await reader.page.goto(new URL(await linkIn(reader.page, opened)).pathname);
    await reader.act('button', /^Log ind som /);
    await reader.page.waitForURL(/\/laes\//);
    const first = reader.page.locator('ul.contents > li > a:first-child').first();
    await reader.act('link', await first.innerText());
    await reader.page.getByRole('heading', { level: 2, name: 'Fuld tekst' }).waitFor();
    expect((await reader.page.getByRole('main').innerText()).length).toBeGreaterThan(1_000);
    await stranger.close();
  });

  it('lets in by one button, and says afterwards that it is used', async () => {
    const stranger = await on.browser.newContext({ baseURL: on.server.url, locale: 'da-DK', javaScriptEnabled: false });
    const mailed = await stranger.newPage();
    await mailed.goto('/post');
    const mail = mailed.getByRole('link', { name: /^Sådan blev jeres svar på/ });
    await mail.first().click();
    const link = (await mailed.locator('a[href*="/log-ind/link/"]').first().getAttribute('href')) ?? '';
    await mailed.goto(new URL(link).pathname);
    const button = mailed.getByRole('button', { name: /^Log ind som / });
    await button.focus();
    await mailed.keyboard.press('Enter');
    await mailed.waitForURL(/\/brugt\//);
    await stranger.clearCookies();
    await mailed.goto(new URL(link).pathname);
    expect(await mailed.getByRole('heading', { level: 1 }).innerText()).toBe('Linket kan ikke bruges mere');
    await mailed.getByRole('button', { name: 'Send mig et nyt' }).focus();
    await mailed.keyboard.press('Enter');
    await mailed.waitForURL(/\/log-ind\/sendt$/);
    await stranger.close();
  });
});
