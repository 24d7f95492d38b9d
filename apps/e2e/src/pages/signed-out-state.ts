import type { PageState } from './states';

/** A form whose person is signed out elsewhere while it is filled in: of one who is met in no later state. */
export const SIGNED_OUT: PageState = {
  name: 'registrer-logget-ud',
  persona: 'raadssekretaer-holbaek',
  path: (of) => `/aftaler/${of.deciding}/godkendelse/${encodeURIComponent(of.missing)}`,
  shows: 'Log ind igen i en ny fane',
  act: async (page) => {
    await page.getByLabel('Ordlyd').fill('Rådet tiltræder aftalen.');
    await page.evaluate(() => fetch('/auth/sign-out', { method: 'POST' }).then(({ ok }) => ok));
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  },
};
