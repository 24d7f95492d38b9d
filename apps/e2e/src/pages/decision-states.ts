import type { Places } from './places';
import type { PageState } from './states';

const board = (of: Places): string => `/aftaler/${of.deciding}/godkendelse`;

/** The board filtered, the page for politicians, and the year. */
export const DECISION_STATES: readonly PageState[] = [
  {
    name: 'godkendelse-mangler',
    persona: 'politiker-roskilde',
    path: (of) => `${board(of)}?mangler=1&orden=meeting`,
    shows: /af 18 parter vises/,
  },
  {
    name: 'godkendelse-ingen',
    persona: 'sekretariat',
    path: board,
    shows: 'Ingen parter er sådan. Vælg noget andet ovenfor.',
    act: (page) => page.getByRole('searchbox', { name: 'Partens navn' }).fill('zzz'),
  },
  {
    name: 'kort',
    persona: 'politiker-roskilde',
    path: (of) => `/aftaler/${of.deciding}/kort`,
    shows: /ord uden for tabellerne · lix/,
  },
  {
    name: 'kort-part',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.deciding}/kort?part=${encodeURIComponent('municipality:0265')}`,
    shows: /Roskilde siger ja eller nej/,
  },
  {
    name: 'kort-foer',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.drafting}/kort`,
    shows: /ikke sendt til beslutning endnu/,
  },
  { name: 'aarshjul', persona: 'raadssekretaer-greve', path: () => '/aarshjul', shows: 'I din egen kalender' },
  {
    name: 'aarshjul-tomt',
    persona: 'sekretariat',
    path: () => '/aarshjul?aar=2001',
    shows: /står de her/,
  },
  {
    name: 'aarshjul-adresse',
    persona: 'raadssekretaer-holbaek',
    path: () => '/aarshjul',
    shows: /Den vises kun nu/,
    act: async (page) => {
      const make = page.getByRole('button', { name: /^Lav en (?:ny )?(?:kalender)?adresse$/ });
      const verb = await make.innerText();
      await make.click();
      // Who has one already is asked first.
      if (verb === 'Lav en ny adresse') await page.getByRole('dialog').getByRole('button', { name: verb }).click();
    },
  },
];
