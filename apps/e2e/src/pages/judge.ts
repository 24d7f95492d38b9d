import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { axeFindings } from '../browser';

/** Where the pictures of all pages are put. */
const PICTURES = join(__dirname, '..', '..', 'screenshots');
const DESK = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 640 };
/** More stops than any page has. */
const MOST_STOPS = 600;

/** What is wrong with a page, on a desk, at 320 px and in forced colours; nothing when all is well. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.setViewportSize(DESK);
  const onDesk = await axeFindings(page);
  await page.emulateMedia({ forcedColors: 'active' });
  const forced = await axeFindings(page);
  await page.emulateMedia({ forcedColors: 'none' });
  await page.setViewportSize(NARROW);
  const narrow = [...(await axeFindings(page)), ...(await overflowing(page))];
  return [
    ...onDesk.map((fault) => `1280 px: ${fault}`),
    ...forced.map((fault) => `forced colours: ${fault}`),
    ...narrow.map((fault) => `320 px: ${fault}`),
  ];
}

/** Pictures a page as it is on a desk and on a narrow telephone. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  for (const size of [DESK, NARROW]) {
    await page.setViewportSize(size);
    await page.screenshot({ path: join(PICTURES, `${name}-${size.width}.png`), fullPage: true });
  }
}

/** Pictures a page as it is printed. */
export async function printed(page: Page, name: string): Promise<void> {
  await page.setViewportSize(DESK);
  await page.emulateMedia({ media: 'print' });
  await page.screenshot({ path: join(PICTURES, `${name}-print.png`), fullPage: true });
  await page.emulateMedia({ media: 'screen' });
}

/** Elements that make the page scroll sideways. */
async function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (each) => each.getBoundingClientRect().right > width + 1,
    );
    return [
      `scrolls sideways: ${wide
        .map((each) => `${each.tagName}.${each.className}`)
        .slice(-3)
        .join(', ')}`,
    ];
  });
}

/** Goes through the page with Tab. @returns how many stops it has. @throws Error where Tab stays or turns back. */
export async function tabThrough(page: Page): Promise<number> {
  await page.setViewportSize(DESK);
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('[data-stop]')) each.removeAttribute('data-stop');
    // From the top: the first stop of every page is the way past its head.
    document.querySelector<HTMLElement>('.e-skip')?.focus();
    document.activeElement?.setAttribute('data-stop', '0');
  });
  for (let stop = 1; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const came = await page.evaluate((number) => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return 'out';
      const before = focused.getAttribute('data-stop');
      if (before === null) focused.setAttribute('data-stop', String(number));
      return before === null ? 'on' : `${before} ${focused.tagName} ${focused.textContent?.slice(0, 40) ?? ''}`;
    }, stop);
    if (came === 'on') continue;
    if (came === 'out' || came.startsWith('0 ')) return stop;
    throw new Error(`After ${stop} stops Tab comes back to stop ${came}`);
  }
  throw new Error(`Tab does not come to an end in ${MOST_STOPS} stops`);
}
