import { brandId, type ItemId, type Json, type PersonId, type Sha256 } from '@enig/kernel';
import { addItem, emptyJson, MAX_DEPTH, seedUpdate, writtenAnchor } from '@enig/text';
import * as Y from 'yjs';
import { Gate } from './gate';

const anna = brandId<PersonId>('anna');

/** What the gate says of what is done to a text in which there is one paragraph and one goal. */
function said(act: (doc: Y.Doc) => void): string {
  const server = new Y.Doc();
  Y.applyUpdate(server, seedUpdate({ ...emptyJson('focus-area'), title: 'Mål', intro: INTRO }, 1));
  addItem(server, 'goals', { id: brandId<ItemId>('g-1'), title: 'Et mål' });
  const page = new Y.Doc();
  Y.applyUpdate(page, Y.encodeStateAsUpdate(server));
  const before = Y.encodeStateVector(page);
  page.transact(() => act(page));
  const known = { doc: server, waiting: new Map(), owners: new Map() };
  const judged = new Gate('focus-area').judge(Y.encodeStateAsUpdate(page, before), known, anna);
  return judged.kind === 'refused' ? judged.code : judged.kind;
}

const INTRO = {
  type: 'doc' as const,
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Børn' }] },
    { type: 'paragraph', content: [{ type: 'text', text: 'og unge 👩' }] },
    { type: 'paragraph', content: [{ type: 'crossReference', attrs: { target: 'f-1' } }] },
  ],
};

const ANCHOR = writtenAnchor({
  version: brandId<Sha256>('ab'.repeat(32)),
  path: ['goals', 'm-1', 'body'],
  ...{ start: 3, end: 8, exact: 'unge 👩', prefix: 'og ', suffix: ' får' },
});

const intro = (doc: Y.Doc) => doc.getXmlFragment('intro');
const reference = (doc: Y.Doc) => {
  const found = paragraphOf(doc, 2).get(0);
  if (!(found instanceof Y.XmlElement)) throw new Error('There is a reference');
  return found;
};
const put = (child: Y.XmlElement | Y.XmlText) => (doc: Y.Doc) => intro(doc).insert(0, [child]);
const goal = (doc: Y.Doc) => doc.getMap<Y.Map<unknown>>('goals').get('g-1') ?? new Y.Map();
const setGoal = (field: string, value: unknown) => (doc: Y.Doc) => goal(doc).set(field, value);

function element(name: string, attrs: Readonly<Record<string, Json>> = {}, ...children: (Y.XmlElement | Y.XmlText)[]) {
  const made = new Y.XmlElement<Record<string, Json>>(name);
  for (const [key, value] of Object.entries(attrs)) made.setAttribute(key, value);
  made.insert(0, children);
  return made as Y.XmlElement;
}

function nested(depth: number): Y.XmlElement {
  return element('bulletList', {}, element('listItem', {}, ...(depth > 2 ? [nested(depth - 2)] : [])));
}

const marked = (marks: Readonly<Record<string, unknown>>) => (doc: Y.Doc) => {
  const text = paragraphOf(doc).get(0);
  if (text instanceof Y.XmlText) text.format(0, 2, marks);
};

const link = { link: { href: 'https://www.kl.dk' } };

