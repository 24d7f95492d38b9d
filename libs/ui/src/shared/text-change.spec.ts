import fc from 'fast-check';
import { changeBetween, rebased, shifted } from './text-change';

describe('the smallest change between two texts', () => {
  it('is where the caret is when it could be in several places', () => {
    expect(changeBetween('aaa', 'aaaa', 1)).toEqual({ index: 0, removed: 0, inserted: 'a' });
    expect(changeBetween('aaa', 'aaaa', 4)).toEqual({ index: 3, removed: 0, inserted: 'a' });
  });

  it('does not cut a character in two', () => {
    expect(changeBetween('😀', '😁', 2)).toEqual({ index: 0, removed: 2, inserted: '😁' });
  });

  it('always leads from the one to the other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'æ', '😀', '😁'), maxLength: 8 });
    fc.assert(
      fc.property(text, text, fc.nat(16), (before, after, caret) => {
        const change = changeBetween(before, after, Math.min(caret, after.length));
        if (!change) return expect(after).toBe(before);
        const { index, removed, inserted } = change;
        expect(before.slice(0, index) + inserted + before.slice(index + removed)).toBe(after);
      }),
    );
  });
});

describe('a caret while others write', () => {
  it.each([
    ['words before it push it on', 5, { index: 0, removed: 0, inserted: 'Nye ' }, 9],
    ['words after it leave it', 2, { index: 4, removed: 0, inserted: 'x' }, 2],
    ['words at it come after it', 2, { index: 2, removed: 0, inserted: 'x' }, 2],
    ['what is taken out before it draws it back', 5, { index: 1, removed: 2, inserted: '' }, 3],
    ['what is replaced before it moves it by the difference', 5, { index: 1, removed: 2, inserted: 'abc' }, 6],
    ['what is taken out around it leaves it at the cut', 5, { index: 3, removed: 4, inserted: '' }, 3],
  ] as const)('%s', (_, place, change, expected) => {
    expect(shifted(place, change)).toBe(expected);
  });
});

describe('a change made while somebody else changed the same text', () => {
  it('goes with its words', () => {
    const mine = { index: 6, removed: 0, inserted: '!' };
    expect(rebased(mine, { index: 0, removed: 0, inserted: 'Nye ' })).toEqual({ index: 10, removed: 0, inserted: '!' });
  });

  it('does not take out what is gone already', () => {
    const mine = { index: 2, removed: 4, inserted: '' };
    expect(rebased(mine, { index: 0, removed: 6, inserted: '' })).toEqual({ index: 0, removed: 0, inserted: '' });
  });
});
