/** @jest-environment node */
import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { Gallery } from '../testing/gallery';

jest.setTimeout(60_000);

let gallery: Gallery;

beforeAll(async () => {
  gallery = await Gallery.start();
}, 180_000);

afterAll(() => gallery.stop());

const changes = (page: Page) => page.getByTestId('changes').textContent();

/** Enters a text with the keyboard and waits for its editor. */
async function enter(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name }).focus();
  await page.locator('.e-editor-text:focus').waitFor();
}

/** What axe finds on the page, one line for each rule. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

const MODES: readonly (readonly [string, BrowserContextOptions, readonly string[]])[] = [
  ['desktop', {}, ['parts', 'focus']],
  ['320 px', { viewport: { width: 320, height: 800 } }, ['parts', 'focus', 'read', 'response']],
  ['forced colours', { forcedColors: 'active' }, ['parts', 'focus']],
];

describe.each(MODES)('the parts at %s', (_, mode, pages) => {
  it.each(pages)('have no known barrier on the page %s and fit it', async (name) => {
    const { page, complaints } = await gallery.open(name, mode);
    if (name === 'focus') await enter(page, 'Mål 1: beskrivelse');
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('writing with the keyboard', () => {
  let page: Page;
  beforeEach(async () => {
    ({ page } = await gallery.open('focus'));
  });
  afterEach(() => page.context().close());

  it('entering a text changes nothing', async () => {
    await enter(page, 'Mål 1: beskrivelse');
    await enter(page, 'Mål 2: beskrivelse');
    expect(await changes(page)).toBe('0');
  });

  it.each([
    ['a list', 'aftale, hvem der opretter dem'],
    ['a table', 'Autisme, voksne'],
  ])('Tab in %s leaves the text and changes nothing, in both directions', async (_, words) => {
    await enter(page, 'Mål 1: beskrivelse');
    await page.locator('.e-editor-text').getByText(words).click();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.e-editor-text'))).toBeNull();
    await page.locator('.e-editor-text').getByText(words).click();
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.e-editor-text'))).toBeNull();
    expect(await changes(page)).toBe('0');
  });

  it('indents with its own keys', async () => {
    await enter(page, 'Mål 1: beskrivelse');
    await page.locator('.e-editor-text').getByText('aftale, hvem der opretter dem').click();
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await page.locator('.e-editor-text li li').getByText('aftale, hvem').waitFor();
    await page.keyboard.press('Control+[');
    await page.locator('.e-editor-text li li').waitFor({ state: 'detached' });
  });

  it('takes a list from Word as a list, and lets nothing pasted run or fetch', async () => {
    // Without the page's own policy, which would stop it too: the pasted HTML itself must be read where nothing happens.
    const { page: open } = await gallery.open('focus', { bypassCSP: true });
    const asked: string[] = [];
    open.on('request', (request) => asked.push(request.url()));
    await enter(open, 'Mål 2: beskrivelse');
    const line = (words: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp; </span>${words}</p>`;
    const trap =
      '<img src="/pasted.png" onerror="globalThis.pasted = true"><svg onload="globalThis.pasted = true"></svg>';
    for (const html of [`${line('Borgere')}${line('Pårørende')}${trap}`, `<p>Andet</p>${trap}`]) {
      await open.locator('.e-editor-text:focus').evaluate((text, pasted) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', pasted);
        text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, html);
    }
    await open.locator('.e-editor-text:focus').getByText('Andet').waitFor();
    expect(await open.locator('.e-editor-text:focus ul > li').allTextContents()).toEqual(['Borgere', 'PårørendeAndet']);
    // An answered request is the last word: what the paste had asked for would have been asked before it.
    await open.evaluate(() => fetch('/after').then(({ status }) => status));
    expect(asked.filter((url) => url.includes('pasted'))).toEqual([]);
    expect(await open.evaluate(() => 'pasted' in globalThis)).toBe(false);
    await open.context().close();
  });

  it('a co-author’s name is seen at the caret and is no part of the text', async () => {
    await enter(page, 'Mål 1: beskrivelse');
    const text = page.locator('.e-editor-text');
    await page.locator('.e-caret').waitFor();
    expect(await text.textContent()).toContain('Borgere med autisme');
    expect(await text.textContent()).not.toContain('Bo Medforfatter');
    expect(await text.ariaSnapshot()).toContain('Borgere med autisme');
    expect(await text.ariaSnapshot()).not.toContain('Bo Medforfatter');
    const drawn = await page.locator('.e-caret').evaluate((caret) => getComputedStyle(caret, '::after').content);
    expect(drawn).toContain('Bo Medforfatter');
  });

  it('has a name, and says that it has several lines', async () => {
    await enter(page, 'Mål 1: beskrivelse');
    const text = page.locator('.e-editor-text');
    expect(await text.getAttribute('aria-label')).toBe('Mål 1: beskrivelse');
    expect(await text.getAttribute('aria-multiline')).toBe('true');
  });

  it('reaches the tools with Alt+F10, goes among them with arrows, and back with Escape', async () => {
    await enter(page, 'Mål 2: beskrivelse');
    await page.keyboard.type('Ord');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Alt+F10');
    await page.keyboard.press('ArrowRight');
    const bold = page.getByRole('button', { name: 'Fed' });
    expect(await bold.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await bold.getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Escape');
    await page.locator('.e-editor-text:focus').getByText('Ord').waitFor();
    expect(await page.locator('.e-editor-text:focus strong').textContent()).toBe('Ord');
    expect(await page.locator('.e-toolbar [tabindex="0"]').count()).toBe(1);
  });

  it('sets a link from a small form, and goes back to the text', async () => {
    await enter(page, 'Mål 2: beskrivelse');
    await page.keyboard.press('Control+K');
    await page.keyboard.type('www.holbaek.dk');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Holbæk');
    await page.keyboard.press('Enter');
    const link = page.locator('.e-editor-text:focus a');
    await link.waitFor();
    expect([await link.getAttribute('href'), await link.textContent()]).toEqual(['https://www.holbaek.dk', 'Holbæk']);
  });

  it('puts in a reference to another section', async () => {
    await enter(page, 'Mål 2: beskrivelse');
    await page.keyboard.press('Alt+F10');
    await page.getByRole('button', { name: 'Henvisning', exact: true }).press('Enter');
    await page
      .getByRole('combobox', { name: 'Henvis til' })
      .selectOption({ label: '3 Borgere med psykiske vanskeligheder' });
    await page.getByRole('button', { name: 'Indsæt henvisning' }).press('Enter');
    await page.locator('.e-editor-text:focus').getByText('3 Borgere med psykiske vanskeligheder').waitFor();
  });
});

describe('the items of a focus area', () => {
  let page: Page;
  beforeEach(async () => {
    ({ page } = await gallery.open('focus'));
  });
  afterEach(() => page.context().close());

  const titles = () =>
    page
      .locator('.e-items')
      .first()
      .locator('.e-words-title textarea')
      .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id);
  const ONE = 'Kommunerne opretter særlige tilbud sammen, når ingen kan alene';
  const [TWO, THREE] = ['Priserne kan sammenlignes', 'Ventetiden er kendt af alle'];

  it('are moved by keyboard, and focus and voice follow', async () => {
    await page.getByRole('button', { name: 'Flyt Mål 3 op' }).press('Enter');
    await page.getByRole('button', { name: 'Flyt Mål 2 op' }).and(page.locator(':focus')).waitFor();
    expect(await titles()).toEqual([ONE, THREE, TWO]);
    expect(await page.getByTestId('announcer').textContent()).toBe(`${THREE} er nu nummer 2 af 3`);
  });

  it('are moved by dragging as by the buttons', async () => {
    const handle = await page.locator('.e-drag').first().boundingBox();
    const last = await page.locator('.e-item').nth(2).boundingBox();
    if (!handle || !last) throw new Error('There is nothing to drag');
    await page.mouse.move(handle.x + 8, handle.y + 8);
    await page.mouse.down();
    await page.mouse.move(handle.x + 8, last.y + last.height - 4, { steps: 4 });
    await page.mouse.up();
    expect(await titles()).toEqual([TWO, THREE, ONE]);
  });

  it('are removed and put back, and focus is never lost', async () => {
    await page.getByRole('button', { name: 'Fjern Mål 2' }).press('Enter');
    await page
      .getByRole('button', { name: `Fortryd: læg ${TWO} tilbage` })
      .and(page.locator(':focus'))
      .waitFor();
    expect(await titles()).toEqual([ONE, THREE]);
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Mål 2: titel' }).and(page.locator(':focus')).waitFor();
    expect(await titles()).toEqual([ONE, TWO, THREE]);
  });

  it('are added with focus in the new title', async () => {
    await page.getByRole('button', { name: 'Tilføj mål' }).press('Enter');
    await page.getByRole('textbox', { name: 'Mål 4: titel' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Nyt mål');
    expect(await titles()).toEqual([ONE, TWO, THREE, 'Nyt mål']);
    expect(await focused()).toContain('title');
  });

  it('keep a day only when it exists, and say what is wrong', async () => {
    const due = page.locator('.e-item').nth(1).getByRole('group', { name: 'Senest' });
    await due.getByLabel('Dag').fill('31');
    await due.getByLabel('Måned').fill('6');
    await due.getByLabel('År').fill('2026');
    expect(await changes(page)).toBe('0');
    await page.keyboard.press('Tab');
    await due.getByText('Der er ikke 31 dage i juni.').waitFor();
    await due.getByLabel('Dag').fill('30');
    expect(await changes(page)).toBe('1');
  });
});

describe('a council’s answer', () => {
  it('is written as plain lines, or with one press as no remarks', async () => {
    const { page } = await gallery.open('response');
    const first = page.getByRole('textbox', { name: 'Jeres svar til 1 Samarbejde med borgere og pårørende' });
    await first.fill('Rådet er enigt.\nMen mål 2 er uklart.');
    // Whoever has answered is not asked whether there is nothing to say.
    expect(await page.getByRole('checkbox', { name: 'Vi har ingen bemærkninger til denne del' }).count()).toBe(2);
    await page.getByRole('checkbox', { name: 'Vi har ingen bemærkninger til denne del' }).nth(0).press('Space');
    expect(
      await page.getByRole('checkbox', { name: 'Vi har ingen bemærkninger til denne del' }).nth(0).isChecked(),
    ).toBe(true);
    await page.getByRole('button', { name: /^Skriv med overskrifter og lister.*1 Samarbejde/ }).press('Enter');
    expect(await page.locator('.e-editor-waiting p').allTextContents()).toEqual([
      'Rådet er enigt.',
      'Men mål 2 er uklart.',
    ]);
    await page.context().close();
  });

  it('comments on a sentence chosen from a list, or on what is marked, and the comment stands with its words', async () => {
    const { page } = await gallery.open('response');
    await page.getByText('Vælg en sætning på listen', { exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Kommentér »Mindst tre fælles aftaler er indgået.«' }).press('Enter');
    const comment = page.getByRole('textbox', { name: 'Kommentar 1 til »Mindst tre fælles aftaler er indgået.«' });
    await comment.waitFor();
    expect(await comment.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('Hvorfor tre?');
    expect(await comment.inputValue()).toBe('Hvorfor tre?');
    await page.getByRole('heading', { name: /Ventetiden er kendt af alle/ }).evaluate((heading) => {
      const words = [...heading.childNodes].find((node) => node.textContent === 'Ventetiden er kendt af alle');
      if (words) document.getSelection()?.selectAllChildren(words.parentElement ?? heading);
      if (words) document.getSelection()?.setBaseAndExtent(words, 0, words, 10);
    });
    await page.getByRole('button', { name: 'Kommentér det markerede' }).click();
    await page.getByRole('textbox', { name: 'Kommentar 2 til »Ventetiden«' }).waitFor();
    await page.getByRole('button', { name: 'Fjern kommentar 2' }).press('Enter');
    await page.getByRole('button', { name: 'Fortryd' }).press('Enter');
    await page.getByRole('textbox', { name: 'Kommentar 2 til »Ventetiden«' }).waitFor();
    await page.context().close();
  });
});
