import { escapeHtml, richTextHtml } from './html';
import type { ProseNode, RichText } from './json';
import { plainOf, plainText } from './plain';
import { headingDepths, isEmptyRich, richFromPlain } from './rich-text';
import { emptyJson } from './json';
import { canonicalRich } from './normalise';

const words = (text: string, ...marks: string[]): ProseNode => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const node = (type: string, ...content: ProseNode[]): ProseNode => ({ type, content });
const p = (text: string) => node('paragraph', words(text));
const doc = (...content: ProseNode[]): RichText => ({ type: 'doc', content });
const heading = (level: number): ProseNode => ({ ...node('heading', words(`H${level}`)), attrs: { level } });
const linked = (href: string): ProseNode => ({
  ...words('her', 'bold'),
  marks: [{ type: 'link', attrs: { href } }, { type: 'bold' }],
});
const reference = (label?: string): ProseNode => ({
  type: 'crossReference',
  attrs: { target: 'f-2', ...(label !== undefined && { label }) },
});
const html = (...content: ProseNode[]) => richTextHtml(doc(...content), { headingLevel: 3 });

describe('prose as HTML', () => {
  it.each<readonly [string, readonly ProseNode[], string]>([
    ['nothing', [], ''],
    ['paragraphs, everything escaped', [p('<b>&"\'å')], '<p>&#60;b&#62;&#38;&#34;&#39;å</p>'],
    ['emphasis', [node('paragraph', words('x', 'bold', 'italic'))], '<p><strong><em>x</em></strong></p>'],
    ['a line break', [node('paragraph', words('a'), { type: 'hardBreak' }, words('b'))], '<p>a<br>b</p>'],
    ['a quotation', [node('blockquote', p('x'))], '<blockquote><p>x</p></blockquote>'],
    ['a bullet list', [node('bulletList', node('listItem', p('x')))], '<ul><li><p>x</p></li></ul>'],
    ['a numbered list', [node('orderedList', node('listItem', p('x')))], '<ol><li><p>x</p></li></ol>'],
    [
      'a list from 3',
      [{ ...node('orderedList', node('listItem', p('x'))), attrs: { start: 3 } }],
      '<ol start="3"><li><p>x</p></li></ol>',
    ],
    [
      'a link',
      [node('paragraph', linked('https://a.dk/?a=1&b=2'))],
      '<p><a href="https://a.dk/?a=1&#38;b=2" rel="noopener noreferrer"><strong>her</strong></a></p>',
    ],
    ['an unsafe link', [node('paragraph', linked('javascript:alert(1)'))], '<p><strong>her</strong></p>'],
    ['headings that skip no level', [2, 4, 3, 2].map(heading), '<h3>H2</h3><h4>H4</h4><h4>H3</h4><h3>H2</h3>'],
    ['a reference', [node('paragraph', reference('2. Børn'))], '<p><span>2. Børn</span></p>'],
    ['a reference without a name', [node('paragraph', reference())], '<p><span>…</span></p>'],
  ])('%s', (_, content, expected) => {
    expect(html(...content)).toBe(expected);
  });

  it('never goes below the sixth level', () => {
    const levels = richTextHtml(doc(...[2, 3, 4].map(heading)), { headingLevel: 5 });
    expect(levels).toBe('<h5>H2</h5><h6>H3</h6><h6>H4</h6>');
  });

  it('says its language, and leads references where it is told', () => {
    const options = {
      ...{ headingLevel: 2, lang: 'da', unresolved: 'Fokusområdet findes ikke' },
      ...{ hrefOf: (target: string) => `#${target}"`, labelOf: () => null },
    };
    expect(richTextHtml(doc(node('paragraph', reference())), options)).toBe(
      '<div lang="da"><p><a href="#f-2&#34;">Fokusområdet findes ikke</a></p></div>',
    );
  });

  it('names rows and columns of a table', () => {
    const th = (text: string, attrs?: ProseNode['attrs']) => ({
      ...node('tableHeader', p(text)),
      ...(attrs && { attrs }),
    });
    const td = (text: string, attrs?: ProseNode['attrs']) => ({
      ...node('tableCell', p(text)),
      ...(attrs && { attrs }),
    });
    const table = node(
      'table',
      node('tableRow', th(''), th('2027', { colspan: 2, align: 'right' })),
      node('tableRow', th('Pladser'), td('14', { rowspan: 2 }), td('15')),
      node('tableRow', td('I alt'), th('29')),
    );
    expect(html(table).replaceAll('<p>', '').replaceAll('</p>', '')).toBe(
      '<table><thead><tr><th scope="col"></th><th scope="col" colspan="2" class="align-right">2027</th></tr></thead>' +
        '<tbody><tr><th scope="row">Pladser</th><td rowspan="2">14</td><td>15</td></tr>' +
        '<tr><td>I alt</td><th scope="col">29</th></tr></tbody></table>',
    );
  });

  it('refuses what it does not know', () => {
    expect(() => html({ type: 'video' })).toThrow('video');
    expect(() => html(node('paragraph', words('x', 'underline')))).toThrow('underline');
  });

  it('escapes attribute values', () => {
    expect(escapeHtml(`"'<>&`)).not.toMatch(/["'<>]/);
  });
});

describe('prose as plain text', () => {
  it('keeps blocks, lists and tables apart', () => {
    const nested = node('listItem', p('To'), node('orderedList', node('listItem', p('Dybt'))));
    const row = node('tableRow', node('tableHeader', p('År'), p('(hele)')), node('tableCell', p('2027')));
    const rich = doc(
      heading(2),
      node('bulletList', node('listItem', p('Et')), nested),
      { ...node('orderedList', node('listItem', p('Tre'))), attrs: { start: 3 } },
      node('blockquote', p('Citat'), p('mere')),
      node('table', row, row),
      node('paragraph', words('Se '), reference('2. Børn'), { type: 'hardBreak' }, reference(), words('!')),
    );
    expect(plainText(rich)).toBe(
      'H2\n\n- Et\n- To\n  1. Dybt\n\n3. Tre\n\nCitat\nmere\n\nÅr (hele) | 2027\nÅr (hele) | 2027\n\nSe 2. Børn\n!',
    );
  });

  it('of a whole text leaves out what is empty', () => {
    const text = { ...emptyJson('case'), title: 'Rammeaftale', hearing: richFromPlain('Hørt.') };
    expect(plainOf(text)).toBe('Rammeaftale\n\nHørt.');
  });
});

describe('plain text as prose', () => {
  it.each([
    ['', ''],
    ['Et afsnit', 'Et afsnit'],
    ['Et\r\n\r\nTo\n \n\n\nTre', 'Et\n\nTo\n\nTre'],
    ['Linje\nog linje', 'Linje\nog linje'],
  ])('%j', (given, expected) => {
    const rich = richFromPlain(given);
    expect(plainText(rich)).toBe(expected);
    expect(canonicalRich(rich.content)).toEqual(rich);
  });

  it('is empty without a word or a reference', () => {
    expect(isEmptyRich(richFromPlain(' \n\n '))).toBe(true);
    expect(isEmptyRich(doc(node('bulletList', node('listItem', { type: 'paragraph' }))))).toBe(true);
    expect(isEmptyRich(doc(node('paragraph', reference())))).toBe(false);
    expect(isEmptyRich(richFromPlain('x'))).toBe(false);
  });
});

describe('headings', () => {
  it('get a depth without gaps', () => {
    const rich = doc(...[4, 3, 3, 2, 4, 3, 4].map(heading));
    expect([...headingDepths(rich).values()]).toEqual([1, 1, 1, 1, 2, 2, 3]);
  });
});
