import { Html, html as markup } from './html-template';
import { blocksHtml, toHtml } from './html';
import { everyBlock } from './test-documents';
import type { Block, DocumentModel } from './model';

const NASTY = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus='alert(1)",
  '</style><script>alert(1)</script>',
  '"}body{display:none}@media{"',
  '\\"; } </title><svg onload=alert(1)>',
  '{{x}} ${x} <!-- -->',
];

/** The one place in the style where words of the document stand: letters, digits, blanks and escapes. */
const FOOT = /@bottom-left\{content:"(?:[A-Za-z0-9 ]|\\[0-9a-f]+ )*";/;

/** Every word of a document replaced. */
function saying(text: string): DocumentModel {
  const replaced = JSON.stringify(everyBlock(), (key, value: unknown) => {
    const isWord = ['text', 'title', 'subtitle', 'foot', 'name', 'caption', 'label', 'explained', 'id'].includes(key);
    return isWord && typeof value === 'string' ? text : value;
  });
  const model = JSON.parse(replaced) as DocumentModel;
  const blocks = model.blocks.map((block): Block =>
    block.kind === 'table' ? { ...block, head: [text, text] } : block,
  );
  return { ...model, blocks };
}

describe('a document as a page', () => {
  const page = toHtml(everyBlock());

  it('says its language and its title, and has one heading of the first level', () => {
    expect(page).toContain('<html lang="da">');
    expect(page).toContain('<title>Rammeaftale</title>');
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page.match(/<h[2-5]/g)).toEqual(['<h2', '<h3']);
  });

  it('has neither a script nor anything from elsewhere: its font and its mark are those of the house', () => {
    expect(page).not.toMatch(
      /<script|<link(?! rel="icon" href="\/favicon\.svg" )|<img|src=|@import|url\((?!\/fonts\/IBMPlexSans-\w+\.woff2\))/,
    );
    expect(page).toContain('<link rel="icon" href="/favicon.svg" type="image/svg+xml">');
    expect(page).toContain('url(/fonts/IBMPlexSans-Regular.woff2)');
  });

  it('names tables and their columns', () => {
    expect(page).toContain('<caption>Pladser</caption><thead role="rowgroup"><tr role="row">');
    expect(page).toContain('<th role="columnheader" scope="col">Kommune</th>');
  });

  it('makes a row a card on a narrow screen, each cell with its column’s name, and a table all the same', () => {
    expect(page).toMatch(/@media screen and \(max-width:30rem\)\{table,caption,tbody,tr,td\{display:block\}/u);
    expect(page).toContain('td::before{content:attr(data-label) ": "');
    expect(page).toContain('<td role="cell" data-label="Antal" class="num">12</td></tr>');
    for (const part of ['<table role="table">', '<tbody role="rowgroup"><tr role="row">']) expect(page).toContain(part);
  });

  it('counts lists from where they begin', () => {
    expect(page).toContain('<ol start="3"><li><p>Tre</p></li></ol>');
  });

  it('explains a word in place, by a button that needs no script', () => {
    expect(page).toContain('popovertarget="ord-1">En takst</button><span class="means" popover id="ord-1">Prisen');
  });

  it('says aloud what was taken out and what was put in', () => {
    expect(page).toContain('<del><span class="hidden">Taget ud: </span>før</del>');
    expect(page).toContain('<ins><span class="hidden">Sat ind: </span>nu</ins>');
  });

  it('prints with room to write in, and with its foot on each sheet', () => {
    expect(page).toContain(
      '@page{size:A4;margin:2cm 6cm 2.2cm 2cm;@bottom-left{content:"Version 3 \\b7  1\\2e  april 2027"',
    );
    expect(toHtml(everyBlock({ margin: 'normal' }))).toContain('margin:2cm 2cm 2.2cm 2cm');
    expect(page.match(/<hr>/g)).toHaveLength(3);
    expect(page).toContain('<footer class="foot">Version 3 · 1. april 2027</footer>');
  });

  it.each(NASTY)('shows %s as the words it is', (text) => {
    const nasty = toHtml(saying(text));
    const plain = toHtml(saying('ord'));
    const tags = (markup: string): string[] => markup.match(/<\/?[a-z][a-z0-9]*/gi) ?? [];
    expect(tags(nasty)).toEqual(tags(plain));
    const style = (markup: string): string => (/<style>(.*?)<\/style>/s.exec(markup)?.[1] ?? '').replace(FOOT, '');
    expect(style(nasty) === style(plain)).toBe(true);
    expect(nasty.replace(/<style>.*<\/style>/s, '')).not.toContain(text);
  });

  it('gives pieces of one page ids of their own', () => {
    const blocks = everyBlock().blocks;
    expect(blocksHtml(blocks, 'fuld').markup).toContain('id="fuld-1"');
    expect(blocksHtml(blocks, 'letlaest').markup).toContain('id="letlaest-1"');
  });
});

describe('the template of pages', () => {
  it('escapes words and leaves pieces of a page as they are', () => {
    const [inner, all] = [markup`<b>${'<i>'}</b>`, ['a', new Html('<hr>')]];
    expect(markup`<p title="${'"&<'}">${inner}${null}${all}${3}</p>`.markup).toBe(
      '<p title="&#34;&#38;&#60;"><b>&#60;i&#62;</b>a<hr>3</p>',
    );
  });
});
