import { createMessages } from '@enig/messages';
import { formatsIn } from '../formats';
import type { Agreement } from './agreement';
import { stepsOf } from './agreement-steps';

type Standing = Agreement['standing'];
type Round = Pick<Agreement['rounds'][number], 'state' | 'owner' | 'document'>;

const closed: Round = { state: 'closed', owner: null, document: null };
const days = { periodFrom: '2027-01-01', periodTo: '2028-12-31' };

/** Write, hear, treat, decide, in force: how each is said to be. */
function states(standing: Standing, ...rounds: readonly Round[]): readonly string[] {
  const shown = rounds.map((round) => ({ id: 'r', answeredCount: 1, ...round }));
  const agreement = { id: 'a', standing, ...days, rounds: shown, board: null, may: {} } as unknown as Agreement;
  return stepsOf(agreement, createMessages('da'), formatsIn('da')).map(({ state }) => state);
}

describe('the steps of an agreement', () => {
  it('begin with a draft nobody has heard', () => {
    expect(states('drafting')).toEqual(['current', 'upcoming', 'upcoming', 'upcoming', 'upcoming']);
  });

  it('AG-7 do not forget the hearing that was held when the text is opened again', () => {
    expect(states('drafting', closed)).toEqual(['current', 'done', 'done', 'upcoming', 'upcoming']);
    expect(states('abandoned', closed).slice(1, 3)).toEqual(['done', 'done']);
  });

  it('are where they are while it is heard anew', () => {
    const again: Round = { ...closed, state: 'collecting' };
    expect(states('hearing', closed, again)).toEqual(['done', 'current', 'upcoming', 'upcoming', 'upcoming']);
    const ended: Round = { ...closed, state: 'ended' };
    expect(states('treating', closed, ended)).toEqual(['done', 'done', 'current', 'upcoming', 'upcoming']);
  });

  it.each([
    ['a party’s own round', { ...closed, owner: { id: 'municipality:0253' } }],
    ['a round on a document', { ...closed, document: { title: 'Takster' } }],
  ] as const)('HE-22 are not moved by %s', (_, round) => {
    expect(states('drafting', round as Round)).toEqual(states('drafting'));
  });
});
