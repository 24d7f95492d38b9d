import { placeHref, rangeOf } from './place-in-text';

describe('a place in a text', () => {
  it('has an address with its slot and its words', () => {
    const href = placeHref('a1', 's1', { path: ['goals', 'g1', 'body'], words: 'fem fokusområder' });
    const [path, place] = href.split('#');
    expect(path).toBe('/aftaler/a1/afsnit/s1');
    expect(Object.fromEntries(new URLSearchParams(place))).toEqual({ sted: 'goals.g1.body', ord: 'fem fokusområder' });
  });

  it('is found across elements, with blanks as the page shows them', () => {
    document.body.innerHTML = '<div><p>Aftalen har <strong>fem</strong>\n   fokusområder.</p><p>Slut</p></div>';
    const range = rangeOf(document.body, 'har fem fokusområder');
    expect(range?.toString().replace(/\s+/g, ' ')).toBe('har fem fokusområder');
  });

  it('is not found where the words are gone', () => {
    document.body.innerHTML = '<p>Aftalen har seks fokusområder.</p>';
    expect(rangeOf(document.body, 'fem fokusområder')).toBeNull();
    expect(rangeOf(document.body, '  ')).toBeNull();
  });
});
