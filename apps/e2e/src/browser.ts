import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';

/** Nothing but the page itself goes over the network, and the sandbox does not work as root. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens a browser that speaks Danish; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: executable(), args: FLAGS });
}

function executable(): string {
  const path = process.env['CHROMIUM_PATH'];
  if (path === undefined) throw new Error('CHROMIUM_PATH is set by the global setup of the stories');
  return path;
}

/** A browser and the way to kill it: as by a power cut, nothing in it is told. */
export interface MortalBrowser {
  readonly browser: Browser;
  kill(): Promise<void>;
}

/** Opens a browser that can be killed. */
export async function openMortalBrowser(): Promise<MortalBrowser> {
  const server = await chromium.launchServer({ executablePath: executable(), args: FLAGS, host: '127.0.0.1' });
  return { browser: await chromium.connect(server.wsEndpoint()), kill: () => server.kill() };
}

/** What axe finds on the page as it stands, one line each: rule, element, why. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Brought to a page once: it is large, and a page is looked at in four modes.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // What follows a page's size does so with the next frame, and what is drawn for it with the one after that.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn))));
    // What is well need not be told.
    const { violations } = await (globalThis as unknown as WithAxe).axe.run({ resultTypes: ['violations'] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}: ${help}`),
    );
  });
}

type WithAxe = { readonly axe: typeof axe };

/** The pages a browser has been at, each time it came to another. */
export function pagesSeen(page: Page): string[] {
  const seen: string[] = [];
  page.on('framenavigated', (frame) => {
    const { pathname } = new URL(frame.url());
    if (frame === page.mainFrame() && seen.at(-1) !== pathname) seen.push(pathname);
  });
  return seen;
}

/** Collects what goes wrong in a page without anybody seeing it: thrown errors and lines on the console. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text());
  });
  return complaints;
}
