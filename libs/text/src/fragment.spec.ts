import { Schema } from '@tiptap/pm/model';
import {
  prosemirrorToYXmlFragment,
  yXmlFragmentToProseMirrorRootNode,
  yXmlFragmentToProsemirrorJSON,
} from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { readFragment, yFragment } from './fragment';
import type { ProseMark, ProseNode, RichText } from './json';
import { attributeNameOf, markTypeOf } from './mark-names';
import { canonicalRich } from './normalise';
import { textSchema } from './schema';
import { UnknownContent } from './unknown-content';

const words = (text: string, ...marks: ProseMark[]): ProseNode => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks }),
});
const paragraph = (...content: ProseNode[]): ProseNode => ({
  type: 'paragraph',
  ...(content.length > 0 && { content }),
});
const node = (type: string, ...content: ProseNode[]): ProseNode => ({ type, content });
const item = (text: string, ...more: ProseNode[]) => node('listItem', paragraph(words(text)), ...more);
const cell = (type: 'tableCell' | 'tableHeader', text: string, attrs?: ProseNode['attrs']): ProseNode => ({
  type,
  ...(attrs && { attrs }),
  content: [paragraph(words(text))],
});

const bold: ProseMark = { type: 'bold' };
const italic: ProseMark = { type: 'italic' };
const link: ProseMark = { type: 'link', attrs: { href: 'https://www.kl.dk/æøå' } };

const EXAMPLES: readonly (readonly [string, readonly ProseNode[]])[] = [
  ['nothing', []],
  ['a paragraph', [paragraph(words('Borgere med særlige behov får støtte på åben linje. 👩‍🦽🦮'))]],
  ['an empty paragraph between two', [paragraph(words('Før')), paragraph(), paragraph(words('Efter'))]],
  ['headings', [2, 3, 4].map((level) => ({ type: 'heading', attrs: { level }, content: [words(`Trin ${level}`)] }))],
  ['emphasis', [paragraph(words('Kun '), words('fed', bold), words(' og '), words('begge', bold, italic), words('.'))]],
  ['a link', [paragraph(words('Læs '), words('mere', link), words(' og ', link, bold), words('videre', italic))]],
  ['a bullet list', [node('bulletList', item('Et'), item('To', node('bulletList', item('To a'))))]],
  ['a numbered list', [node('orderedList', item('Et'), item('To'))]],
  ['a list from 3', [{ type: 'orderedList', attrs: { start: 3 }, content: [item('Tre')] }]],
  ['a quotation', [node('blockquote', paragraph(words('Intet om os')), node('bulletList', item('uden os')))]],
  ['a line break', [paragraph(words('Rådhuset'), { type: 'hardBreak' }, words('4500 Nykøbing Sj.'))]],
  ['a reference', [paragraph(words('Se '), { type: 'crossReference', attrs: { target: 'f-2' } }, words('.'))]],
  ['a resolved reference', [paragraph({ type: 'crossReference', attrs: { target: 'f-2', label: '2. Æresord' } })]],
  [
    'a table',
    [
      node(
        'table',
        node(
          'tableRow',
          cell('tableHeader', 'År'),
          cell('tableHeader', 'Pladser', { align: 'right', colwidth: [120] }),
        ),
        node('tableRow', cell('tableCell', '2027', { rowspan: 2 }), cell('tableCell', '14')),
        node('tableRow', cell('tableCell', '15', { colspan: 1 + 1 })),
      ),
    ],
  ],
];

function inDocument(rich: RichText): Y.XmlFragment {
  const doc = new Y.Doc();
  doc.clientID = 7;
  return yFragment(rich, doc.getXmlFragment('body'));
}

function updateOf(fragment: Y.XmlFragment): Uint8Array {
  if (!fragment.doc) throw new Error('The fragment is in no document');
  return Y.encodeStateAsUpdate(fragment.doc);
}

