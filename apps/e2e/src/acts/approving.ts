import type { Page } from 'playwright-core';
import { writeDay } from './days';

const FREEZE = 'Frys og send til beslutning';
const REOPEN = 'Åbn for skrivning igen';

/** Freezes an agreement's text and puts it to its parties; ends at the board. @returns the board's address. */
export async function putToDecision(page: Page, agreement: string): Promise<string> {
  await page.goto(`/aftaler/${agreement}`);
  await page.getByRole('button', { name: FREEZE }).click();
  const dialog = page.getByRole('dialog', { name: 'Frys den endelige tekst og send den til beslutning' });
  await dialog.getByRole('button', { name: FREEZE }).click();
  await page.getByRole('heading', { level: 1, name: 'Godkendelse' }).waitFor();
  return `/aftaler/${agreement}/godkendelse`;
}

/** Opens the text for writing again, so that a new version can be made; the approvals so far lapse. */
export async function reopenWriting(page: Page, agreement: string, reason: string): Promise<void> {
  await page.goto(`/aftaler/${agreement}`);
  await page.getByRole('button', { name: REOPEN }).click();
  const dialog = page.getByRole('dialog', { name: 'Åbn teksten for skrivning igen' });
  await dialog.getByLabel('Begrundelse').fill(reason);
  await dialog.getByRole('button', { name: REOPEN }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** What a party must know of the meeting at which it approved again. */
export interface Reaffirmation {
  readonly day: string;
  readonly item: string;
  /** Words of what has changed since it approved, which it must have before its eyes. */
  readonly changed: string | RegExp;
}

/** Lets a party that approved an earlier text see what has changed and approve again, from the board and back to it. */
export async function reaffirm(page: Page, board: string, party: string, again: Reaffirmation): Promise<void> {
  await page.goto(board);
  await page.getByRole('link', { name: `Se ændringer, og godkend igen ${party}` }).click();
  await page.getByRole('heading', { level: 1, name: `Godkend igen: ${party}` }).waitFor();
  await page
    .getByRole('region', { name: 'Hvad er ændret, siden I godkendte?' })
    .getByText(again.changed)
    .first()
    .waitFor();
  await writeDay(page, /^Mødedato/, again.day);
  await page.getByLabel('Punkt på dagsordenen').fill(again.item);
  await page.getByRole('button', { name: 'Godkend igen', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Godkendelse' }).waitFor();
}

/** Confirms on the board what was entered for a party, or recorded by the first of two. */
export async function confirmDecision(page: Page, board: string, party: string): Promise<void> {
  await page.goto(board);
  const confirm = page.getByRole('button', { name: `Bekræft ${party}` });
  await confirm.click();
  await confirm.waitFor({ state: 'hidden' });
}

/** The ways on that the board shows where the chain stands still. */
export type Exit =
  'betingelsen løftes' | 'sagen tages op på et senere møde' | 'teksten ændres og sendes ud som en ny version';

/** Waits until the board says that the agreement stands still for a party, with this way on. */
export async function standsStill(page: Page, party: string, exit: Exit): Promise<void> {
  await page.getByText('Aftalen er gået i stå.').first().waitFor();
  const block = page.getByRole('listitem').filter({ hasText: party }).filter({ hasText: exit });
  await block.first().waitFor();
}
