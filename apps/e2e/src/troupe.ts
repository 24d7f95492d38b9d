import type { Page } from 'playwright-core';
import { dayFromNow } from './acts/days';
import { letDaysPass } from './later';
import { personAt } from './people';
import type { Stage } from './stage';

/** Longest wait in ms for something to be seen on a page, on a busy machine. */
const SEEN_WITHIN = 45_000;

/** Those who play in a story, each at a page of their own until it ends. */
export class Troupe {
  /** All pages, in the order they came in. */
  readonly pages: Page[] = [];
  /** Errors thrown in a page that nobody saw. */
  readonly complaints: string[] = [];

  /** How many days have passed since the story began. */
  private daysLater = 0;

  constructor(private readonly on: Stage) {}

  /** The day it is for them, or one so many days later. */
  day(later = 0): string {
    return dayFromNow(this.daysLater + later);
  }

  /** A demo person, signed in. */
  async person(persona: string): Promise<Page> {
    const { daysLater } = this;
    return this.enter(await personAt(this.on.browser, this.on.server.url, { persona, daysLater }));
  }

  /** Somebody who is not signed in. */
  async stranger(): Promise<Page> {
    return this.enter(await this.on.browser.newPage({ baseURL: this.on.server.url, locale: 'da-DK' }));
  }

  /** The same person in a browser in which no page can run anything. */
  async withoutScripts(page: Page): Promise<Page> {
    const context = await this.on.browser.newContext({
      baseURL: this.on.server.url,
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
    });
    return this.enter(await context.newPage());
  }

  /** The tab is closed without being asked, as by a crash, and another one opened in the same browser. */
  async instead(page: Page): Promise<Page> {
    const next = this.enter(await page.context().newPage());
    await page.close();
    return next;
  }

  /** All go home. */
  async leave(): Promise<void> {
    await Promise.all(this.pages.splice(0).map((page) => page.context().close()));
  }

  /** All go home and days pass: whoever signs in next does so that much later, on a server that believes the same. */
  async letDaysPass(days: number): Promise<void> {
    await this.leave();
    this.daysLater += days;
    await letDaysPass(this.on.server, this.daysLater);
  }

  private enter(page: Page): Page {
    this.pages.push(page);
    page.setDefaultTimeout(SEEN_WITHIN);
    page.on('pageerror', (error) => this.complaints.push(error.message));
    return page;
  }
}
