import { render } from '@testing-library/react';
import type { ProseNode } from '@enig/text';
import { RichTextView } from './rich-text-view';

const text = (words: string, ...marks: { type: string; attrs?: { href: string } }[]): ProseNode => ({
  type: 'text',
  text: words,
  marks,
});
const shown = (...content: ProseNode[]) =>
  render(
    <RichTextView
      content={{ type: 'doc', content }}
      headingLevel={3}
      labelOf={(id) => (id === 'a' ? '1 Samarbejde' : null)}
    />,
  ).container;

describe('prose as elements of a page', () => {
  it('takes nothing for HTML', () => {
    const page = shown({ type: 'paragraph', content: [text('<img src=x onerror=alert(1)>')] });
    expect(page.querySelector('img')).toBeNull();
    expect(page.textContent).toBe('<img src=x onerror=alert(1)>');
  });

  it('turns an unsafe link and an unknown mark into their words', () => {
    const link = { type: 'link', attrs: { href: 'javascript:alert(1)' } };
    const page = shown({ type: 'paragraph', content: [text('her', link), text(' og der', { type: 'blink' })] });
    expect(page.querySelector('a')).toBeNull();
    expect(page.textContent).toBe('her og der');
  });

  it('skips no level of heading, whatever was chosen while writing', () => {
    const heading = (level: number) => ({ type: 'heading', attrs: { level }, content: [text(`Niveau ${level}`)] });
    const page = shown(heading(3), heading(4), heading(2));
    expect([...page.querySelectorAll('h3, h4, h5, h6')].map(({ tagName }) => tagName)).toEqual(['H3', 'H4', 'H3']);
  });

  it('names rows and columns by their header cells', () => {
    const cell = (type: string, words: string): ProseNode => ({
      type,
      content: [{ type: 'paragraph', content: [text(words)] }],
    });
    const row = (...content: ProseNode[]): ProseNode => ({ type: 'tableRow', content });
    const page = shown({
      type: 'table',
      content: [
        row(cell('tableHeader', 'Gruppe'), cell('tableHeader', 'Pladser')),
        row(cell('tableHeader', 'Voksne'), cell('tableCell', '14')),
      ],
    });
    expect([...page.querySelectorAll('th')].map((header) => header.getAttribute('scope'))).toEqual([
      'col',
      'col',
      'row',
    ]);
  });

  it('says the present name of what a reference points at, and that it is gone', () => {
    const reference = (target: string): ProseNode => ({ type: 'crossReference', attrs: { target, label: null } });
    const page = shown({ type: 'paragraph', content: [reference('a'), text(' / '), reference('b')] });
    expect(page.textContent).toBe('1 Samarbejde / et afsnit, der ikke findes mere');
  });
});
