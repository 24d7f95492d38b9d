import type { Browser } from 'playwright-core';
import { openBrowser } from './browser';
import { startServer, type Server } from './server';

/** What a story is played on: the product and a browser, both there from its first test to its last. */
export interface Stage {
  readonly server: Server;
  readonly browser: Browser;
}

/** Sets the stage for one file of tests, and clears it afterwards also when setting it failed half-way. */
export function stage(settings: Readonly<Record<string, string>> = {}): Stage {
  let server: Server | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    server = await startServer(settings);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  return {
    get server() {
      return there(server);
    },
    get browser() {
      return there(browser);
    },
  };
}

function there<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new Error('The stage is set by beforeAll: use it inside a test');
  return part;
}
