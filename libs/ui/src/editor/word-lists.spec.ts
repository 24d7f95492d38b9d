import { listsFromWord } from './word-lists';

/** As Word writes a line of a list to the clipboard. */
function line(words: string, marker: string, level = 1, list = 'l0', instance = 'lfo1'): string {
  const style = `text-indent:-18.0pt;mso-list:${list} level${level} ${instance}`;
  const before = `<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>`;
  return `<p class=MsoListParagraphCxSpMiddle style='${style}'>${before}${words}<o:p></o:p></p>\n\n`;
}

const page = (body: string) =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm} --></style></head>
<body lang=DA><!--StartFragment-->${body}<!--EndFragment--></body></html>`;

/** The elements and words of what was made, and nothing else. */
function outline(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const of = (element: Element): string =>
    [...element.childNodes]
      .map((node) => {
        if (node.nodeType === Node.TEXT_NODE) return node.textContent?.trim() ?? '';
        if (!(node instanceof Element)) return '';
        if (!/^(UL|OL|LI|P|B|TABLE|TD)$/.test(node.tagName)) return of(node);
        const start = node.getAttribute('start');
        return `${node.tagName.toLowerCase()}${start ?? ''}(${of(node)})`;
      })
      .join('');
  return of(body);
}

const listed = (...parts: readonly string[]) => outline(listsFromWord(page(parts.join(''))));

describe('lists pasted from Word', () => {
  it('bullets become a list, between the paragraphs around them', () => {
    const words = [line('Borgere', '·'), line('med <b>autisme</b>', '·')];
    expect(listed('<p class=MsoNormal>Før</p>', ...words, '<p class=MsoNormal>Efter</p>')).toBe(
      'p(Før)ul(li(p(Borgere))li(p(medb(autisme))))p(Efter)',
    );
  });

  it('numbers become a numbered list that begins where they do', () => {
    expect(listed(line('En', '1.'), line('To', '2.'))).toBe('ol(li(p(En))li(p(To)))');
    expect(listed(line('Fire', '4)'), line('Fem', '5)'))).toBe('ol4(li(p(Fire))li(p(Fem)))');
    expect(listed(line('A', 'a.'), line('B', 'b.'))).toBe('ol(li(p(A))li(p(B)))');
  });

  it('deeper lines come inside the line above, and out again', () => {
    const words = [line('1', '·'), line('1a', 'o', 2), line('1a1', '§', 3), line('1b', 'o', 2), line('2', '·')];
    expect(listed(...words)).toBe('ul(li(p(1)ul(li(p(1a)ul(li(p(1a1))))li(p(1b))))li(p(2)))');
    expect(listed(line('dyb', 'o', 2), line('ud', '·'))).toBe('ul(li(p(dyb)))ul(li(p(ud)))');
  });

  it('bullets and numbers are two lists, also where nothing stands between', () => {
    expect(listed(line('x', '·'), line('y', '1.', 1, 'l1', 'lfo2'))).toBe('ul(li(p(x)))ol(li(p(y)))');
  });

  it('a paragraph between ends a list, and the numbers go on', () => {
    const between = '<p class=MsoListParagraph>Mere om det første</p>';
    expect(listed(line('En', '1.'), between, line('To', '2.'))).toBe(
      'ol(li(p(En)))p(Mere om det første)ol2(li(p(To)))',
    );
  });

  it('a marker that is only typed is taken out, over the elements it stands in', () => {
    const typed = (marker: string, words: string) =>
      `<p class="MsoListParagraph"><span>${marker}</span><span>&nbsp;&nbsp; </span>${words}</p>`;
    expect(listed(typed('·', 'Borgere'), typed('·', 'Pårørende'))).toBe('ul(li(p(Borgere))li(p(Pårørende)))');
    expect(listed(typed('1.', 'Borgere'))).toBe('ol(li(p(Borgere)))');
    expect(listed(typed('2027', 'er et år'))).toBe('p(2027er et år)');
  });

  it('stand in a table’s cell', () => {
    expect(listed(`<table><tr><td>${line('x', '·')}</td></tr></table>`)).toBe('table(td(ul(li(p(x)))))');
  });

  it('leaves what other programs put on the clipboard as it was, to the letter', () => {
    const html = '<meta charset="utf-8"><p>· Ikke fra Word</p><ul><li>Liste</li></ul>';
    expect(listsFromWord(html)).toBe(html);
  });

  it('is read in another document than the page: nothing in it runs or is fetched', () => {
    const inPage = jest.spyOn(document, 'createElement');
    const made = listsFromWord(page(`${line('x', '·')}<img src="nowhere.png" onerror="throw new Error()">`));
    expect(inPage).not.toHaveBeenCalled();
    expect(made).toContain('<img');
    inPage.mockRestore();
  });
});
