import type { Step, Translate } from '@enig/ui';
import type { Formats } from '../formats';
import { today } from '../today';
import type { Agreement } from './agreement';
import { periodWords } from './agreement-period';

const ORDER = ['write', 'hear', 'treat', 'decide', 'inForce'] as const;

/**
 * How many of the five steps are behind an agreement in each standing; an abandoned one stopped where it was. One that is
 * concluded and not in force has the last step before it, or never takes it: when, its period says.
 */
const DONE: Readonly<Record<Agreement['standing'], number>> = {
  drafting: 0,
  hearing: 1,
  treating: 2,
  deciding: 3,
  concluded: 4,
  inForce: 4,
  ended: 5,
  abandoned: 0,
};

/** Skrive, høre, behandle, beslutte, i kraft: which are done, and where it stands. */
export function stepsOf(agreement: Agreement, m: Translate, formats: Formats): Step[] {
  const done = DONE[agreement.standing];
  return ORDER.map((key, index) => ({
    key,
    name: m(`page.step.${key}`),
    state: isTakenBefore(agreement, key) && index > done ? 'done' : stateOf(agreement.standing, index, done),
    href: hrefOf(agreement, key),
    detail:
      key === 'inForce' && agreement.standing === 'concluded' ? periodWords(agreement, today(), m, formats) : undefined,
  }));
}

/**
 * Whether the rounds there are tell of a step that the standing has not come to: after a reopening the text is a draft
 * again, and it has been heard all the same. A party's own rounds, and those on a document, are none of these (HE-22).
 */
function isTakenBefore({ rounds }: Agreement, step: (typeof ORDER)[number]): boolean {
  const ofTheText = rounds.filter(({ owner, document }) => !owner && !document);
  if (ofTheText.length === 0) return false;
  if (step === 'hear') return ofTheText.every(({ state }) => state !== 'collecting');
  return step === 'treat' && ofTheText.every(({ state }) => state === 'closed');
}

function stateOf(standing: Agreement['standing'], index: number, done: number): Step['state'] {
  if (index < done) return 'done';
  if (index > done || standing === 'concluded') return 'upcoming';
  return standing === 'abandoned' ? 'failed' : 'current';
}

function hrefOf(agreement: Agreement, step: (typeof ORDER)[number]): string | undefined {
  const round = agreement.rounds.at(-1);
  // Without answers there are no points to go to.
  const answered = agreement.rounds.findLast(({ answeredCount }) => answeredCount > 0);
  if (step === 'hear' && round) return `/aftaler/${agreement.id}/hoering/${round.id}`;
  if (step === 'treat' && answered && agreement.may.treat) return `/aftaler/${agreement.id}/behandling/${answered.id}`;
  if (step === 'decide' && agreement.board) return `/aftaler/${agreement.id}/godkendelse`;
  return undefined;
}
