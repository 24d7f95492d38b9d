import type { Page } from 'playwright-core';
import type { Places } from './places';
import type { PageState } from './states';

const hearing = (of: Places): string => `/aftaler/${of.hearing}/hoering/${of.collecting}`;
const answer = (of: Places): string => `${hearing(of)}/svar/${of.draftResponse}`;
const chair = 'handicapraad-formand-holbaek';

/** The first link of the mails that have come to the demo: each is for one person and can be used once. */
async function openMailedLink(page: Page): Promise<void> {
  await openMail(page);
  const link = page.locator('a[href*="/log-ind/link/"]').first();
  await page.goto(new URL((await link.getAttribute('href')) ?? '').pathname);
}

async function openMail(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /^Sådan blev jeres svar på/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Alle mails' }).waitFor();
}

/** Puts the whole material, as Word, with one part of the answer. */
async function attach(page: Page): Promise<void> {
  const round = /hoering\/([^/]+)/.exec(page.url())?.[1] ?? '';
  const word = await page.request.get(`/laes/${round}/samlet.docx`);
  await page.getByText(/^Dokumenter \(\d\)/).click();
  const buffer = await word.body();
  const mimeType = 'application/octet-stream';
  await page.getByLabel('Læg et dokument ved').setInputFiles({ name: 'Svar fra rådet.docx', mimeType, buffer });
  await page.getByRole('button', { name: 'Læg dokumentet ved' }).click();
  await page.getByRole('link', { name: 'Svar fra rådet.docx' }).waitFor();
}

/** The ways in, by mail and by link; they are served whole. */
const SIGNING_IN: readonly PageState[] = [
  {
    name: 'log-ind-fejl',
    path: () => '/log-ind',
    shows: 'Der er noget, der skal rettes',
    refused: 400,
    act: (page) => page.getByRole('button', { name: 'Send mig et link' }).click(),
  },
  {
    name: 'log-ind-bedt',
    path: () => '/log-ind',
    shows: /ingen@demo\.invalid/,
    act: async (page) => {
      await page.getByLabel('Din e-mail').fill('ingen@demo.invalid');
      await page.getByRole('button', { name: 'Send mig et link' }).click();
    },
  },
  { name: 'link-sendt', path: () => '/log-ind/sendt', shows: 'Se i din mail' },
  { name: 'link-ukendt', path: () => `/log-ind/link/${'x'.repeat(43)}`, shows: 'Linket kan ikke bruges', refused: 404 },
  { name: 'post', path: () => '/post', shows: 'Demoens mails' },
  { name: 'post-mail', path: () => '/post', shows: 'Alle mails', act: openMail },
  { name: 'link', path: () => '/post', shows: /^Linket er til/, act: openMailedLink },
  {
    name: 'link-brugt',
    path: () => '/post',
    shows: 'Linket kan ikke bruges mere',
    refused: 410,
    act: async (page) => {
      await openMailedLink(page);
      const link = page.url();
      await page.getByRole('button', { name: /^Log ind som/ }).click();
      await page.context().clearCookies();
      await page.goto(link);
    },
  },
];

