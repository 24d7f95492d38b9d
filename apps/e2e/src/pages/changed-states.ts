import type { Page, Route } from 'playwright-core';
import type { OwnHearing } from './own-hearing';
import type { Places } from './places';
import { SIGNED_OUT } from './signed-out-state';
import type { PageState } from './states';

const hearing = (of: Places): string => `/aftaler/${of.hearing}/hoering/${of.collecting}`;
const sent = (of: Places): string => `${hearing(of)}/svar/${of.sentResponse}`;
const points = (of: Places): string => `/aftaler/${of.treating}/behandling/${of.ended}`;
const memo = (of: Places): string => `/aftaler/${of.treating}/hoeringsnotat/${of.ended}`;
const publishing = (of: Places): string => `/aftaler/${of.deciding}/hoering/${of.closed}/offentliggoer`;
const sender = 'handicapraad-formand-greve';

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();

/** Presses what is in the dialog that is open. */
const confirm = (page: Page, verb: string): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name: verb }).click();

/** Opens the first point that can be divided, and what it can be divided by. */
async function openPoint(page: Page): Promise<void> {
  await press(page, /^Punkt /);
  await page.getByText('Del, flyt eller giv videre').click();
}

/** Lets every job be as far as this: what is made is made too fast to be looked at. */
async function jobsAre(page: Page, job: { readonly state: string; readonly done: number }): Promise<void> {
  const about = {
    __typename: 'Job',
    id: 'job',
    title: 'Høringsnotatet',
    total: 4,
    message: 'Sætter siderne',
    file: null,
  };
  await page.route('**/graphql', (route: Route) => {
    const { operationName } = route.request().postDataJSON() as { operationName?: string };
    return operationName === 'Job'
      ? route.fulfill({ json: { data: { job: { ...about, ...job } } } })
      : route.continue();
  });
  await press(page, 'Hent som PDF');
}

async function askToTakeDown(page: Page): Promise<void> {
  await press(page, 'Tag svarene ned');
  await page.getByRole('dialog').getByLabel('Grund').fill('Et navn skal ud.');
}

/** What is asked before something is done. */
const ASKED: readonly PageState[] = [
  {
    name: 'hoering-forlaeng',
    persona: 'sekretariat',
    path: hearing,
    shows: 'Der er noget, der skal rettes',
    act: async (page) => {
      await press(page, 'Forlæng fristen');
      await confirm(page, 'Forlæng fristen');
    },
  },
  {
    name: 'hoering-sig-nej',
    persona: 'sekretariat',
    path: hearing,
    shows: 'Sig nej til mere tid',
    act: (page) => press(page, /^Sig nej /),
  },
  {
    name: 'svar-ret',
    persona: sender,
    path: sent,
    shows: 'Ret det, I har sendt',
    act: (page) => press(page, 'Ret svaret'),
  },
  {
    name: 'svar-traek-tilbage',
    persona: sender,
    path: sent,
    shows: /^Indtil I sender igen/,
    act: (page) => press(page, 'Træk svaret tilbage'),
  },
  {
    name: 'personer-hoert',
    persona: 'sekretariat',
    path: () => '/personer',
    shows: 'Skriv navnet.',
    act: async (page) => {
      // There are many people, and they are looked at in another state.
      await page.getByRole('searchbox').fill('Birgitte');
      await page.getByText('Tilføj nogen, der kan høres').click();
      await page.getByRole('button', { name: 'Tilføj', exact: true }).click();
    },
  },
];

