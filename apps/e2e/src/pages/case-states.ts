import type { Page } from 'playwright-core';
import type { Places } from './places';
import type { PageState } from './states';

const HOLBAEK = 'municipality:0316';
const SLAGELSE = 'municipality:0330';
const caseOf = (of: Places, party: string): string => `/aftaler/${of.deciding}/sag/${party}`;

/** Makes the case where nobody has yet: the state is looked at more than once. */
async function make(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Lav sagen' });
  const fields = page.getByRole('heading', { name: 'Til dagsordenen' });
  await button.or(fields).first().waitFor();
  if (await button.isVisible()) await button.click();
  await fields.waitFor();
}

/** A party's case and all of them. */
export const CASE_STATES: readonly PageState[] = [
  {
    name: 'sag-lav',
    persona: 'sagsbehandler-slagelse',
    path: (of) => caseOf(of, SLAGELSE),
    shows: 'Jeres sagsfremstilling',
  },
  {
    name: 'sag-skrives',
    persona: 'sagsbehandler-holbaek',
    path: (of) => caseOf(of, HOLBAEK),
    shows: 'Til dagsordenen',
    act: make,
  },
  {
    name: 'sag-send',
    persona: 'sagsbehandler-holbaek',
    path: (of) => caseOf(of, HOLBAEK),
    shows: 'Vil I sende sagen videre?',
    act: async (page) => {
      await make(page);
      await page.getByRole('button', { name: 'Send sagen videre' }).click();
    },
  },
  {
    name: 'sag-sekretaer',
    persona: 'raadssekretaer-holbaek',
    path: (of) => caseOf(of, HOLBAEK),
    shows: 'Til dagsordenen',
    act: make,
  },
  {
    name: 'sag-andres',
    persona: 'sekretariat',
    path: (of) => caseOf(of, SLAGELSE),
    shows: /har ikke sendt en sag til version/,
  },
  {
    name: 'sag-foer',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.drafting}/sag/${SLAGELSE}`,
    shows: /^Sagen laves, når teksten er frosset/,
  },
  { name: 'sager', persona: 'sekretariat', path: (of) => `/aftaler/${of.deciding}/sager`, shows: 'Hent alle sager' },
  {
    name: 'sager-laeser',
    persona: 'politiker-roskilde',
    path: (of) => `/aftaler/${of.deciding}/sager`,
    shows: /af 18 har sendt deres sag videre/,
  },
  {
    name: 'sager-foer',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.drafting}/sager`,
    shows: /^Sagerne kan laves, når/,
  },
];
