import { cutPlaces, isOnlyName, onePerSentence, quotesIn } from './cutting';

describe('HE-41 a point is cut where somebody puts line ends into it', () => {
  const excerpt = 'Skriv kortere. Sæt dato på. Tak.';

  it('finds where the parts begin, whatever the blanks', () => {
    expect(cutPlaces(excerpt, 'Skriv kortere.\nSæt dato på.\n\n Tak. ')).toEqual([15, 28]);
    expect(cutPlaces(excerpt, excerpt)).toEqual([]);
  });

  it('says so where the words are not the same', () => {
    expect(cutPlaces(excerpt, 'Skriv kortere.\nSæt en dato på. Tak.')).toBeNull();
    expect(cutPlaces(excerpt, 'Skriv kor\ntere. Sæt dato på. Tak.')).toBeNull();
  });

  it('puts each sentence on a line of its own', () => {
    expect(onePerSentence('Vi er enige. Men hvad med tolken? »Ja.« Tak!')).toBe(
      'Vi er enige.\nMen hvad med tolken?\n»Ja.«\nTak!',
    );
  });

  it('takes points copied out of a file by paragraph, or by line', () => {
    expect(quotesIn('Et punkt\nover to linjer.\n\nEt til.')).toEqual(['Et punkt over to linjer.', 'Et til.']);
    expect(quotesIn('Et punkt.\nEt til.\n')).toEqual(['Et punkt.', 'Et til.']);
  });

  it('copies points in only where there is nothing of a file but its name', () => {
    expect(isOnlyName({ kind: 'file', excerpt: 'svar fra Greve.pdf', about: 'svar  fra Greve.pdf' })).toBe(true);
    expect(isOnlyName({ kind: 'file', excerpt: 'Skriv kortere.', about: 'svar.pdf, side 2' })).toBe(false);
    expect(isOnlyName({ kind: 'comment', excerpt: 'kort', about: 'kort' })).toBe(false);
  });
});
