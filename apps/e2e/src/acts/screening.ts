import type { Locator, Page } from 'playwright-core';

/** One finding in a piece of an answer that is looked through: what it is and where, as "1 CPR-nummer, linje 2". */
function findingOf(slot: Locator, where: string): Locator {
  return slot.getByRole('listitem').filter({ hasText: where });
}

/** Says of a finding that it can be published, as one of the two who must. */
export async function release(slot: Locator, where: string, reason: string): Promise<void> {
  const finding = findingOf(slot, where);
  await finding.getByLabel('Grund').fill(reason);
  await finding.getByRole('button', { name: /^Må offentliggøres: / }).click();
  await finding.getByText(new RegExp(`^Set af .+: ${reason}$`)).waitFor();
}

/** Takes out what was found. */
export async function takeOut(slot: Locator, where: string, reason: string): Promise<void> {
  const finding = findingOf(slot, where);
  await finding.getByLabel('Grund').fill(reason);
  await finding.getByRole('button', { name: /^Tag stedet ud: / }).click();
  await slot.getByText(new RegExp(`^Taget ud: ${reason}\\.`)).waitFor();
}

/** Asks for the answers to be published; the dialog is still open where that is refused. */
export async function publish(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Offentliggør svarene' }).click();
  const dialog = page.getByRole('dialog', { name: 'Vil du offentliggøre svarene?' });
  await dialog.getByRole('button', { name: 'Offentliggør svarene' }).click();
  return dialog;
}
