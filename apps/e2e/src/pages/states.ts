import type { Page } from 'playwright-core';
import { writeDay } from '../acts/days';
import type { Places } from './places';

/** One page in one state that people meet. `Of` is what it is found by. */
export interface PageState<Of = Places> {
  /** Names the pictures. */
  readonly name: string;
  /** Who looks; nobody who is signed in where it is left out. */
  readonly persona?: string;
  readonly path: (of: Of) => string;
  /** What stands there when the page is whole. */
  readonly shows: string | RegExp;
  /** The status it is refused with, where it is: the browser says so on its console. */
  readonly refused?: number;
  /** What is done before it is looked at. */
  readonly act?: (page: Page) => Promise<void>;
}

/** Every page as it stands, empty and filled, open and closed. */
export const PAGE_STATES: readonly PageState[] = [
  { name: 'log-ind', path: () => '/log-ind', shows: 'Birgitte Overgaard Lassen' },
  { name: 'mine-opgaver', persona: 'sekretariat', path: () => '/', shows: /opgaver venter på dig/ },
  {
    name: 'mine-opgaver-tom',
    persona: 'politiker-roskilde',
    path: () => '/',
    shows: /Der er ikke noget, du skal gøre/,
  },
  { name: 'aftaler', persona: 'sekretariat', path: () => '/aftaler', shows: 'Opret ny aftale' },
  {
    name: 'aftale-udkast',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.drafting}`,
    shows: /fokusområder klar/,
  },
  {
    name: 'aftale-tom',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.empty}`,
    shows: /Her er ingen afsnit endnu/,
  },
  {
    name: 'aftale-andres-udkast',
    persona: 'handicapraad-formand-holbaek',
    path: (of) => `/aftaler/${of.drafting}`,
    shows: 'Udkastet kan kun læses af dem, der skriver på aftalen.',
  },
  {
    name: 'aftale-hoering',
    persona: 'handicapraad-formand-holbaek',
    path: (of) => `/aftaler/${of.hearing}`,
    shows: 'Læs og svar på høringen',
  },
  {
    name: 'aftale-behandling',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.treating}`,
    shows: 'Behandl høringssvar',
  },
  {
    name: 'aftale-beslutning',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.deciding}`,
    shows: 'Se godkendelsen',
  },
  {
    name: 'aftale-indgaaet',
    persona: 'politiker-naestved',
    path: (of) => `/aftaler/${of.concluded}`,
    shows: /Indgået/i,
  },
  {
    name: 'ny-hoering',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.drafting}/ny-hoering`,
    shows: /mangler en letlæst udgave. Uden den/,
  },
  {
    name: 'ny-hoering-fejl',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.hearing}/ny-hoering`,
    shows: 'Der er noget, der skal rettes',
    act: async (page) => {
      await page.getByRole('radio', { name: 'Udvalgte fokusområder' }).check();
      await writeDay(page, /^Sidste dag at svare/, '2026-02-31');
      await page.getByRole('button', { name: 'Åbn høringen' }).click();
    },
  },
  {
    name: 'ny-hoering-kommune',
    persona: 'sagsbehandler-holbaek',
    path: (of) => `/aftaler/${of.hearing}/ny-hoering`,
    shows: 'Kort om sagen',
    act: (page) => page.getByRole('radio', { name: /^Noget eget/ }).check(),
  },
  {
    name: 'ny-hoering-ikke-nu',
    persona: 'politiker-roskilde',
    path: (of) => `/aftaler/${of.hearing}/ny-hoering`,
    shows: 'Du kan ikke åbne en høring om denne aftale nu.',
  },
  { name: 'aftale-ny', persona: 'sekretariat', path: () => '/aftaler/ny', shows: 'Opret aftalen' },
  {
    name: 'aftale-ny-fejl',
    persona: 'sekretariat',
    path: () => '/aftaler/ny',
    shows: 'Der er noget, der skal rettes',
    act: (page) => page.getByRole('button', { name: 'Opret aftalen' }).click(),
  },
  { name: 'opsaetning', persona: 'sekretariat', path: (of) => `/aftaler/${of.drafting}/opsaetning`, shows: /^Parter/ },
  { name: 'opsaetning-tom', persona: 'sekretariat', path: (of) => `/aftaler/${of.empty}/opsaetning`, shows: /^Parter/ },
  {
    name: 'fokusomraade',
    persona: 'tovholder-roskilde',
    path: (of) => `/aftaler/${of.drafting}/afsnit/${of.area}`,
    shows: 'Alt er gemt',
  },
  {
    name: 'fokusomraade-skrives',
    persona: 'tovholder-2-roskilde',
    path: (of) => `/aftaler/${of.drafting}/afsnit/${of.area}`,
    shows: /Gemt kl/,
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Indledning' }).click();
      await page.locator('.e-editor-text:focus').waitFor();
      await page.keyboard.press('End');
      await page.keyboard.type(' ');
    },
  },
  {
    name: 'fokusomraade-laast',
    persona: 'tovholder-roskilde',
    path: (of) => `/aftaler/${of.deciding}/afsnit/${of.closedArea}`,
    shows: 'Teksten er sendt til beslutning og kan ikke ændres.',
  },
  {
    name: 'fokusomraade-andres',
    persona: 'handicapraad-formand-holbaek',
    path: (of) => `/aftaler/${of.drafting}/afsnit/${of.area}`,
    shows: 'Siden findes ikke',
  },
  {
    name: 'kapitel',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.drafting}/afsnit/${of.chapter}`,
    shows: 'Alt er gemt',
  },
  {
    name: 'hoering-overblik',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.hearing}/hoering/${of.collecting}/overblik`,
    shows: /1 af 3 har svaret/,
  },
  {
    name: 'hoering-overblik-mangler',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.hearing}/hoering/${of.collecting}/overblik`,
    shows: /1 af 3 har svaret/,
    act: (page) => page.getByRole('button', { name: 'Vis kun dem, der mangler' }).click(),
  },
  {
    name: 'hoering',
    persona: 'handicapraad-formand-holbaek',
    path: (of) => `/aftaler/${of.hearing}/hoering/${of.collecting}`,
    shows: 'Skriv jeres svar',
  },
  {
    name: 'hoering-sekretariat',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.hearing}/hoering/${of.collecting}`,
    shows: 'Forlæng fristen',
  },
  {
    name: 'hoeringssvar',
    persona: 'handicapraad-formand-holbaek',
    path: (of) => `/aftaler/${of.hearing}/hoering/${of.collecting}/svar/${of.draftResponse}`,
    shows: 'Alt er gemt',
  },
  {
    name: 'hoeringssvar-del',
    persona: 'handicapraad-formand-holbaek',
    path: (of) => `/aftaler/${of.hearing}/hoering/${of.collecting}/svar/${of.draftResponse}`,
    shows: 'Teksten, I bliver spurgt om',
    act: (page) => page.getByRole('link', { name: /^Svar 1 / }).click(),
  },
  {
    name: 'hoeringssvar-generelt',
    persona: 'handicapraad-formand-holbaek',
    path: (of) => `/aftaler/${of.hearing}/hoering/${of.collecting}/svar/${of.draftResponse}/generelt`,
    shows: 'Klar, se svaret igennem',
  },
  {
    name: 'hoeringssvar-gennemsyn',
    persona: 'handicapraad-formand-holbaek',
    path: (of) => `/aftaler/${of.hearing}/hoering/${of.collecting}/svar/${of.draftResponse}/gennemse`,
    shows: 'Send svaret',
  },
  {
    name: 'hoeringssvar-kvittering',
    persona: 'handicapraad-formand-greve',
    path: (of) => `/aftaler/${of.hearing}/hoering/${of.collecting}/svar/${of.sentResponse}`,
    shows: /^Kvitteringsnummer: /,
  },
  {
    name: 'hoeringssvar-andres',
    persona: 'handicapraad-formand-naestved',
    path: (of) => `/aftaler/${of.hearing}/hoering/${of.collecting}/svar/${of.draftResponse}`,
    shows: 'Du har ikke adgang',
  },
  {
    name: 'behandling',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.treating}/behandling/${of.ended}`,
    shows: /^Punkt 1 fra/,
  },
  {
    name: 'behandling-punkt',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.treating}/behandling/${of.ended}`,
    shows: 'Gem svaret',
    act: (page) =>
      page
        .getByRole('button', { name: /^Punkt / })
        .first()
        .click(),
  },
  {
    name: 'behandling-flere',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.treating}/behandling/${of.ended}`,
    shows: '2 punkter valgt',
    act: async (page) => {
      await page
        .getByRole('checkbox', { name: /^Vælg Punkt / })
        .nth(0)
        .check();
      await page
        .getByRole('checkbox', { name: /^Vælg Punkt / })
        .nth(1)
        .check();
      await page.getByText('Saml, flyt eller giv videre').click();
    },
  },
  {
    name: 'hoeringsnotat',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.treating}/hoeringsnotat/${of.ended}`,
    shows: 'Hvem der er spurgt',
  },
  {
    name: 'behandling-alle',
    persona: 'handicapraad-formand-holbaek',
    path: (of) => `/aftaler/${of.treating}/behandling/${of.ended}`,
    shows: 'Begrundelse:',
    act: async (page) => {
      await page.getByRole('radio', { name: 'Alle punkter' }).check();
      await page.getByRole('article').filter({ hasText: 'imødekommet' }).getByRole('button').first().click();
    },
  },
  {
    name: 'godkendelse',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.deciding}/godkendelse`,
    shows: /af 18 har/,
  },
  {
    name: 'godkendelse-foer',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.drafting}/godkendelse`,
    shows: /ikke sendt til beslutning endnu/,
  },
  {
    name: 'godkendelse-indgaaet',
    persona: 'politiker-region',
    path: (of) => `/aftaler/${of.concluded}/godkendelse`,
    shows: /Aftalen er indgået/,
  },
  {
    name: 'registrer',
    persona: 'raadssekretaer-holbaek',
    path: (of) => `/aftaler/${of.deciding}/godkendelse/${encodeURIComponent(of.missing)}`,
    shows: 'Ordlyd',
  },
  {
    name: 'registrer-fejl',
    persona: 'raadssekretaer-holbaek',
    path: (of) => `/aftaler/${of.deciding}/godkendelse/${encodeURIComponent(of.missing)}`,
    shows: 'Der er noget, der skal rettes',
    act: async (page) => {
      await writeDay(page, /^Mødedato/, '2026-02-31');
      await page.getByRole('button', { name: 'Registrér', exact: true }).click();
    },
  },
  {
    name: 'registrer-andres',
    persona: 'raadssekretaer-greve',
    path: (of) => `/aftaler/${of.deciding}/godkendelse/${encodeURIComponent(of.missing)}`,
    shows: 'Du har ikke adgang',
  },
  {
    name: 'registrer-kkr',
    persona: 'sekretaer-kkr',
    path: (of) => `/aftaler/${of.deciding}/godkendelse/${encodeURIComponent('contact-council:1085')}`,
    shows: 'Ordlyd',
  },
  {
    name: 'historik',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.treating}/historik`,
    shows: 'Hvem gjorde hvad',
  },
  {
    name: 'historik-tom',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.empty}/historik`,
    shows: 'Der er ikke frosset nogen version endnu.',
  },
  {
    name: 'version',
    persona: 'politiker-region',
    path: (of) => `/versioner/${of.version}`,
    shows: 'Kontrollér teksten selv',
  },
  {
    name: 'mine-opgaver-slettet',
    persona: 'tovholder-roskilde',
    path: () => '/',
    shows: /^Det meste af teksten i »/,
  },
  {
    name: 'fokusomraade-slettet',
    persona: 'tovholder-roskilde',
    path: (of) => `/aftaler/${of.treating}/afsnit/${of.deleted.section}`,
    shows: 'Se teksten, som den var før',
  },
  {
    name: 'teksten-foer',
    persona: 'tovholder-roskilde',
    path: (of) => of.deleted.before,
    shows: 'Det, der mangler i teksten nu',
  },
  {
    name: 'teksten-foer-tilbage',
    persona: 'tovholder-roskilde',
    path: (of) => of.deleted.before,
    shows: /^Intet af det, der står i teksten nu/,
    act: (page) => page.getByRole('button', { name: 'Hent det slettede tilbage' }).click(),
  },
  {
    name: 'teksten-foer-laeser',
    persona: 'sekretariat',
    path: (of) => of.deleted.before,
    shows: /^Ingen af dem, der skriver i teksten/,
  },
  { name: 'hvem-skrev', persona: 'tovholder-roskilde', path: (of) => of.deleted.who, shows: /^Skrevet af/ },
  { name: 'personer', persona: 'sekretariat', path: () => '/personer', shows: 'Tilføj en person' },
  {
    name: 'personer-ingen',
    persona: 'sekretariat',
    path: () => '/personer',
    shows: 'Ingen passer til det, du søger efter.',
    act: (page) => page.getByRole('searchbox').fill('zzz'),
  },
  { name: 'findes-ikke', persona: 'sekretariat', path: () => '/et/sted', shows: 'Siden findes ikke' },
];
