import fc from 'fast-check';
import { lix, lixLevel, wordsBesideTables } from './lix';
import { everyBlock } from './test-documents';

describe('DOC-7 lix is the words of a sentence plus the long words of a hundred', () => {
  it('counted by hand', () => {
    // 10 words in 2 sentences, 2 of them longer than six letters: 5 + 20.
    expect(lix('Alle skal sige ja til det. Kommunerne beslutter hver for.')).toEqual({
      ...{ lix: 25, words: 10, sentences: 2 },
    });
  });

  it.each([
    ['', { lix: 0, words: 0, sentences: 0 }],
    ['Ja', { lix: 1, words: 1, sentences: 1 }],
    ['Godkendelsen', { lix: 101, words: 1, sentences: 1 }],
    ['Hør jf. § 6 i loven.', { lix: 5, words: 5, sentences: 1 }],
    ['Mål\nHvad er nyt', { lix: 2, words: 4, sentences: 2 }],
    ['Kl. 24 den 15. oktober 2026.', { lix: 23, words: 6, sentences: 1 }],
    ['– · –', { lix: 0, words: 0, sentences: 0 }],
    ['Ældreråd og børn-unge-området.', { lix: 70, words: 3, sentences: 1 }],
  ])('%j', (text, counted) => {
    expect(lix(text)).toEqual(counted);
  });

  it('has five levels', () => {
    expect([0, 24, 25, 34, 35, 44, 45, 54, 55, 90].map(lixLevel)).toEqual(
      ['veryEasy', 'easy', 'medium', 'hard', 'veryHard'].flatMap((level) => [level, level]),
    );
  });

  it('property: never less than nothing, and the same words in more sentences are never harder', () => {
    const words = fc.array(fc.stringMatching(/^[a-zæøå]{1,12}$/), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(words, (all) => {
        const one = lix(`${all.join(' ')}.`);
        expect(one.words).toBe(all.length);
        expect(one.lix).toBeGreaterThan(0);
        expect(lix(all.join('\n')).lix).toBeLessThanOrEqual(one.lix);
      }),
    );
  });

  it('counts what stands beside the tables, and nothing in them', () => {
    const words = wordsBesideTables(everyBlock());
    expect(words).toContain('Punkt med liste');
    expect(words).toContain('Ansvarlig: Greve');
    expect(words).not.toContain('Pladser');
    expect(words).not.toContain('Antal');
  });
});
