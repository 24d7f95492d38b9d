import type { Browser, Page } from 'playwright-core';

/** A page and whose it is. */
export interface AtPage {
  readonly persona: string;
  /** At a desk (1280 × 900) unless said otherwise. */
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A demo person at a computer of their own: signed in, with nothing opened yet. The caller closes the context. */
export async function personAt(browser: Browser, url: string, { persona, viewport }: AtPage): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    viewport: viewport ?? { width: 1280, height: 900 },
  });
  const signedIn = await context.request.post('/auth/demo', { data: { persona } });
  if (!signedIn.ok()) throw new Error(`${persona} could not sign in: ${signedIn.status()} ${await signedIn.text()}`);
  return context.newPage();
}