describe('CO-20 an update holds only what the schema knows', () => {
  it.each<[string, (doc: Y.Doc) => void]>([
    ['letters in a title', (doc) => doc.getText('title').insert(0, 'Nyt ')],
    ['a heading with its level', put(element('heading', { level: 3 }, new Y.XmlText('Overskrift')))],
    ['a reference', (doc) => paragraphOf(doc).push([element('crossReference', { target: 'f-2' })])],
    [
      'a table',
      put(element('table', {}, element('tableRow', {}, element('tableCell', { colspan: 2 }, element('paragraph'))))),
    ],
    ['another target', (doc) => reference(doc).setAttribute('target', 'f-2')],
    ['a heading without its level, which is then the top one', put(element('heading', {}, new Y.XmlText('x')))],
    ['a level taken away, as by undoing twice', (doc) => headingOf(doc).removeAttribute('level')],
    ['lists in lists', put(nested(MAX_DEPTH - 2))],
    ['bold, and what some programs write for it', marked({ bold: true, italic: {} })],
    ['a link and its end', marked(link)],
    ['a new goal', (doc) => addItem(doc, 'goals', { id: brandId<ItemId>('g-2'), title: 'To' })],
    ['a day and no owner', (doc) => (setGoal('due', '2026-10-15')(doc), setGoal('owner', null)(doc))],
    ['a goal put away', setGoal('removed', true)],
    ['everything deleted', (doc) => (intro(doc).delete(0, 3), doc.getMap('goals').delete('g-1'))],
    ['what was deleted before it was sent', (doc) => (put(element('heading'))(doc), intro(doc).delete(0, 1))],
  ])('takes %s', (_, act) => expect(said(act)).toBe('new'));

  it.each<[string, (doc: Y.Doc) => void]>([
    ['an unknown node', put(element('script'))],
    ['a known node where it may not stand', put(element('listItem'))],
    [
      'a heading in a list item',
      put(element('bulletList', {}, element('listItem', {}, element('heading', { level: 2 })))),
    ],
    ['text outside of paragraphs', put(new Y.XmlText('løs'))],
    ['a node called text', (doc) => paragraphOf(doc).push([element('text')])],
    ['a reference without its target', (doc) => paragraphOf(doc).push([element('crossReference')])],
    ['a level that is none', put(element('heading', { level: 9 }))],
    ['an unknown attribute', put(element('paragraph', { onclick: 'x' }))],
    ['a target taken away', (doc) => reference(doc).removeAttribute('target')],
    [
      'a target taken away after another was set',
      (doc) => {
        reference(doc).setAttribute('target', 'f-2');
        reference(doc).removeAttribute('target');
      },
    ],
    ['lists too deep', put(nested(MAX_DEPTH))],
    ['an unknown mark', marked({ blink: {} })],
    ['a mark under another name', marked({ 'bold--AbCdEfGh': {} })],
    ['a link to a script', marked({ link: { href: 'javascript:alert(1)' } })],
    ['a link without an address', marked({ link: {} })],
    ['a mark that is a list', marked({ bold: [] })],
    ['bold in a title', (doc) => doc.getText('title').format(0, 1, { bold: {} })],
    ['something put into text', (doc) => doc.getText('title').insertEmbed(0, { image: 'x' })],
    ['an attribute of a title', (doc) => doc.getText('title').setAttribute('lang', 'da')],
    ['an unknown field', setGoal('colour', 'red')],
    ['a day that does not exist', setGoal('due', '2026-02-31')],
    ['an owner that cannot be one', setGoal('owner', 'a b')],
    ['a flag that is none', setGoal('removed', 'yes')],
    ['a key that is none', setGoal('order', 'x'.repeat(101))],
    ['bytes', setGoal('due', new Uint8Array(3))],
    ['prose for a title', setGoal('title', new Y.XmlFragment())],
    ['marked text for a title', setGoal('title', new Y.XmlText('x'))],
    ['a goal under a bad id', (doc) => doc.getMap('goals').set('a b', new Y.Map())],
    ['a goal that is a word', (doc) => doc.getMap('goals').set('g-3', 'mål')],
    ['a list for a goal', (doc) => doc.getMap('goals').set('g-3', new Y.Array())],
  ])('refuses %s', (_, act) => expect(said(act)).toBe('CO-20-UNKNOWN-CONTENT'));

  it.each<[string, string, unknown, string]>([
    ['a comment on a sentence', 'comments', { section: 'f-1', anchor: ANCHOR, order: 'a0', removed: false }, 'new'],
    ['a comment whose anchor is lost', 'comments', { section: 'f-1', anchor: null }, 'new'],
    ['what was said by phone', 'statements', { section: '', how: 'phone', on: '2026-04-02' }, 'new'],
    ['an entry that is ready', 'entries', { ready: true, noRemarks: false }, 'new'],
    ['an anchor that is none', 'comments', { anchor: '{"exact":"x"}' }, 'CO-20-UNKNOWN-CONTENT'],
    ['an anchor longer than any', 'comments', { anchor: ANCHOR + ' '.repeat(20_000) }, 'CO-20-UNKNOWN-CONTENT'],
    ['a focus area that cannot be one', 'comments', { section: 'a b' }, 'CO-20-UNKNOWN-CONTENT'],
    ['what was said by smoke', 'statements', { how: 'smoke' }, 'CO-20-UNKNOWN-CONTENT'],
    ['who wrote down what was said', 'statements', { noted: '{"name":"Åse","capacity":"secretary"}' }, 'new'],
    ['a long story of who wrote it down', 'statements', { noted: '{"name":"Åse"}' }, 'CO-20-UNKNOWN-CONTENT'],
    ['an entry that is nearly ready', 'entries', { ready: 'nearly' }, 'CO-20-UNKNOWN-CONTENT'],
    ['an entry with words', 'entries', { words: true }, 'CO-20-UNKNOWN-CONTENT'],
  ])('of a response: %s', (_, root, fields, expected) => {
    const doc = new Y.Doc();
    doc.getMap(root).set('f-1', new Y.Map(Object.entries(fields ?? {})));
    const known = { doc: new Y.Doc(), waiting: new Map(), owners: new Map() };
    const judged = new Gate('hearing-response').judge(Y.encodeStateAsUpdate(doc), known, anna);
    expect(judged.kind === 'refused' ? judged.code : judged.kind).toBe(expected);
  });

  it('knows what each kind of text holds', () => {
    const doc = new Y.Doc();
    doc.getMap('sections').set('f-1', new Y.XmlFragment());
    const update = Y.encodeStateAsUpdate(doc);
    const known = () => ({ doc: new Y.Doc(), waiting: new Map(), owners: new Map() });
    expect(new Gate('hearing-response').judge(update, known(), anna).kind).toBe('new');
    expect(new Gate('chapter').judge(update, known(), anna)).toMatchObject({ code: 'CO-5-UNKNOWN-ROOT' });
  });
});

function headingOf(doc: Y.Doc): Y.XmlElement {
  const found = intro(doc).get(0);
  if (!(found instanceof Y.XmlElement)) throw new Error('There is a heading');
  return found;
}

function paragraphOf(doc: Y.Doc, at = 1): Y.XmlElement {
  const found = intro(doc).get(at);
  if (!(found instanceof Y.XmlElement)) throw new Error('There is a paragraph');
  return found;
}
