import type { Places } from './places';
import type { PageState } from './states';

const board = (of: Places): string => `/aftaler/${of.deciding}/godkendelse`;
const greve = encodeURIComponent('municipality:0253');

/** Around decisions: approving again, what has changed since, a step taken otherwise, two people. */
export const DECIDING_STATES: readonly PageState[] = [
  {
    name: 'godkend-igen-intet',
    persona: 'raadssekretaer-greve',
    path: (of) => `${board(of)}/${greve}/igen`,
    shows: 'Der er ingen tidligere godkendelse at gentage.',
  },
  {
    name: 'aendret-intet',
    persona: 'politiker-roskilde',
    path: (of) => `/aftaler/${of.deciding}/aendret/${greve}`,
    shows:
      'Greve Kommune har taget stilling til den nyeste tekst. Hvad der er ændret fra version til version, kan ses i historikken.',
  },
  {
    name: 'godkendelse-anderledes',
    persona: 'sekretariat',
    path: board,
    shows: /^Det ændrer aldrig/,
    act: (page) => page.getByRole('button', { name: 'Tag et trin anderledes' }).click(),
  },
  {
    name: 'registrer-to-personer',
    persona: 'raadssekretaer-greve',
    path: (of) => `${board(of)}/${greve}`,
    shows: 'Skal to personer se beslutningen?',
  },
];
