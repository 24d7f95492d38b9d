import type { Browser, Page } from 'playwright-core';
import { believeLater } from './later';

/** A page and whose it is. */
export interface AtPage {
  readonly persona: string;
  /** At a desk (1280 × 900) unless said otherwise. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** How many days later their computer believes it is; none unless said otherwise. */
  readonly daysLater?: number;
}

/** A demo person at a computer of their own: signed in, with nothing opened yet. The caller closes the context. */
export async function personAt(browser: Browser, url: string, at: AtPage): Promise<Page> {
  const { persona, viewport, daysLater = 0 } = at;
  const context = await browser.newContext({
    baseURL: url,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    viewport: viewport ?? { width: 1280, height: 900 },
  });
  if (daysLater > 0) await believeLater(context, daysLater);
  const page = await context.newPage();
  await signInAt(page, persona);
  return page;
}

/** Signs a demo person in where somebody else may be signed in; what is opened from then on is theirs. */
export async function signInAt(page: Page, persona: string): Promise<void> {
  // A connection that was kept open may be closed by the server just as it is used again.
  const signedIn = await page.context().request.post('/auth/demo', { data: { persona }, maxRetries: 2 });
  if (!signedIn.ok()) throw new Error(`${persona} could not sign in: ${signedIn.status()} ${await signedIn.text()}`);
}
