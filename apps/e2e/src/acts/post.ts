import type { Page } from 'playwright-core';

/** Longest wait in ms for a letter: a worker writes it, and other letters may come before it. */
const WRITTEN_WITHIN = 60_000;

/** A mail among those of the demo: whom it is for, and what its subject says. */
export interface Mail {
  readonly to: string;
  readonly subject: string | RegExp;
}

/**
 * Finds a mail on the page of the demo's mails, looking again until it has been written.
 *
 * @returns the personal link in it.
 */
export async function linkIn(page: Page, { to, subject }: Mail): Promise<string> {
  const until = Date.now() + WRITTEN_WITHIN;
  const found = page.getByRole('listitem').filter({ hasText: to }).getByRole('link', { name: subject }).first();
  do {
    if (Date.now() > until) throw new Error(`There is no mail to ${to} that says ${String(subject)}`);
    await page.goto('/post');
  } while ((await found.count()) === 0);
  const mail = await found.getAttribute('href');
  await page.goto(mail ?? '');
  const link = await page.getByRole('link', { name: /\/log-ind\/link\// }).getAttribute('href');
  if (link === null) throw new Error(`The mail to ${to} has no link`);
  return link;
}

/** What is enclosed in the mail that is open: its name and its bytes. */
export async function enclosedIn(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const link = page.getByRole('link', { name: /\.pdf$/ });
  const name = await link.innerText();
  const file = await page.request.get((await link.getAttribute('href')) ?? '');
  return { name, bytes: await file.body() };
}

/** Presses the button of a personal link, and is where it leads. */
export async function comeIn(page: Page, link: string, heading: string | RegExp): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: /^Log ind som / }).click();
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

/** Looks at a link as a mail scanner does: it follows every link there is, and presses no button. */
export async function scanMail(link: string): Promise<void> {
  for (const method of ['HEAD', 'GET', 'GET']) {
    const { status } = await fetch(link, { method, redirect: 'manual' });
    if (status !== 200) throw new Error(`${method} of a link answers ${status}`);
  }
}
