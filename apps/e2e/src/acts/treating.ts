import type { Locator, Page } from 'playwright-core';
import { doIt } from './hearing';

/** A round of an agreement. */
interface RoundOf {
  readonly agreement: string;
  readonly round: string;
}

/** What a council is told about one point. */
export interface Answered {
  readonly outcome: 'Imødekommet' | 'Delvist imødekommet' | 'Taget til efterretning' | 'Ikke imødekommet';
  readonly answer: string;
  readonly reason: string;
  /** The section, with its number, in which the change can be read. */
  readonly changedIn?: string;
}

/** Ends the collecting of answers on the round's page, and goes to the points. */
export async function endCollecting(page: Page, { agreement, round }: RoundOf): Promise<void> {
  await page.goto(`/aftaler/${agreement}/hoering/${round}`);
  await page.getByRole('button', { name: 'Afslut indsamlingen' }).click();
  await doIt(page, 'Afslut indsamlingen af svar', 'Afslut indsamlingen');
  await page.goto(`/aftaler/${agreement}/behandling/${round}`);
}

/** Closes a round whose every point is answered. */
export async function closeRound(page: Page, { agreement, round }: RoundOf): Promise<void> {
  await page.goto(`/aftaler/${agreement}/behandling/${round}`);
  await page.getByRole('button', { name: 'Luk høringsrunden' }).click();
  await doIt(page, 'Luk høringsrunden', 'Luk høringsrunden');
  await page.getByText('Runden er lukket. Alle punkter har fået svar.').waitFor();
}

/** Treats the point that says something, on the page of points. */
export async function treatPoint(page: Page, excerpt: string, answered: Answered): Promise<void> {
  const point = pointOf(page, excerpt);
  await point.getByRole('button', { name: /^Punkt / }).click();
  await answer(point, answered);
  // Answered points leave the list of those that are not.
  await point.waitFor({ state: 'hidden' });
}

/** Gives several points the same answer. */
export async function treatTogether(page: Page, excerpts: readonly string[], answered: Answered): Promise<void> {
  for (const excerpt of excerpts)
    await pointOf(page, excerpt)
      .getByRole('checkbox', { name: /^Vælg Punkt / })
      .check();
  const chosen = page.getByRole('region', { name: `${excerpts.length} punkter valgt` });
  await chosen.getByRole('button', { name: `Giv ${excerpts.length} punkter samme svar` }).click();
  await answer(chosen, answered);
  for (const excerpt of excerpts) await pointOf(page, excerpt).waitFor({ state: 'hidden' });
}

function pointOf(page: Page, excerpt: string): Locator {
  return page.getByRole('article').filter({ hasText: excerpt });
}

async function answer(place: Locator, { outcome, answer: words, reason, changedIn }: Answered): Promise<void> {
  await place.getByRole('radio', { name: new RegExp(`^${outcome}$`, 'i') }).check();
  await place.getByLabel('Svar til rådet').fill(words);
  await place.getByLabel('Begrundelse').fill(reason);
  if (changedIn !== undefined) await place.getByLabel(/^Ændret i/).selectOption({ label: changedIn });
  await place.getByRole('button', { name: 'Gem svaret' }).click();
}
