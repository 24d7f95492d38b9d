import { attack } from './test-attack';

describe('CO-21 what passes the gate leaves a document that can be written down, read again and shown', () => {
  it.each([1, 2, 3, 4, 5])('of 1,000 hostile updates, with seed %i', (seed) => {
    const answers = attack(seed, 1000);
    for (const answer of ['new', 'CO-4-MALFORMED', 'CO-20-UNKNOWN-CONTENT', 'CO-21-UNSOUND']) {
      expect(answers.get(answer)).toBeGreaterThan(10);
    }
  });
});
