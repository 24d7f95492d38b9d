import { cutExcerpts } from './cut-excerpts';

const cut = (text: string, words: string, reason = '[fjernet]') => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, reason };
};

describe('HE-50 words copied out of an answer are shown without what is cut out of it', () => {
  const text = 'Vi støtter  forslaget.\n\nMin søn\t010190-1234 venter.\n\nMin søn venter.';
  const slots = [
    { text, cuts: [cut(text, '010190-1234', '[nummer]')] },
    { text: 'Anden del\nmed ord.', cuts: [] },
  ];
  const shown = cutExcerpts(slots);

  it('also where the blanks were made single', () => {
    expect(shown('Vi støtter forslaget.')).toBe('Vi støtter forslaget.');
    expect(shown('Min søn 010190-1234 venter.')).toBe('Min søn [nummer] venter.');
    expect(shown('Anden del med ord.')).toBe('Anden del med ord.');
  });

  it('half of what is cut is cut, and the same words elsewhere are not', () => {
    expect(shown('søn 010190')).toBe('søn [nummer]');
    expect(shown('1234 venter.')).toBe('[nummer] venter.');
    expect(shown('Min søn')).toBe('Min søn');
  });

  it('of words that stand nowhere as they are only that something is cut is said', () => {
    expect(shown('Vi støtter forslaget. Min søn 010190-1234 venter.')).toBe(
      'Vi støtter forslaget. Min søn [nummer] venter.',
    );
    expect(shown('venter. med ord.')).toBe('[nummer]');
    expect(cutExcerpts([{ text, cuts: [] }])('hvad som helst')).toBe('hvad som helst');
  });

  it('words that stand twice are cut at both places', () => {
    const twice = 'Anna kom. Anna kom.';
    const both = cutExcerpts([{ text: twice, cuts: [cut(twice, 'Anna')] }]);
    expect(both('Anna kom.')).toBe('[fjernet] kom.');
  });

  it('is no slower by the square of how long an answer is: 30,000 points of 20 long pieces', () => {
    const piece = (at: number): string => `Stykke ${at}. ${'ord på ord om tilbud '.repeat(100)}`.trim();
    const many = Array.from({ length: 20 }, (_, at) => ({ text: piece(at), cuts: [cut(piece(at), 'tilbud')] }));
    const began = performance.now();
    const excerpts = cutExcerpts(many);
    for (let at = 0; at < 30_000; at += 1) excerpts(`Stykke ${at % 20}. ord på ord om tilbud ord`);
    // Half a millisecond a point, and 0.2 s in all on a quiet machine; so many that one pause says nothing.
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});
