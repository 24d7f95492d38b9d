import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Where what assistive technology is told of the main pages is kept. */
const KEPT = join(__dirname, '..', 'stories', 'trees');

/** `UPDATE_TREES=1` keeps the pages as they are now; what has changed is then seen in the files. */
const isKeeping = process.env['UPDATE_TREES'] === '1';

/**
 * The accessibility tree of a page beside the one that is kept: what is a day, a reference or an address of its own is
 * written as its kind, so that the two are alike on another day and in another database.
 *
 * @throws Error where none is kept.
 */
export async function tree(page: Page, name: string): Promise<{ readonly now: string; readonly kept: string }> {
  const now = stable(await settled(page));
  const path = join(KEPT, `${name}.yml`);
  if (isKeeping) {
    mkdirSync(KEPT, { recursive: true });
    writeFileSync(path, now);
  } else if (!existsSync(path)) {
    throw new Error(`There is no tree of ${name}: make it with UPDATE_TREES=1`);
  }
  return { now, kept: readFileSync(path, 'utf8') };
}

/** Between two looks at a page, in ms. */
const BETWEEN = 400;

/** What comes from several questions to the server has all come when two looks see the same, and nothing waits. */
async function settled(page: Page): Promise<string> {
  let before = '';
  for (;;) {
    const seen = await page.getByRole('main').ariaSnapshot();
    if (seen === before && !seen.includes('Henter')) return seen;
    before = seen;
    await page.waitForTimeout(BETWEEN);
  }
}

const WEEKDAY = '(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)';
const MONTH = '(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)';

/** What is another thing each time, and what is written for it; in this order. */
const CHANGING: readonly (readonly [RegExp, string])[] = [
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>'],
  [/\b[0-9a-f]{64}\b/g, '<sha256>'],
  [/\bnr\. \d+, <sha256>/g, 'nr. <n>, <sha256>'],
  [/\b[0-9a-f]{4}…[0-9a-f]{2,4}\b/g, '<hash>'],
  [/\bH\d+-[A-ZÆØÅ]+-[0-9A-Z]{4}\b/g, '<reference>'],
  [/http:\/\/localhost:\d+/g, '<address>'],
  [new RegExp(`${WEEKDAY} den \\d{1,2}\\. ?${MONTH} \\d{4}`, 'g'), '<day>'],
  [new RegExp(`\\d{1,2}\\.[\\s\\u00a0]${MONTH}[\\s\\u00a0]\\d{4}`, 'g'), '<day>'],
  [/kl\.[\s\u00a0]\d{1,2}\.\d{2}/g, 'kl. <time>'],
  [/\b\d{2}\.\d{2}\.\d{4}\b/g, '<day>'],
  [/\b\d{4}-\d{2}-\d{2}\b/g, '<day>'],
  // An example of a day, as it is typed.
  [/\b15 10 \d{4}\b/g, '<day>'],
  [/(textbox "(?:Dag|Måned|År)": )"\d+"/g, '$1<number>'],
  // A month and an hour of summer time make days one more or less.
  [/\b\d+ dage\b/g, '<days>'],
];

function stable(snapshot: string): string {
  return `${CHANGING.reduce((text, [what, kind]) => text.replaceAll(what, kind), snapshot)}\n`;
}
