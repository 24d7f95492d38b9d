import type { Locator, Page } from 'playwright-core';

const COPENHAGEN = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Copenhagen' });
const DAY = 24 * 60 * 60 * 1000;

/** The day that many days from today in Copenhagen, as `2026-10-15`. */
export function dayFromNow(days: number): string {
  return COPENHAGEN.format(new Date(Date.now() + days * DAY));
}

/** Writes a day into the three fields of a date. */
export async function writeDay(place: Page | Locator, label: string | RegExp, day: string): Promise<void> {
  const date = place.getByRole('group', { name: label });
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  await date.getByLabel('Dag').fill(dayOfMonth);
  await date.getByLabel('Måned').fill(month);
  await date.getByLabel('År').fill(year);
}
