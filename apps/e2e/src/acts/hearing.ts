import type { Page } from 'playwright-core';
import { idIn } from './setting-up';
import { writeDay } from './days';
import { saved, textOf } from './writing';

/** Freezes the text and opens a hearing of one council, from the agreement's page. @returns the round's id. */
export async function openHearing(page: Page, council: string, lastDay: string): Promise<string> {
  await page.getByRole('button', { name: 'Frys og åbn høring' }).click();
  const dialog = page.getByRole('dialog', { name: 'Frys teksten og åbn en høring' });
  await writeDay(dialog, /^Sidste dag at svare/, lastDay);
  const councils = dialog.getByRole('group', { name: 'Hvem høres' });
  for (const box of await councils.getByRole('checkbox').all()) await box.setChecked(false);
  await councils.getByRole('checkbox', { name: council }).check();
  await dialog.getByText('1 handicapråd bliver hørt.').waitFor();
  await dialog.getByRole('button', { name: 'Frys og åbn høring' }).click();
  await page.getByRole('heading', { level: 1, name: /^Høring: / }).waitFor();
  return idIn(page.url(), 'hoering');
}

/** Confirms what a dialog says will happen. */
export async function doIt(page: Page, title: string, verb: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.getByRole('button', { name: verb }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** What a council is told about one point. */
export interface Answered {
  readonly outcome: 'Imødekommet' | 'Delvist imødekommet' | 'Taget til efterretning' | 'Ikke imødekommet';
  readonly answer: string;
  readonly reason: string;
}

/** Treats the point that says something, on the page of points. */
export async function treatPoint(page: Page, excerpt: string, { outcome, answer, reason }: Answered): Promise<void> {
  const point = page.getByRole('article').filter({ hasText: excerpt });
  await point.getByRole('radio', { name: new RegExp(`^${outcome}$`, 'i') }).check();
  await point.getByLabel('Svar til rådet').fill(answer);
  await point.getByLabel('Begrundelse').fill(reason);
  await point.getByRole('button', { name: 'Gem svaret' }).click();
  // Answered points leave the list of those that are not.
  await point.waitFor({ state: 'hidden' });
}

/** Goes from the hearing's page to the council's own answer. */
export async function beginAnswer(page: Page, of: { agreement: string; round: string }): Promise<void> {
  await page.goto(`/aftaler/${of.agreement}/hoering/${of.round}`);
  await page.getByRole('link', { name: 'Skriv jeres svar' }).click();
  await textOf(page, 'Bemærkninger i øvrigt').waitFor();
}

/** Answers one part: a focus area by its title, or the remarks in general. */
export async function answerPart(page: Page, part: string, words: string): Promise<void> {
  await textOf(page, new RegExp(`^(Jeres svar til (\\d+ )?)?${part}$`)).fill(words);
  await saved(page);
}

/** What a council can keep as proof that it has answered. */
export interface Receipt {
  readonly reference: string;
  readonly sent: string;
  readonly hash: string;
}

/** Looks the answer through, sees that it says all this, and sends it. */
export async function sendAnswer(page: Page, words: readonly string[]): Promise<Receipt> {
  await page.getByRole('button', { name: 'Se svaret igennem' }).click();
  for (const each of words) await page.getByText(each).waitFor();
  await page.getByRole('button', { name: 'Send svaret' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send rådets svar' });
  await dialog.getByRole('button', { name: 'Send svaret' }).click();
  await page.getByText('Svaret er modtaget').first().waitFor();
  const reference = /^Reference: (.+)$/.exec(await page.getByText(/^Reference: /).innerText())?.[1] ?? '';
  const fact = async (name: string): Promise<string> => {
    const value = page.locator('dt', { hasText: new RegExp(`^${name}`) }).locator('xpath=following-sibling::dd[1]');
    return (await value.first().innerText()).trim();
  };
  return {
    reference,
    sent: await fact('Sendt'),
    hash: await fact('Fingeraftryk'),
  };
}
