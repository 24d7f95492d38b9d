import { createMessages } from './message';
import { wordNoted } from './noted';

describe('HE-38 who wrote down what was said', () => {
  it.each([
    [{ name: 'Karen Holm', capacity: 'disabilityCouncilChair' }, 'af Karen Holm, formand for handicaprådet'],
    [{ name: ' ', capacity: 'spokesperson' }, 'af talsperson'],
    [{ name: 'Karen Holm', capacity: 'king' }, 'af Karen Holm'],
    [null, 'af rådet'],
  ])('is said as far as it is known: %j', (noted, words) => {
    expect(wordNoted(createMessages('da'), noted)).toBe(`skrevet ned ${words}`);
  });
});
