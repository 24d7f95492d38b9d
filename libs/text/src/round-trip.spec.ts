import { prosemirrorToYXmlFragment, updateYFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import * as Y from 'yjs';
import { textBytes } from './canonical';
import { diffText } from './diff';
import { toJson } from './doc';
import { readFragment, yFragment } from './fragment';
import { richTextHtml } from './html';
import type { ChapterJson, ProseMark, ProseNode, RichText } from './json';
import { canonicalRich, cleanText } from './normalise';
import { plainText } from './plain';
import { isEmptyRich } from './rich-text';
import { textSchema } from './schema';
import { seedUpdate } from './seed';
import { diffWords, type WordChange } from './words';

fc.configureGlobal({ numRuns: 40 });

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 5 }),
  fc.constantFrom('Børn og unge ', 'æøåÆØÅ', '👩‍🦽🦮', ' ', '', 'ord '),
);
const marks = fc.subarray<ProseMark>([
  { type: 'bold' },
  { type: 'link', attrs: { href: 'https://www.kl.dk/å' } },
  { type: 'italic' },
]);
const words: fc.Arbitrary<ProseNode> = fc.record({ type: fc.constant('text'), text, marks });
const target = fc.constantFrom('f-1', 'f-2');
const label = fc.option(fc.constantFrom('1. Børn', ''), { nil: null });
const reference: fc.Arbitrary<ProseNode> = fc
  .record({ target, label })
  .map((attrs) => ({ type: 'crossReference', attrs }));
const inline = fc.array(fc.oneof({ weight: 5, arbitrary: words }, fc.constant({ type: 'hardBreak' }), reference), {
  maxLength: 5,
});
const paragraph = inline.map((content): ProseNode => ({ type: 'paragraph', content }));
const heading = fc
  .tuple(inline, fc.constantFrom(2, 3, 4))
  .map(([content, level]): ProseNode => ({ type: 'heading', attrs: { level }, content }));

const { prose } = fc.letrec<{ prose: ProseNode; list: ProseNode; item: ProseNode }>((tie) => ({
  prose: fc.oneof({ maxDepth: 3, depthSize: 'small' }, paragraph, tie('list')),
  list: fc
    .tuple(fc.constantFrom('bulletList', 'orderedList'), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
    .map(([type, content]) => ({ type, content })),
  item: fc
    .tuple(paragraph, fc.array(tie('prose'), { maxLength: 2 }))
    .map(([first, more]) => ({ type: 'listItem', content: [first, ...more] })),
}));
const someProse = fc.array(prose, { minLength: 1, maxLength: 2 });
const quotation = someProse.map((content): ProseNode => ({ type: 'blockquote', content }));
const cell = fc
  .tuple(fc.constantFrom('tableCell', 'tableHeader'), someProse, fc.constantFrom(null, 'left', 'right'))
  .map(([type, content, align]): ProseNode => ({ type, attrs: { colspan: 1, align }, content }));
const table = fc
  .array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((rows): ProseNode => ({ type: 'table', content: rows.map((content) => ({ type: 'tableRow', content })) }));
const content = fc.array(fc.oneof({ weight: 3, arbitrary: prose }, heading, quotation, table), { maxLength: 5 });
const rich = content.map((nodes) => canonicalRich(nodes));

const chapter = (title: string, body: RichText): ChapterJson => ({ kind: 'chapter', schema: 1, title, body });
const docOf = (json: ChapterJson): Y.Doc => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate(json, 1));
  return doc;
};
const childrenOf = (node: ProseNode) => {
  const scratch = yFragment(canonicalRich([node]), new Y.Doc().getXmlFragment('scratch')).toArray();
  return scratch.flatMap((child) =>
    child instanceof Y.XmlElement || child instanceof Y.XmlText ? [child.clone()] : [],
  );
};
const joined = (changes: readonly WordChange[], op: 'added' | 'removed') =>
  changes.flatMap((change) => (change.op === 'same' || change.op === op ? [change.text] : [])).join('');