/** What is heard, as it is read: served whole, without scripts. */
const READING: readonly PageState[] = [
  { name: 'laes-oversigt', persona: chair, path: () => '/laes', shows: 'Det, I bliver hørt om' },
  { name: 'laes', persona: chair, path: (of) => `/laes/${of.collecting}`, shows: 'Hele materialet til mødet' },
  {
    name: 'laes-afsnit',
    persona: chair,
    path: (of) => `/laes/${of.collecting}/${of.heardArea}`,
    shows: 'Letlæst udgave',
  },
  {
    name: 'laes-ord',
    persona: chair,
    path: (of) => `/laes/${of.collecting}/${of.heardArea}`,
    shows: 'Letlæst udgave',
    act: (page) => page.locator('button.word').first().click(),
  },
  {
    name: 'laes-letlaest',
    persona: chair,
    path: (of) => `/laes/${of.collecting}/${of.heardArea}?vis=letlaest`,
    shows: 'Letlæst udgave',
  },
  { name: 'laes-samlet', persona: chair, path: (of) => `/laes/${of.collecting}/samlet`, shows: 'Hent eller udskriv' },
  {
    name: 'laes-eget',
    persona: 'talsperson-slagelse',
    path: (of) => `/laes/${of.own}/dokument`,
    shows: 'Letlæst udgave',
  },
  {
    name: 'laes-ikke-min',
    persona: chair,
    path: () => `/laes/00000000-0000-4000-8000-000000000000`,
    shows: 'Siden kan ikke vises',
    refused: 404,
  },
  { name: 'offentlige-svar-om', path: () => '/hoeringssvar', shows: 'Offentliggjorte høringssvar' },
  { name: 'offentlige-svar', path: (of) => `/hoeringssvar/${of.closed}`, shows: /^\[fjernet: / },
];

/** A hearing, for those who are asked and for whoever hears. */
const ROUNDS: readonly PageState[] = [
  {
    name: 'ny-hoering-fund',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.drafting}/ny-hoering`,
    shows: 'Gå til stedet',
  },
  {
    name: 'hoering-eget-dokument',
    persona: 'talsperson-slagelse',
    path: (of) => `/aftaler/${of.treating}/hoering/${of.own}`,
    shows: 'Ombygning af Bostedet Åkanden',
  },
  {
    name: 'hoering-mere-tid',
    persona: chair,
    path: hearing,
    shows: 'Fristen gælder, til den er forlænget.',
    act: (page) => page.getByRole('button', { name: 'Bed om mere tid' }).click(),
  },
  {
    name: 'hoering-anmodning',
    persona: 'sekretariat',
    path: hearing,
    shows: /^Handicaprådet i Næstved Kommune/,
    act: (page) => page.getByRole('heading', { name: 'Mere tid' }).waitFor(),
  },
  {
    name: 'hoering-lukket',
    persona: 'handicapraad-formand-naestved',
    path: (of) => `/aftaler/${of.deciding}/hoering/${of.closed}`,
    shows: /^Sådan blev/,
  },
  {
    name: 'hoering-overblik-moeder',
    persona: 'sekretariat',
    path: (of) => `${hearing(of)}/overblik`,
    shows: 'Tilføj mødet',
    act: async (page) => {
      await page.getByText('Ret planen for påmindelser').click();
      await page.getByLabel('Hvis møder vil du se?').selectOption({ label: 'Handicaprådet i Greve Kommune' });
    },
  },
  {
    name: 'hoering-overblik-eget',
    persona: 'sagsbehandler-slagelse',
    path: (of) => `/aftaler/${of.treating}/hoering/${of.own}/overblik`,
    shows: /0 af 2 har svaret/,
  },
  {
    name: 'gennemse-offentliggoer',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.treating}/hoering/${of.ended}/offentliggoer`,
    shows: 'Må offentliggøres',
  },
  {
    name: 'offentliggjort',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.deciding}/hoering/${of.closed}/offentliggoer`,
    shows: 'Se den offentlige side',
  },
];

/** A council's answer, page by page. */
const ANSWERING: readonly PageState[] = [
  {
    name: 'svar-kommentar',
    persona: chair,
    path: answer,
    shows: /^Kommentar 1 til »/,
    act: (page) => page.getByRole('link', { name: /^Svar 1 / }).click(),
  },
  {
    name: 'svar-dokument',
    persona: chair,
    path: answer,
    shows: 'Svar fra rådet.docx er lagt ved.',
    act: async (page) => {
      await page.getByRole('link', { name: /^Svar 5 / }).click();
      await attach(page);
    },
  },
  {
    name: 'svar-udtalelse',
    persona: 'handicapraad-sekretaer-holbaek',
    path: answer,
    shows: 'Hvem sagde det?',
    act: async (page) => {
      await page.getByRole('link', { name: /^Svar 3 / }).click();
      await page.getByText(/^Sagt på mødet eller i telefonen/).click();
    },
  },
  {
    name: 'svar-overskrifter',
    persona: chair,
    path: (of) => `${answer(of)}/generelt`,
    shows: 'Skriv som almindelig tekst',
    act: (page) =>
      page.getByRole('button', { name: /^Skriv med overskrifter og lister.*Bemærkninger i øvrigt/ }).click(),
  },
  {
    name: 'svar-tomt',
    persona: 'talsperson-slagelse',
    path: (of) => `/aftaler/${of.treating}/hoering/${of.own}`,
    shows: 'Jeres svar, del for del',
    act: (page) => page.getByRole('link', { name: 'Skriv jeres svar' }).click(),
  },
];

/** What became of the answers. */
const TREATED: readonly PageState[] = [
  {
    name: 'hoeringsnotat-fil',
    persona: 'sekretariat',
    path: (of) => `/aftaler/${of.treating}/hoeringsnotat/${of.ended}`,
    shows: /^Hent .*\.pdf/,
    act: (page) => page.getByRole('button', { name: 'Hent som PDF' }).click(),
  },
  {
    name: 'brugt',
    persona: 'handicapraad-formand-naestved',
    path: (of) => `/aftaler/${of.deciding}/hoering/${of.closed}/brugt/${of.usedResponse}`,
    shows: /^Punkt 1: /,
  },
];

/** Every page of a hearing as it stands. */
export const HEARING_STATES: readonly PageState[] = [...SIGNING_IN, ...READING, ...ROUNDS, ...ANSWERING, ...TREATED];