describe.each(EXAMPLES)('%s', (_, content) => {
  const rich: RichText = { type: 'doc', content };

  it('is canonical, written and read again', () => {
    expect(canonicalRich(content)).toEqual(rich);
    expect(readFragment(inDocument(rich))).toEqual(rich);
  });

  it('is written byte for byte as the editor would', () => {
    const doc = new Y.Doc();
    doc.clientID = 7;
    prosemirrorToYXmlFragment(textSchema().nodeFromJSON(rich), doc.getXmlFragment('body'));
    expect(updateOf(inDocument(rich))).toEqual(Y.encodeStateAsUpdate(doc));
    expect(readFragment(doc.getXmlFragment('body'))).toEqual(rich);
  });

  it('is read by the editor, which finds nothing to repair', () => {
    const fragment = inDocument(rich);
    const before = updateOf(fragment);
    const seen = yXmlFragmentToProseMirrorRootNode(fragment, textSchema());
    if (content.length > 0) expect(() => seen.check()).not.toThrow();
    expect(seen.eq(textSchema().nodeFromJSON(rich))).toBe(true);
    expect(canonicalRich(yXmlFragmentToProsemirrorJSON(fragment)['content'])).toEqual(rich);
    expect(updateOf(fragment)).toEqual(before);
  });
});

describe('marks that may stand twice on the same text are named as the editor names them', () => {
  it('with a hash of themselves', () => {
    const schema = new Schema({
      nodes: { doc: { content: 'paragraph+' }, paragraph: { content: 'text*' }, text: {} },
      marks: { comment: { attrs: { id: {} }, excludes: '' } },
    });
    const doc = new Y.Doc();
    const comment = { type: 'comment', attrs: { id: 'æ1' } };
    const json = { type: 'doc', content: [paragraph(words('Her', comment))] };
    prosemirrorToYXmlFragment(schema.nodeFromJSON(json), doc.getXmlFragment('body'));
    const delta: unknown = doc.getXmlFragment('body').toJSON();
    const name = attributeNameOf(comment, true);
    expect(name).toMatch(/^comment--.{8}$/);
    expect(delta).toContain(`<${name} `);
    expect(markTypeOf(name)).toBe('comment');
  });
});

type YNode = Y.XmlElement | Y.XmlText;
const element = (name: string, ...children: YNode[]): Y.XmlElement => {
  const made = new Y.XmlElement(name);
  made.insert(0, children);
  return made;
};
const text = (value: string, attributes = {}): Y.XmlText => {
  const made = new Y.XmlText();
  made.insert(0, value, attributes);
  return made;
};
const withAttribute = (made: Y.XmlElement, name: string, value: string): Y.XmlElement => {
  made.setAttribute(name, value);
  return made;
};

function read(...children: YNode[]): RichText {
  const fragment = new Y.Doc().getXmlFragment('body');
  fragment.insert(0, children);
  return readFragment(fragment);
}

