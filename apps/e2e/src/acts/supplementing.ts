import type { Page } from 'playwright-core';
import { writeDay } from './days';
import { idIn } from './setting-up';

/** An addendum as the secretariat begins it. */
export interface NewAddendum {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly deadline: string;
  /** The titles of the sections of the agreement that are changed. */
  readonly changes: readonly string[];
}

/** Begins an addendum on a concluded agreement; ends on the addendum. @returns its id. */
export async function createAddendum(page: Page, agreement: string, addendum: NewAddendum): Promise<string> {
  await page.goto(`/aftaler/${agreement}`);
  await page.getByRole('link', { name: 'Ny allonge eller forlængelse' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ny allonge eller forlængelse' }).waitFor();
  await page.getByLabel('Navn').fill(addendum.title);
  await writeDay(page, /^Gælder fra/, addendum.from);
  await writeDay(page, /^Gælder til og med/, addendum.to);
  await writeDay(page, /^Frist for at beslutte/, addendum.deadline);
  for (const title of addendum.changes)
    await page.getByRole('combobox', { name: title }).selectOption({ label: 'ændres' });
  await page.getByRole('button', { name: 'Opret', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: addendum.title }).waitFor();
  return idIn(page.url(), 'aftaler');
}
