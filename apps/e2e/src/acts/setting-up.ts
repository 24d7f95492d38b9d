import type { Locator, Page } from 'playwright-core';
import { writeDay } from './days';

/** What an agreement is made of before anybody writes in it. */
export interface NewAgreement {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly deadline: string;
  readonly writingUntil: string;
  /** The chain it is put on, as `Midtjylland 2017, version 1`; the first that is offered unless said otherwise. */
  readonly chain?: string;
}

/** Makes an empty agreement from the list of agreements; ends on its set-up. @returns its id. */
export async function createAgreement(page: Page, agreement: NewAgreement): Promise<string> {
  await page.getByRole('link', { name: 'Aftaler' }).click();
  await page.getByRole('link', { name: 'Opret ny aftale' }).click();
  await page.getByLabel('Aftalens navn').fill(agreement.title);
  await writeDay(page, /^Gælder fra/, agreement.from);
  await writeDay(page, /^Gælder til og med/, agreement.to);
  await writeDay(page, /^Frist for alle parters beslutning/, agreement.deadline);
  await writeDay(page, /^Der skrives til og med/, agreement.writingUntil);
  if (agreement.chain !== undefined) {
    await page.getByLabel('Forløb', { exact: true }).selectOption({ label: agreement.chain });
  }
  await page.getByRole('button', { name: 'Opret aftalen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Opsætning' }).waitFor();
  return idIn(page.url(), 'aftaler');
}

/** One part of the agreement on the set-up page. */
export function partOf(page: Page, name: 'Udviklingsstrategi' | 'Styringsaftale'): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** Adds a focus area to a part, with its first coordinator. */
export async function addFocusArea(part: Locator, title: string, coordinator: string): Promise<void> {
  await addSection(part, async () => {
    await part.getByRole('radio', { name: /^Et fokusområde/ }).check();
    await part.getByLabel('Titel').fill(title);
    await part.getByLabel('Tovholder', { exact: true }).selectOption({ label: coordinator });
  });
  await part.getByRole('heading', { level: 3, name: title }).waitFor();
}

/** Adds a chapter to a part; in a steering agreement with the statutory content it covers. */
export async function addChapter(part: Locator, title: string, covers?: string): Promise<void> {
  await addSection(part, async () => {
    await part.getByRole('radio', { name: /^Et kapitel/ }).check();
    await part.getByLabel('Titel').fill(title);
    if (covers !== undefined) await part.getByLabel('Hvilket lovkrav dækker kapitlet?').selectOption({ label: covers });
  });
  await part.getByRole('heading', { level: 3, name: title }).waitFor();
}

async function addSection(part: Locator, fillIn: () => Promise<void>): Promise<void> {
  const add = part.getByRole('button', { name: 'Tilføj afsnittet' });
  if (!(await add.isVisible())) await part.getByText('Tilføj et afsnit', { exact: true }).click();
  await fillIn();
  await add.click();
}

/** Lets one more party look after a section. */
export async function addCoordinator(part: Locator, title: string, coordinator: string): Promise<void> {
  const row = part.getByRole('listitem').filter({ has: part.page().getByRole('heading', { level: 3, name: title }) });
  await row.getByText(/^Tovholdere: /).click();
  await row.getByRole('checkbox', { name: coordinator }).check();
  await row.getByRole('button', { name: 'Gem tovholdere' }).click();
  await row.getByText(new RegExp(`^Tovholdere: .*${coordinator}`)).waitFor();
}

/** The id that follows a word in an address: `/aftaler/<id>/…`. */
export function idIn(address: string, after: string): string {
  const id = new RegExp(`/${after}/([^/?#]+)`).exec(new URL(address).pathname)?.[1];
  if (id === undefined) throw new Error(`There is no id after /${after}/ in ${address}`);
  return id;
}