describe('for any prose', () => {
  it('the canonical form is the same when made again', () => {
    fc.assert(fc.property(rich, (one) => expect(canonicalRich(one.content)).toEqual(one)));
  });

  it('what is written is read again, and reading changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), rich, (title, body) => {
        const doc = docOf(chapter(title, body));
        const before = Y.encodeStateAsUpdate(doc);
        expect(toJson('chapter', doc)).toEqual(chapter(cleanText(title), body));
        expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
      }),
    );
  });

  it('the editor reads and writes the same', () => {
    fc.assert(
      fc.property(rich, (body) => {
        const node = textSchema().nodeFromJSON(body);
        const [ours, theirs] = [new Y.Doc(), new Y.Doc()];
        ours.clientID = theirs.clientID = 7;
        prosemirrorToYXmlFragment(node, theirs.getXmlFragment('body'));
        yFragment(body, ours.getXmlFragment('body'));
        expect(Y.encodeStateAsUpdate(ours)).toEqual(Y.encodeStateAsUpdate(theirs));
        expect(readFragment(theirs.getXmlFragment('body'))).toEqual(body);
        expect(yXmlFragmentToProseMirrorRootNode(ours.getXmlFragment('body'), textSchema()).eq(node)).toBe(true);
      }),
    );
  });

  it('what the editor changes into it is read as it', () => {
    fc.assert(
      fc.property(rich, rich, (before, after) => {
        const doc = docOf(chapter('', before));
        const fragment = doc.getXmlFragment('body');
        const binding = { mapping: new Map(), isOMark: new Map() };
        doc.transact(() => updateYFragment(doc, fragment, textSchema().nodeFromJSON(after), binding));
        expect(readFragment(fragment)).toEqual(after);
      }),
    );
  });

  it('HTML and plain text can be made, and HTML says what the text says', () => {
    fc.assert(
      fc.property(rich, (body) => {
        const html = richTextHtml(body, { headingLevel: 2 });
        expect(html === '').toBe(body.content.length === 0);
        if (isEmptyRich(body))
          expect(
            plainText(body)
              .replace(/[-\d.| ]/g, '')
              .trim(),
          ).toBe('');
      }),
    );
  });
});

describe('for any two texts', () => {
  it('the words of the difference give back both', () => {
    fc.assert(
      fc.property(rich, rich, (one, other) => {
        const [before, after] = [plainText(one), plainText(other)];
        const changes = diffWords(before, after);
        expect(joined(changes, 'removed')).toBe(before);
        expect(joined(changes, 'added')).toBe(after);
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        expect(diffText(chapter('', one), chapter('', other))).toHaveLength(isSame ? 0 : 1);
      }),
    );
  });

  it('two who edit the same text at once end with the same bytes', () => {
    const edit = fc.record({
      side: fc.boolean(),
      at: fc.nat({ max: 6 }),
      node: fc.oneof(prose, table),
      remove: fc.boolean(),
      meet: fc.boolean(),
    });
    fc.assert(
      fc.property(rich, fc.array(edit, { maxLength: 12 }), (body, edits) => {
        const one = docOf(chapter('Fælles', body));
        const other = new Y.Doc();
        const meet = () => {
          Y.applyUpdate(one, Y.encodeStateAsUpdate(other, Y.encodeStateVector(one)));
          Y.applyUpdate(other, Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)));
        };
        meet();
        for (const { side, at, node, remove, meet: meets } of edits) {
          const doc = side ? one : other;
          const fragment = doc.getXmlFragment('body');
          const place = Math.min(at, fragment.length);
          if (remove && place < fragment.length) fragment.delete(place, 1);
          else fragment.insert(place, childrenOf(node));
          doc.getText('title').insert(Math.min(at, doc.getText('title').length), side ? 'å' : '🦮');
          if (meets) meet();
        }
        meet();
        expect(textBytes(toJson('chapter', one))).toEqual(textBytes(toJson('chapter', other)));
      }),
    );
  });
});
