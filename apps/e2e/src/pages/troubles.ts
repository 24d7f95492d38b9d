/** What a page may have instead of its own content. */
export type Trouble = 'loading' | 'offline' | 'failed' | 'signedOut' | 'notFound' | 'forbidden';

/** A page whose question to the server can go wrong. */
export interface AskingPage {
  readonly name: string;
  readonly persona: string;
  readonly path: string;
  /** What it says while it waits, where that is something of its own. */
  readonly waiting?: string;
}

/** An id that nothing has. */
const NOTHING = '00000000-0000-4000-8000-000000000000';

/** Every page that asks the server for what it is about. */
export const ASKING_PAGES: readonly AskingPage[] = [
  { name: 'mine-opgaver', persona: 'sekretariat', path: '/' },
  { name: 'aftaler', persona: 'sekretariat', path: '/aftaler' },
  { name: 'aftale', persona: 'sekretariat', path: `/aftaler/${NOTHING}` },
  { name: 'aftale-ny', persona: 'sekretariat', path: '/aftaler/ny' },
  { name: 'opsaetning', persona: 'sekretariat', path: `/aftaler/${NOTHING}/opsaetning` },
  { name: 'fokusomraade', persona: 'tovholder-roskilde', path: `/aftaler/${NOTHING}/afsnit/${NOTHING}` },
  { name: 'hoering', persona: 'sekretariat', path: `/aftaler/${NOTHING}/hoering/${NOTHING}` },
  {
    name: 'hoeringssvar',
    persona: 'sekretariat',
    path: `/aftaler/${NOTHING}/hoering/${NOTHING}/svar/${NOTHING}`,
  },
  { name: 'ny-hoering', persona: 'sekretariat', path: `/aftaler/${NOTHING}/ny-hoering` },
  { name: 'hoering-overblik', persona: 'sekretariat', path: `/aftaler/${NOTHING}/hoering/${NOTHING}/overblik` },
  { name: 'offentliggoer', persona: 'sekretariat', path: `/aftaler/${NOTHING}/hoering/${NOTHING}/offentliggoer` },
  { name: 'hoeringsnotat', persona: 'sekretariat', path: `/aftaler/${NOTHING}/hoeringsnotat/${NOTHING}` },
  { name: 'brugt', persona: 'sekretariat', path: `/aftaler/${NOTHING}/hoering/${NOTHING}/brugt/${NOTHING}` },
  { name: 'behandling', persona: 'sekretariat', path: `/aftaler/${NOTHING}/behandling/${NOTHING}` },
  { name: 'godkendelse', persona: 'sekretariat', path: `/aftaler/${NOTHING}/godkendelse` },
  { name: 'registrer', persona: 'sekretariat', path: `/aftaler/${NOTHING}/godkendelse/${NOTHING}` },
  { name: 'godkend-igen', persona: 'sekretariat', path: `/aftaler/${NOTHING}/godkendelse/${NOTHING}/igen` },
  { name: 'aendret', persona: 'sekretariat', path: `/aftaler/${NOTHING}/aendret/${NOTHING}` },
  { name: 'kort', persona: 'sekretariat', path: `/aftaler/${NOTHING}/kort` },
  { name: 'sag', persona: 'sekretariat', path: `/aftaler/${NOTHING}/sag/${NOTHING}` },
  { name: 'sager', persona: 'sekretariat', path: `/aftaler/${NOTHING}/sager` },
  { name: 'forloeb', persona: 'sekretariat', path: `/aftaler/${NOTHING}/forloeb` },
  { name: 'vej', persona: 'sekretariat', path: '/parter/municipality:0000/vej' },
  { name: 'ny-i-dele', persona: 'sekretariat', path: '/aftaler/ny-i-dele' },
  { name: 'ny-allonge', persona: 'sekretariat', path: `/aftaler/${NOTHING}/ny-allonge` },
  { name: 'historik', persona: 'sekretariat', path: `/aftaler/${NOTHING}/historik` },
  { name: 'teksten-foer', persona: 'sekretariat', path: `/tekster/${NOTHING}/foer/${NOTHING}` },
  {
    name: 'hvem-skrev',
    persona: 'sekretariat',
    path: `/tekster/${NOTHING}/hvem`,
    waiting: 'Tekstens historik læses igennem',
  },
  { name: 'version', persona: 'sekretariat', path: `/versioner/${'0'.repeat(64)}` },
  { name: 'aarshjul', persona: 'sekretariat', path: '/aarshjul' },
  { name: 'personer', persona: 'sekretariat', path: '/personer' },
];

/** What is said in each trouble, as the first heading; while waiting there is none. */
export const TROUBLES: Readonly<Record<Trouble, string>> = {
  loading: 'Henter …',
  offline: 'Ingen forbindelse',
  failed: 'Noget gik galt hos os',
  signedOut: 'Du er logget ud',
  notFound: 'Siden findes ikke',
  forbidden: 'Du har ikke adgang',
};
