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

/** What text is drawn with from the start, in px, as a browser has it before anybody asks for more. */
const TEXT = { standard: 16, fixed: 13 };

/** What is wrong with a page, on a desk, at 320 px, in forced colours and with text twice as large; nothing when all is well. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.setViewportSize(DESK);
  const onDesk = [...(await axeFindings(page)), ...(await undrawn(page))];
  await page.emulateMedia({ forcedColors: 'active' });
  const forced = await axeFindings(page);
  await page.emulateMedia({ forcedColors: 'none' });
  const large = await withLargeText(page, async () => [...(await axeFindings(page)), ...(await overflowing(page))]);
  await page.setViewportSize(NARROW);
  const narrow = [...(await axeFindings(page)), ...(await overflowing(page)), ...(await cutOff(page))];
  return [
    ...onDesk.map((fault) => `1280 px: ${fault}`),
    ...forced.map((fault) => `forced colours: ${fault}`),
    ...large.map((fault) => `200 % text: ${fault}`),
    ...narrow.map((fault) => `320 px: ${fault}`),
  ];
}

/** As in a browser where somebody has asked for text of twice the size, which is not the same as zooming. */
async function withLargeText(page: Page, look: () => Promise<string[]>): Promise<string[]> {
  const browser = await page.context().newCDPSession(page);
  const sizeOf = (): Promise<number> => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
  const before = await sizeOf();
  const { standard, fixed } = TEXT;
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 2 * standard, fixed: 2 * fixed } });
  const grown = (await sizeOf()) / before;
  const found = await look();
  await browser.send('Page.setFontSizes', { fontSizes: TEXT });
  await browser.detach();
  return grown < 1.9 ? [`text grows by ${grown} and not by 2`, ...found] : found;
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

/** Boxes to tick that nobody sees: what the pages are built on draws none by itself, and axe looks at names alone. */
async function undrawn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox], input[type=radio]')]
      .filter((box) => getComputedStyle(box).appearance === 'none')
      .map((box) => `is not drawn: ${box.getAttribute('aria-label') ?? box.labels?.[0]?.textContent ?? box.id}`),
  );
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

/** Pieces that are drawn as one comes to them and are wider than their place: what sticks out of them nobody can see. */
async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((each) => getComputedStyle(each).contentVisibility === 'auto' && each.scrollWidth > each.clientWidth + 1)
      .map((each) => `is cut off: ${each.className}: ${each.textContent?.slice(0, 40) ?? ''}`),
  );
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
