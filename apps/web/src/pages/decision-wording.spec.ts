import { createMessages } from '@enig/messages';
import { usualWording } from './decision-wording';

const m = createMessages('da');

describe('the wording of a decision', () => {
  it('says what minutes mostly say of a yes or a recommendation, and nothing of any other outcome', () => {
    expect(usualWording('approved', m)).toBe('Indstillingen blev godkendt.');
    expect(usualWording('recommended', m)).toBe('Aftalen blev anbefalet.');
    for (const outcome of ['rejected', 'postponed', 'referredBack', 'approvedOnCondition', 'noted'] as const)
      expect(usualWording(outcome, m)).toBe('');
  });
});