/** An answer that is refused something, corrected or taken back. */
const ANSWERED: readonly PageState[] = [
  {
    name: 'svar-fil-afvist',
    persona: 'handicapraad-formand-holbaek',
    path: (of) => `${hearing(of)}/svar/${of.draftResponse}/generelt`,
    shows: /Filen er ikke det, navnet siger/,
    refused: 400,
    act: async (page) => {
      await page.getByText(/^Dokumenter \(\d\)/).click();
      const file = {
        name: 'Svar.docx',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from('%PDF-1.7 ikke Word'),
      };
      await page.getByLabel('Læg et dokument ved').setInputFiles(file);
      await press(page, 'Læg dokumentet ved');
    },
  },
  {
    name: 'hoeringssvar-gennemsyn-medlem',
    persona: 'handicapraad-medlem-1-holbaek',
    path: (of) => `${hearing(of)}/svar/${of.draftResponse}/gennemse`,
    shows: /sender/,
  },
  {
    name: 'svar-rettes',
    persona: sender,
    path: sent,
    shows: 'I retter et svar, der er sendt',
    act: async (page) => {
      await press(page, 'Ret svaret');
      await confirm(page, 'Ret svaret');
      await page.getByRole('heading', { name: 'Jeres svar, del for del' }).waitFor();
    },
  },
  {
    name: 'svar-rettes-gennemsyn',
    persona: sender,
    path: (of) => `${sent(of)}/gennemse`,
    shows: 'Send det rettede svar',
  },
  {
    name: 'svar-trukket-tilbage',
    persona: sender,
    path: sent,
    shows: '1 tidligere svar',
    act: async (page) => {
      await press(page, 'Behold det, vi sendte');
      await confirm(page, 'Behold det, vi sendte');
      await press(page, 'Træk svaret tilbage');
      await confirm(page, 'Træk svaret tilbage');
    },
  },
];

/** Points that are divided, and papers that are being made. */
const TREATED: readonly PageState[] = [
  {
    name: 'behandling-del',
    persona: 'sekretariat',
    path: points,
    shows: /^Tryk på Enter mellem to ord/,
    act: openPoint,
  },
  {
    name: 'behandling-aendringer',
    persona: 'sekretariat',
    path: points,
    shows: /^Flyttet til /,
    act: async (page) => {
      await openPoint(page);
      await page.getByLabel('Flyt til').selectOption({ label: 'Bemærkninger i øvrigt' });
      await press(page, /^Flyt$/);
      await page.getByText(/^\d+ ændring(er)? af punkterne/).click();
    },
  },
  {
    name: 'hoeringsnotat-laves',
    persona: 'sekretariat',
    path: memo,
    shows: /Sætter siderne/,
    act: (page) => jobsAre(page, { state: 'running', done: 2 }),
  },
  {
    name: 'hoeringsnotat-ikke-lavet',
    persona: 'sekretariat',
    path: memo,
    shows: /kunne ikke laves/,
    act: (page) => jobsAre(page, { state: 'failed', done: 2 }),
  },
  {
    name: 'tag-svarene-ned',
    persona: 'sekretariat',
    path: publishing,
    shows: 'Vil du tage svarene ned?',
    act: askToTakeDown,
  },
  {
    name: 'offentliggoer-svarene',
    persona: 'sekretariat',
    path: publishing,
    shows: 'Vil du offentliggøre svarene?',
    act: async (page) => {
      await askToTakeDown(page);
      await confirm(page, 'Tag svarene ned');
      await press(page, 'Offentliggør svarene');
    },
  },
];

/** What pages show when somebody has done something; it changes the demo, so it comes after everything else. */
export const CHANGED_STATES: readonly PageState[] = [...ASKED, ...ANSWERED, ...TREATED, SIGNED_OUT];

const answer = (of: OwnHearing): string => `/aftaler/${of.agreement}/hoering/${of.round}/svar/${of.response}`;
const late = 'handicapraad-formand-holbaek';

/** From the deadline on, in the order in which a council comes to them. */
export const LATE_STATES: readonly PageState<OwnHearing>[] = [
  { name: 'laes-for-sent', persona: late, path: (of) => `/laes/${of.round}`, shows: /^Fristen er gået\./ },
  {
    name: 'svar-cpr',
    persona: late,
    path: (of) => `${answer(of)}/generelt`,
    shows: 'Her ser ud til at stå et CPR-nummer',
    // Shaped as a CPR number, of a day there was; nobody's.
    act: (page) => page.getByRole('textbox', { name: 'Bemærkninger i øvrigt' }).fill('Se sagen om 010190-1234.'),
  },
  {
    name: 'svar-for-sent-gennemsyn',
    persona: late,
    path: (of) => `${answer(of)}/gennemse`,
    shows: 'Fristen er gået',
  },
  {
    name: 'svar-for-sent-kvittering',
    persona: late,
    path: (of) => `${answer(of)}/gennemse`,
    shows: /^Svaret kom efter fristen/,
    act: (page) => press(page, 'Send svaret'),
  },
  {
    name: 'hoering-overblik-for-sent',
    persona: 'sagsbehandler-holbaek',
    path: (of) => `/aftaler/${of.agreement}/hoering/${of.round}/overblik`,
    shows: /1 af 1 har svaret/,
  },
];
