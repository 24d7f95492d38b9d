import { placesOfWords, surroundings } from './words-in-answer';

const TEXT = 'Hassan venter.\n\nJeg mødte Hassan i går, og HASSAN\nvar træt.';

describe('HE-50 words that are to be taken out', () => {
  it('are found everywhere they stand', () => {
    const found = placesOfWords(' hassan ', TEXT, []);
    expect(found.map(({ start, end }) => TEXT.slice(start, end))).toEqual(['Hassan', 'Hassan', 'HASSAN']);
  });

  it('are not found again where they are taken out', () => {
    const [first] = placesOfWords('Hassan', TEXT, []);
    expect(placesOfWords('Hassan', TEXT, first ? [first] : [])).toHaveLength(2);
    expect(placesOfWords('Hassan', TEXT, [{ start: 0, end: TEXT.length }])).toEqual([]);
  });

  it('are found across a line break, and signs stand for themselves', () => {
    expect(placesOfWords('hassan var', TEXT, [])).toHaveLength(1);
    expect(placesOfWords('venter.', 'venterx venter.', [])).toEqual([{ start: 8, end: 15 }]);
    expect(placesOfWords('  ', TEXT, [])).toEqual([]);
  });

  it('are shown with what stands around them', () => {
    const places = placesOfWords('Hassan', TEXT, []);
    const [, , last] = places;
    expect(last && surroundings(TEXT, last)).toBe('…san venter. Jeg mødte Hassan i går, og HASSAN var træt.');
  });
});
