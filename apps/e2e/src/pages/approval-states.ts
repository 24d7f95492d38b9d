import { CASE_STATES } from './case-states';
import { DECIDING_STATES } from './deciding-states';
import { DECISION_STATES } from './decision-states';
import type { Agreed } from './own-approval';
import type { Places } from './places';
import type { PageState } from './states';

const board = (of: Places): string => `/aftaler/${of.deciding}/godkendelse`;
const [greve, holbaek, slagelse] = ['0253', '0316', '0330'].map((code) => `municipality:${code}`);

/** The chain, parties' own ways and when they meet. */
const WAYS: readonly PageState[] = [
  {
    name: 'forloeb',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.deciding}/forloeb`,
    shows: 'Møder i de fælles organer',
  },
  {
    name: 'forloeb-laeser',
    persona: 'politiker-roskilde',
    path: (of) => `/aftaler/${of.deciding}/forloeb`,
    shows: 'Parternes egne veje',
  },
  { name: 'vej', persona: 'raadssekretaer-holbaek', path: () => `/parter/${holbaek}/vej`, shows: 'Gem vejen' },
  {
    name: 'vej-fejl',
    persona: 'raadssekretaer-holbaek',
    path: () => `/parter/${holbaek}/vej`,
    shows: /kan ikke læses som en dato/,
    act: async (page) => {
      const council = page.getByRole('form', { name: /Byrådet|Kommunalbestyrelsen/ }).first();
      await council.getByRole('textbox').fill('31-02-2026, i morgen');
      await council.getByRole('button', { name: /^Gem datoerne/ }).click();
    },
  },
  { name: 'vej-andres', persona: 'politiker-roskilde', path: () => `/parter/${holbaek}/vej`, shows: 'Mødedatoer' },
  { name: 'ny-i-dele', persona: 'sekretariat', path: () => '/aftaler/ny-i-dele', shows: 'Frist for styringsaftalen' },
  {
    name: 'ny-i-dele-fejl',
    persona: 'sekretariat',
    path: () => '/aftaler/ny-i-dele',
    shows: 'Der er noget, der skal rettes',
    act: (page) => page.getByRole('button', { name: 'Opret', exact: true }).click(),
  },
];

/** Every page of an approval as it stands. */
export const APPROVAL_STATES: readonly PageState[] = [...DECIDING_STATES, ...DECISION_STATES, ...CASE_STATES, ...WAYS];

/** Where two councils do not say yes, one is entered for, and the secretariat asks to pass a step over. */
export const STILL_STATES: readonly PageState[] = [
  { name: 'godkendelse-i-staa', persona: 'politiker-roskilde', path: board, shows: 'Aftalen er gået i stå.' },
  {
    name: 'godkendelse-bekraeft',
    persona: 'raadssekretaer-slagelse',
    path: board,
    shows: 'Vis alle parter',
    act: async (page) => {
      await page.getByText('Vis alle parter').click();
      await page.getByRole('button', { name: /^Bekræft Slagelse/ }).waitFor();
    },
  },
  {
    name: 'registrer-ret',
    persona: 'raadssekretaer-holbaek',
    path: (of) => `${board(of)}/${holbaek}`,
    shows: /træder i stedet, og begge kan ses/,
  },
];

/** Where the text has been changed since councils approved it. */
export const AGAIN_STATES: readonly PageState[] = [
  { name: 'godkendelse-bortfaldet', persona: 'raadssekretaer-greve', path: board, shows: /faldt bort/ },
  {
    name: 'godkend-igen',
    persona: 'raadssekretaer-greve',
    path: (of) => `${board(of)}/${greve}/igen`,
    shows: 'Ord for ord, afsnit for afsnit',
  },
  {
    name: 'godkend-igen-fejl',
    persona: 'raadssekretaer-greve',
    path: (of) => `${board(of)}/${greve}/igen`,
    shows: 'Der er noget, der skal rettes',
    act: (page) => page.getByRole('button', { name: 'Godkend igen', exact: true }).click(),
  },
  {
    name: 'registrer-igen',
    persona: 'raadssekretaer-greve',
    path: (of) => `${board(of)}/${greve}`,
    shows: 'Se ændringer, og godkend igen',
  },
  {
    name: 'aendret',
    persona: 'politiker-roskilde',
    path: (of) => `/aftaler/${of.deciding}/aendret/${greve}`,
    shows: 'Ord for ord, afsnit for afsnit',
  },
  {
    name: 'sag-ny-version',
    persona: 'sagsbehandler-slagelse',
    path: (of) => `/aftaler/${of.deciding}/sag/${slagelse}`,
    shows: 'Jeres sagsfremstilling',
  },
  {
    name: 'historik-hele-sagen',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.deciding}/historik`,
    shows: /^Hent .*\.zip/,
    act: (page) => page.getByRole('button', { name: 'Hent hele sagen' }).click(),
  },
];

/** What has been agreed, and what was agreed later: also for whoever comes by. */
export const AGREED_STATES: readonly PageState<Agreed>[] = [
  {
    name: 'aftale-i-kraft',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.agreement}`,
    shows: 'Læs teksten, som den gælder nu',
  },
  {
    name: 'aftale-sendt-fejl',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.agreement}`,
    shows: 'Der er noget, der skal rettes',
    act: async (page) => {
      await page.getByRole('group').getByText('Registrér, at aftalen er sendt').first().click();
      await page.getByRole('button', { name: 'Registrér, at aftalen er sendt' }).click();
    },
  },
  {
    name: 'allonge-i-kraft',
    persona: 'politiker-roskilde',
    path: (of) => `/aftaler/${of.addendum}`,
    shows: /Hænger på/,
  },
  {
    name: 'ny-allonge',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.agreement}/ny-allonge`,
    shows: 'Hvilke afsnit ændres?',
  },
  {
    name: 'ny-allonge-fejl',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.agreement}/ny-allonge`,
    shows: 'Der er noget, der skal rettes',
    act: (page) => page.getByRole('button', { name: 'Opret', exact: true }).click(),
  },
  { name: 'offentlig-aftale', path: (of) => `/aftale/${of.agreement}`, shows: 'Hvem har godkendt' },
  { name: 'offentlig-samlet', path: (of) => `/aftale/${of.agreement}/samlet`, shows: /Hver kommune betaler/ },
  { name: 'offentlig-allonge', path: (of) => `/aftale/${of.addendum}`, shows: /Hver kommune betaler/ },
  { name: 'offentlig-kort', path: (of) => `/aftale/${of.agreement}/kort`, shows: /Aftale om kørsel og botilbud/ },
  {
    name: 'offentlig-findes-ikke',
    path: () => '/aftale/00000000-0000-4000-8000-000000000000',
    shows: 'Siden kan ikke vises',
    refused: 404,
  },
];
