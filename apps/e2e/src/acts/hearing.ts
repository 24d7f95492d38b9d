import type { Page } from 'playwright-core';
import { idIn } from './setting-up';
import { writeDay } from './days';
import { saved, textOf } from './writing';

/**
 * Freezes the text and opens a hearing of some councils about some focus areas, from the agreement's page.
 *
 * @returns the round's id.
 */
export async function openHearing(
  page: Page,
  {
    councils,
    areas,
    lastDay,
  }: { readonly councils: readonly string[]; readonly areas: readonly string[]; readonly lastDay: string },
): Promise<string> {
  await page.getByRole('link', { name: 'Åbn en høring' }).click();
  await page.getByRole('heading', { level: 1, name: 'Åbn en høring' }).waitFor();
  await page.getByRole('radio', { name: 'Udvalgte fokusområder' }).check();
  for (const area of areas) await page.getByRole('checkbox', { name: new RegExp(area) }).check();
  const whom = page.getByRole('group', { name: 'Hvem høres?' });
  for (const box of await whom.getByRole('checkbox').all()) await box.setChecked(false);
  for (const council of councils) await whom.getByRole('checkbox', { name: council }).check();
  await writeDay(page, /^Sidste dag at svare/, lastDay);
  await page.getByText(`${councils.length} bliver hørt og får besked med det samme.`).waitFor();
  await page.getByRole('button', { name: 'Åbn høringen' }).click();
  await page.getByRole('heading', { level: 1, name: /^Høring: / }).waitFor();
  return idIn(page.url(), 'hoering');
}

/** Confirms what a dialog says will happen. */
export async function doIt(page: Page, title: string, verb: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.getByRole('button', { name: verb }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Goes from the hearing's page to the council's own answer: the list of its parts. */
export async function beginAnswer(page: Page, of: { agreement: string; round: string }): Promise<void> {
  await page.goto(`/aftaler/${of.agreement}/hoering/${of.round}`);
  await page.getByRole('link', { name: 'Skriv jeres svar' }).click();
  await page.getByRole('heading', { level: 2, name: 'Jeres svar, del for del' }).waitFor();
}

/** Opens one part from the list: a focus area by its title, or the remarks in general. */
export async function openPart(page: Page, part: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`^Svar (\\d+ )?${part}$`) }).click();
  await textOf(page, new RegExp(`^(Jeres svar til (\\d+ )?)?${part}$`)).waitFor();
}

/** Answers one part from the list and comes back to it, the part left as a draft. */
export async function answerPart(page: Page, part: string, words: string): Promise<void> {
  await rewritePart(page, part, words);
  await page.getByRole('listitem').filter({ hasText: part }).getByText('kladde').waitFor();
}

/** Writes one part from the list anew and comes back to it; it stays the draft, or as ready, as it was. */
export async function rewritePart(page: Page, part: string, words: string): Promise<void> {
  await openPart(page, part);
  await textOf(page, new RegExp(`^(Jeres svar til (\\d+ )?)?${part}$`)).fill(words);
  await saved(page);
  await page.getByRole('link', { name: 'Gå til oversigten uden at gøre delen klar' }).click();
  await page.getByRole('heading', { level: 2, name: 'Jeres svar, del for del' }).waitFor();
}

/** Puts a document with one part from the list and comes back to it. */
export async function answerByFile(page: Page, part: string, file: { name: string; bytes: Buffer }): Promise<void> {
  await openPart(page, part);
  await page.getByText('Dokumenter (0)').click();
  const { name, bytes: buffer } = file;
  await page.getByLabel('Læg et dokument ved').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await page.getByRole('button', { name: 'Læg dokumentet ved' }).click();
  await page.getByRole('link', { name, exact: true }).waitFor();
  await page.getByRole('link', { name: 'Gå til oversigten uden at gøre delen klar' }).click();
}

/** Comments on a sentence of what is heard in one part, from the list, and comes back to it. */
export async function commentOn(page: Page, part: string, comment: { sentence: string; words: string }): Promise<void> {
  await openPart(page, part);
  await page.getByText('Vælg en sætning på listen', { exact: true }).click();
  await page.getByRole('button', { name: `Kommentér »${comment.sentence}«` }).click();
  await textOf(page, `Kommentar 1 til »${comment.sentence}«`).fill(comment.words);
  await saved(page);
  await page.getByRole('link', { name: 'Gå til oversigten uden at gøre delen klar' }).click();
}

/** Says of one part, from the list, that there are no remarks, and comes back to it. */
export async function noRemarksOn(page: Page, part: string): Promise<void> {
  await openPart(page, part);
  await page.getByRole('checkbox', { name: 'Vi har ingen bemærkninger til denne del' }).check();
  await saved(page);
  await page.getByRole('link', { name: 'Gå til oversigten uden at gøre delen klar' }).click();
  await page.getByRole('listitem').filter({ hasText: part }).getByText('klar, ingen bemærkninger').waitFor();
}

/** What a council can keep as proof that it has answered. */
export interface Receipt {
  readonly reference: string;
  readonly sent: string;
  readonly hash: string;
}

/** Looks the answer through from the list of its parts, sees that it says all this, and sends it. */
export async function sendAnswer(page: Page, words: readonly string[]): Promise<Receipt> {
  await lookThrough(page, words);
  return send(page);
}

/** Looks the answer through from the list of its parts, and sees that it says all this. */
export async function lookThrough(page: Page, words: readonly string[]): Promise<void> {
  await page.getByRole('link', { name: 'Se svaret igennem' }).click();
  await page.getByRole('heading', { level: 1, name: 'Se svaret igennem, før I sender det' }).waitFor();
  for (const each of words) await page.getByText(each).waitFor();
}

/** Sends the answer that has been looked through. */
export async function send(page: Page): Promise<Receipt> {
  await page.getByRole('button', { name: 'Send svaret' }).click();
  await page.getByText('Svaret er modtaget').first().waitFor();
  const reference =
    /^Kvitteringsnummer: (.+)$/.exec(await page.getByText(/^Kvitteringsnummer: /).innerText())?.[1] ?? '';
  const fact = async (name: string): Promise<string> => {
    const value = page.locator('dt', { hasText: new RegExp(`^${name}`) }).locator('xpath=following-sibling::dd[1]');
    return ((await value.first().textContent()) ?? '').trim();
  };
  return {
    reference,
    sent: await fact('Sendt'),
    hash: await fact('Fingeraftryk'),
  };
}
