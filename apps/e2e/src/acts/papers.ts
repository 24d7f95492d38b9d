import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';

/** A PDF as a council makes one: printed from a page that says something. */
export async function printedPdf(browser: Browser, words: string): Promise<Buffer> {
  const page = await browser.newPage();
  await page.setContent(`<title>Svar</title><p>${words}</p>`);
  const bytes = await page.pdf({ format: 'A4' });
  await page.close();
  return bytes;
}

/** A paper that was fetched. */
export interface Paper {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Has a paper made by a worker, follows how far it is, and fetches it. */
export async function fetchPaper(page: Page, as: 'PDF' | 'Word'): Promise<Paper> {
  await page.getByRole('button', { name: `Hent som ${as}` }).click();
  const made = page.getByRole('link', { name: as === 'PDF' ? /^Hent .+\.pdf$/ : /^Hent .+\.docx$/ });
  await page.getByRole('progressbar').or(made).first().waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), made.click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}
