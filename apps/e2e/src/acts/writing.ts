import type { Locator, Page } from 'playwright-core';

/** A field or a text of an item by its name, as "Mål 1: titel". */
export function textOf(page: Page | Locator, name: string | RegExp): Locator {
  return page.getByRole('textbox', { name });
}

/** Where the page says whether what is written is stored. */
function saveState(page: Page): Locator {
  return page.locator('.e-save-state');
}

/** Waits until the page says that everything written is stored. */
export async function saved(page: Page): Promise<void> {
  await saveState(page)
    .filter({ hasText: /Gemt kl\.\s\d\d\.\d\d/ })
    .waitFor();
}

/** Waits until the page says that something written is not stored. */
export async function notSaved(page: Page): Promise<void> {
  await saveState(page)
    .filter({ hasText: /Ikke gemt siden kl\.\s\d\d\.\d\d/ })
    .waitFor();
}

/** Writes at the end of a text with headings and lists, key by key as a person does. */
export async function writeProse(page: Page, name: string | RegExp, words: string): Promise<void> {
  const prose = textOf(page, name);
  await prose.click();
  // The shown text has given way to the editor.
  await page.locator('.e-editor-text:focus').waitFor();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
}

/** Writes something else in the place of a text with headings and lists. */
export async function rewriteProse(page: Page, name: string | RegExp, words: string): Promise<void> {
  const prose = textOf(page, name);
  await prose.click();
  await page.locator('.e-editor-text:focus').waitFor();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(words);
}

/** Begins the easy-read version of the focus area that is open, writes in it, and goes back to the text. */
export async function writeEasyRead(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Begynd den letlæste udgave' }).click();
  await writeProse(page, 'Letlæst udgave', words);
  await saved(page);
  await page.getByRole('button', { name: 'Tilbage til den fulde tekst' }).click();
  await textOf(page, 'Fokusområdets titel').waitFor();
}

/** Adds a goal, theme or action and gives it a title. */
export async function addItem(page: Page, kind: 'mål' | 'tematik' | 'handling', title: string): Promise<void> {
  await page.getByRole('button', { name: `Tilføj ${kind}` }).click();
  await page.keyboard.type(title);
}

/** The title of a goal, theme or action: of "Mål 1". */
export function titleOf(page: Page, item: string): Locator {
  return textOf(page, new RegExp(`^${item} ?: titel$`));
}

/** One goal, theme or action with all its fields: "Mål 1". */
export function itemOf(page: Page, item: string): Locator {
  return page.getByRole('listitem').filter({ has: titleOf(page, item) });
}

/** Puts something in the page that a reload would take away. */
export async function markPage(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute('data-never-reloaded', ''));
}

/** Whether the page has been there since it was marked. */
export async function isStillThatPage(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.hasAttribute('data-never-reloaded'));
}

/** Waits until a field holds just these words: what somebody else wrote has come. */
export async function holds(field: Locator, words: string): Promise<void> {
  await field.waitFor();
  await field
    .page()
    .waitForFunction(([element, wanted]) => element instanceof HTMLTextAreaElement && element.value === wanted, [
      await field.elementHandle(),
      words,
    ] as const);
}