describe('what the schema does not know is reported, never left out', () => {
  const nested = (depth: number): Y.XmlElement =>
    depth === 0 ? element('paragraph', text('dybt')) : element('bulletList', element('listItem', nested(depth - 1)));

  it.each<readonly [string, () => YNode, string]>([
    ['a node', () => element('image'), 'TE-NODE: image'],
    ['a document in the document', () => element('doc'), 'TE-NODE: doc'],
    ['a node named as a property', () => element('constructor'), 'TE-NODE: constructor'],
    ['a mark', () => element('paragraph', text('x', { underline: {} })), 'TE-MARK: underline'],
    ['a mark twice', () => element('paragraph', text('x', { bold: {}, 'bold--abcdefgh': {} })), 'TE-MARK: bold twice'],
    ['a mark’s attribute', () => element('paragraph', text('x', { bold: { color: 1 } })), 'TE-ATTRIBUTE: bold.color'],
    [
      'an unsafe link',
      () => element('paragraph', text('x', { link: { href: 'javascript:a' } })),
      'TE-ATTRIBUTE: link.href',
    ],
    ['a link to nowhere', () => element('paragraph', text('x', { link: {} })), 'TE-ATTRIBUTE: link.href'],
    ['an attribute', () => withAttribute(element('paragraph'), 'style', 'x'), 'TE-ATTRIBUTE: paragraph.style'],
    [
      'a property as attribute',
      () => withAttribute(element('heading'), 'constructor', 'x'),
      'TE-ATTRIBUTE: heading.const',
    ],
    [
      'a level written as a string',
      () => withAttribute(element('heading'), 'level', '2'),
      'TE-ATTRIBUTE: heading.level',
    ],
    ['text outside paragraphs', () => text('løs'), 'TE-STRUCTURE: doc > text'],
    ['a heading in a quotation', () => element('blockquote', element('table', element('tableRow'))), 'TE-STRUCTURE'],
    ['too deep', () => nested(40), 'TE-DEPTH'],
  ])('%s', (_, make, message) => {
    expect(() => read(make())).toThrow(UnknownContent);
    expect(() => read(make())).toThrow(message);
  });

  it('but a heading that lost its level is one of the top, and says so', () => {
    const top = { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'x' }] };
    expect(read(element('heading', text('x'))).content).toEqual([top]);
  });

  it('far too deep', () => {
    const fragment = new Y.Doc().getXmlFragment('body');
    let inner: Y.XmlFragment = fragment;
    for (let depth = 0; depth < 500; depth += 1) {
      const next = element('blockquote');
      inner.insert(0, [next]);
      inner = next;
    }
    expect(() => readFragment(fragment)).toThrow('TE-DEPTH');
    let quotation = node('blockquote');
    for (let depth = 0; depth < 100; depth += 1) quotation = node('blockquote', quotation);
    expect(() => canonicalRich([quotation])).toThrow('TE-DEPTH');
  });

  it('something embedded in text', () => {
    const made = new Y.XmlText();
    made.insertEmbed(0, { image: 'x' });
    expect(() => read(element('paragraph', made))).toThrow('TE-NODE: embedded in text');
  });
});

describe('one canonical form', () => {
  const canonical = (...children: YNode[]) => read(...children).content;

  it('leaves out empty paragraphs at the end, not those between', () => {
    expect(canonical(element('paragraph'), element('paragraph', text('x')), element('paragraph'))).toEqual([
      paragraph(),
      paragraph(words('x')),
    ]);
  });

  it('joins texts that stand beside one another, and mends a character cut in two', () => {
    expect(canonicalRich([node('paragraph', words('\ud83e'), words('\uddae'), words(''))]).content).toEqual([
      paragraph(words('🦮')),
    ]);
    expect(canonicalRich([node('paragraph', words('a\ud83e'), words('b', bold))]).content).toEqual([
      paragraph(words('a\ufffd'), words('b', bold)),
    ]);
  });

  it('takes control characters out and gives line ends one form', () => {
    expect(canonical(element('paragraph', text('a\u0000\u0001b\r\nc\td\u0085')))).toEqual([
      paragraph(words('ab\nc\td')),
    ]);
  });

  it('puts marks in the schema’s order and reads `true` as a mark', () => {
    const one = canonical(element('paragraph', text('x', { italic: true, bold: {} })));
    expect(one).toEqual([paragraph(words('x', bold, italic))]);
  });

  it('leaves out what two people emptied at once, and gives back a missing paragraph', () => {
    const nothing = [element('bulletList'), element('table'), element('blockquote')];
    expect(canonical(...nothing, element('paragraph', text('x')))).toEqual([paragraph(words('x'))]);
    expect(canonical(element('bulletList', element('listItem')))).toEqual([
      node('bulletList', node('listItem', paragraph())),
    ]);
    const orphan = element('listItem', element('bulletList', element('listItem', element('paragraph', text('x')))));
    expect(canonical(element('bulletList', orphan))).toEqual([
      node('bulletList', node('listItem', paragraph(), node('bulletList', item('x')))),
    ]);
  });
});
