import { paragraphsOfLines, paragraphsOfPages, type DrawnLine } from './paragraphs';

/** Lines from the top of a page, each so far under the one before it. */
function page(
  number: number,
  ...drawn: readonly (readonly [text: string, gap?: number, right?: number, height?: number])[]
) {
  let y = 800;
  const lines = drawn.map(([text, gap = 14, right = 540, height = 11]): DrawnLine => {
    y -= gap;
    return { text, y, right, height };
  });
  return { number, width: 600, lines };
}

const words = (...pages: readonly ReturnType<typeof page>[]) => paragraphsOfPages(pages).map((each) => each.words);

describe('HE-18 the paragraphs of a document', () => {
  it('end where there is more room than between lines', () => {
    expect(words(page(1, ['Første linje'], ['anden linje'], ['Nyt afsnit', 24], ['og mere']))).toEqual([
      'Første linje anden linje',
      'Nyt afsnit og mere',
    ]);
  });

  it('end where letters change their size, at a bullet, and after a sentence that ends before the margin', () => {
    expect(
      words(page(1, ['Overgange', 14, 120, 16], ['Vi mener det.', 14, 300], ['Og også det.'], ['• Kørsel'])),
    ).toEqual(['Overgange', 'Vi mener det.', 'Og også det.', '• Kørsel']);
  });

  it('do not end at a sentence that fills its line', () => {
    expect(words(page(1, ['Vi mener det.'], ['Og også det.']))).toEqual(['Vi mener det. Og også det.']);
  });

  it('go on over the page, and a word over the line', () => {
    expect(
      words(page(1, ['Der skal handi\u00ad'], ['cappolitik og social-']), page(2, ['politik til.'], ['Side 2', 30])),
    ).toEqual(['Der skal handicappolitik og social-politik til.']);
    expect(words(page(1, ['Ja tak.']), page(2, ['og mere']))).toEqual(['Ja tak.', 'og mere']);
  });

  it('leave out what stands at the edge of every page, and nothing that stands between', () => {
    const said = (number: number) =>
      ['Et', 'To', 'Tre', 'Fire', 'Fem', 'Seks'].map((each) => `${each} ${'i'.repeat(number)}.`);
    const whole = (number: number) => {
      const [first = '', second = '', , ...rest] = said(number);
      const lines = [`Greve ${number}`, first, second, 'Ja tak.', ...rest];
      return page(number, ...lines.map((line) => [line, 30] as const));
    };
    expect(words(whole(1), whole(2))).toEqual([
      ...['Et i.', 'To i.', 'Ja tak.', 'Fire i.', 'Fem i.', 'Seks i.'],
      ...['Et ii.', 'To ii.', 'Ja tak.', 'Fire ii.', 'Fem ii.', 'Seks ii.'],
    ]);
    expect(words(page(1, ['Kun én side']))).toEqual(['Kun én side']);
  });

  it('hold nothing that no table can keep', () => {
    const odd = `Vi${String.fromCharCode(0)}mener ${String.fromCharCode(0xd800)}`;
    expect(paragraphsOfLines(`${odd}\n \n--\nSlut`)).toEqual([
      { words: 'Vi mener \ufffd', page: null },
      { words: 'Slut', page: null },
    ]);
  });
});
