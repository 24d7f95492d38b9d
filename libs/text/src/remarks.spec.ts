import { brandId, type ItemId, type Sha256 } from '@enig/kernel';
import fc from 'fast-check';
import * as Y from 'yjs';
import { readAnchor, writtenAnchor } from './anchor-json';
import type { Anchor } from './anchor';
import { textBytes } from './canonical';
import { diffText } from './diff';
import { toJson } from './doc';
import { addItem, itemsInOrder, putBackItem, removeItem, setItemValue } from './items';
import { emptyJson, type CommentJson, type HearingResponseJson, type StatementJson } from './json';
import { plainOf } from './plain';
import { markEntry, readRemarks } from './remarks';
import { completeSubmission, entryOf, saysSomething } from './response';
import { richFromPlain } from './rich-text';
import { seedUpdate } from './seed';
import { mapProse, slotsOf } from './slots';

const id = (value: string) => brandId<ItemId>(value);
const ANCHOR: Anchor = {
  version: brandId<Sha256>('ab'.repeat(32)),
  path: ['goals', 'm-1', 'body'],
  ...{ start: 4, end: 9, exact: 'unge ', prefix: 'Børn', suffix: 'får' },
};
const EMPTY = emptyJson('hearing-response', ['f-1', 'f-2']);
const words = richFromPlain('Hvem betaler?');
const comment: CommentJson = { id: id('k-1'), section: 'f-1', anchor: ANCHOR, body: words };
const statement: StatementJson = {
  ...{ id: id('u-1'), section: null, how: 'phone', who: 'Åse Friis', on: '2026-04-02' },
  body: richFromPlain('Sproget er svært.'),
};

function docOf(json: HearingResponseJson): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate(json, 7));
  return doc;
}

function together(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
}

const line = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((text) => text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ''));
const sections = fc.constantFrom('f-1', 'f-2', 'elsewhere');
const anchors: fc.Arbitrary<Anchor> = fc.record({
  version: fc.constant(ANCHOR.version),
  path: fc.constantFrom<Anchor['path']>(['intro'], ['goals', 'm-1'], ['goals', 'm-1', 'body']),
  start: fc.nat(100),
  end: fc.integer({ min: 100, max: 300 }),
  ...{ exact: line, prefix: line, suffix: line },
});
const prose = line.map((text) => richFromPlain(`Ord ${text}`));
const comments = fc.array(fc.record({ section: sections, anchor: fc.option(anchors), body: prose }), { maxLength: 4 });
const statements = fc.array(
  fc.record({
    ...{ section: fc.option(sections), how: fc.constantFrom<'phone' | 'meeting'>('phone', 'meeting'), who: line },
    ...{ on: fc.option(fc.constantFrom('2026-04-02', '2028-02-29')), body: prose },
  }),
  { maxLength: 4 },
);
const entry = fc.record({ noRemarks: fc.boolean(), ready: fc.boolean() });
const responses: fc.Arbitrary<HearingResponseJson> = fc
  .record({ comments, statements, general: entry, first: entry })
  .map(({ general, first, ...lists }) => ({
    ...EMPTY,
    entries: { 'f-1': first, general },
    comments: lists.comments.map((one, index) => ({ id: id(`k-${index}`), ...one })),
    statements: lists.statements.map((one, index) => ({ id: id(`u-${index}`), ...one })),
  }));

describe('what a response holds beside its prose', () => {
  it('is read as it was written, whatever it is', () => {
    fc.assert(
      fc.property(responses, (json) => {
        const doc = docOf(json);
        const before = Y.encodeStateAsUpdate(doc);
        expect(toJson('hearing-response', doc)).toEqual(json);
        expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
        expect(textBytes(toJson('hearing-response', docOf(json)))).toEqual(textBytes(json));
      }),
    );
  });

  it('shows a difference exactly where there is one in its words', () => {
    fc.assert(
      fc.property(responses, responses, (one, other) => {
        const slots = (json: HearingResponseJson) => JSON.stringify(slotsOf({ ...json, entries: {} }));
        const isSame = slots(one) === slots(other);
        if (isSame) expect(diffText(one, other)).toEqual([]);
        expect(diffText(one, one)).toEqual([]);
      }),
    );
  });

  it('begins with a mark for each focus area and one in general, none of them set', () => {
    const untouched = { noRemarks: false, ready: false };
    expect(EMPTY.entries).toEqual({ 'f-1': untouched, 'f-2': untouched, general: untouched });
    expect(readRemarks(docOf(EMPTY))).toEqual({ entries: EMPTY.entries, comments: [], statements: [] });
  });

  it('keeps what two members mark in the same moment', () => {
    const [one, other] = [docOf(EMPTY), docOf(EMPTY)];
    markEntry(one, 'f-1', 'ready', true);
    markEntry(other, 'f-1', 'noRemarks', true);
    together(one, other);
    expect(readRemarks(one).entries['f-1']).toEqual({ noRemarks: true, ready: true });
  });

  it('marks an entry of a response begun before there were marks, and writes nothing where nothing changes', () => {
    const doc = docOf({ ...EMPTY, entries: {} });
    let updates = 0;
    doc.on('update', () => (updates += 1));
    markEntry(doc, 'f-1', 'ready', false);
    expect(updates).toBe(0);
    markEntry(doc, 'f-1', 'ready', true);
    markEntry(doc, 'f-1', 'ready', true);
    expect(updates).toBe(1);
    expect(readRemarks(doc).entries).toEqual({ 'f-1': { noRemarks: false, ready: true } });
  });

  it('adds, fills in, removes and puts back', () => {
    const doc = docOf(EMPTY);
    addItem(doc, 'comments', { id: id('k-1'), values: { section: 'f-1', anchor: writtenAnchor(ANCHOR), body: words } });
    addItem(doc, 'statements', { id: id('u-1'), values: { who: 'Åse Friis', body: statement.body } });
    expect(readRemarks(doc).statements).toEqual([{ ...statement, how: 'meeting', on: null }]);
    setItemValue(doc, 'statements', id('u-1'), 'how', 'phone');
    setItemValue(doc, 'statements', id('u-1'), 'on', '2026-04-02');
    setItemValue(doc, 'statements', id('u-1'), 'section', 'f-1');
    setItemValue(doc, 'statements', id('u-1'), 'section', null);
    expect(readRemarks(doc)).toMatchObject({ comments: [comment], statements: [statement] });
    removeItem(doc, 'comments', id('k-1'));
    expect(readRemarks(doc).comments).toEqual([]);
    expect(itemsInOrder(doc, 'comments')).toHaveLength(1);
    putBackItem(doc, 'comments', id('k-1'));
    expect(readRemarks(doc).comments).toEqual([comment]);
  });

  it('counts as empty where a program wrote something else, and keeps the words', () => {
    const doc = docOf({ ...EMPTY, comments: [comment], statements: [statement] });
    const field = (list: string, name: string, value: unknown) =>
      doc.getMap<Y.Map<unknown>>(list).values().next().value?.set(name, value);
    field('comments', 'anchor', '{"exact":1}');
    field('comments', 'section', 5);
    field('statements', 'how', 'smoke');
    field('statements', 'who', 'ikke en tekst');
    field('statements', 'on', '2026-02-31');
    doc.getMap<unknown>('entries').set('f-9', 'ready');
    const read = readRemarks(doc);
    expect(read.comments).toEqual([{ ...comment, section: '', anchor: null }]);
    expect(read.statements).toEqual([{ ...statement, how: 'meeting', who: '', on: null }]);
    expect(read.entries).toEqual(EMPTY.entries);
  });

  it.each<readonly [string, (doc: Y.Doc) => void]>([
    ['TE-FIELD: comments.colour', (doc) => doc.getMap('comments').set('k', new Y.Map([['colour', 'red']]))],
    ['TE-FIELD: entries.words', (doc) => doc.getMap('entries').set('f-1', new Y.Map([['words', 'x']]))],
    ['TE-ID: entries', (doc) => doc.getMap('entries').set('../x', new Y.Map())],
    ['TE-ID: statements', (doc) => doc.getMap('statements').set('__proto__', new Y.Map())],
  ])('is reported where it may hold words: %s', (message, write) => {
    const doc = docOf(EMPTY);
    write(doc);
    expect(() => toJson('hearing-response', doc)).toThrow(message);
  });

  it('is refused to be written where it cannot be read', () => {
    expect(() => seedUpdate({ ...EMPTY, comments: [{ ...comment, section: 'a b' }] }, 1)).toThrow(RangeError);
    expect(() => seedUpdate({ ...EMPTY, entries: { 'a b': { noRemarks: true, ready: true } } }, 1)).toThrow('TE-ID');
  });
});

describe('an anchor', () => {
  it('is the same written and read', () => {
    fc.assert(fc.property(anchors, (anchor) => expect(readAnchor(writtenAnchor(anchor))).toEqual(anchor)));
  });

  it.each<readonly [string, unknown]>([
    ['not a string', 5],
    ['not JSON', '{'],
    ['null', 'null'],
    ['too little', JSON.stringify({ exact: 'x' })],
    ['too much', JSON.stringify({ ...ANCHOR, more: 1 })],
    ['a version that is none', JSON.stringify({ ...ANCHOR, version: 'x' })],
    ['a path that is none', JSON.stringify({ ...ANCHOR, path: [] })],
    ['a path too deep', JSON.stringify({ ...ANCHOR, path: ['goals', 'm', 'body', 'x'] })],
    ['an end before its start', JSON.stringify({ ...ANCHOR, start: 9, end: 4 })],
    ['half a place', JSON.stringify({ ...ANCHOR, start: 1.5 })],
    ['words that are none', JSON.stringify({ ...ANCHOR, exact: null })],
    ['far too long', JSON.stringify({ ...ANCHOR, exact: 'x'.repeat(20_000) })],
  ])('is none: %s', (_, written) => expect(readAnchor(written)).toBeNull());

  it('has its words cleaned as all others are', () => {
    expect(readAnchor(writtenAnchor({ ...ANCHOR, exact: 'a\ud83e\u0000' }))?.exact).toBe('a\ufffd');
  });
});

describe('HE-34 what an entry says', () => {
  const done = { noRemarks: false, ready: true };
  const marked = { ...EMPTY, entries: { 'f-1': { noRemarks: true, ready: false } } };
  it.each<readonly [string, HearingResponseJson, number, string, boolean]>([
    ['nothing', EMPTY, 0, 'notStarted', false],
    ['words', { ...EMPTY, sections: { 'f-1': words } }, 0, 'draft', false],
    ['a comment', { ...EMPTY, comments: [comment] }, 0, 'draft', false],
    [
      'a comment without words',
      { ...EMPTY, comments: [{ ...comment, body: richFromPlain('') }] },
      0,
      'notStarted',
      false,
    ],
    ['what was said', { ...EMPTY, statements: [{ ...statement, section: 'f-1' }] }, 0, 'draft', false],
    ['a document', EMPTY, 1, 'draft', false],
    ['that it is ready, and nothing else', { ...EMPTY, entries: { 'f-1': done } }, 0, 'notStarted', false],
    [
      'words, and that it is ready',
      { ...EMPTY, sections: { 'f-1': words }, entries: { 'f-1': done } },
      0,
      'ready',
      false,
    ],
    ['a document, and that it is ready', { ...EMPTY, entries: { 'f-1': done } }, 1, 'ready', false],
    ['that there are no remarks', marked, 0, 'ready', true],
    ['no remarks, and words', { ...marked, sections: { 'f-1': words } }, 0, 'draft', false],
    ['no remarks, and a document', marked, 1, 'draft', false],
  ])('%s', (_, json, files, state, noRemarks) => {
    expect(entryOf(json, 'f-1', files)).toMatchObject({ state, noRemarks });
  });

  it('in general also has the minority, and what hangs on no focus area', () => {
    const json = { ...EMPTY, minority: words, comments: [{ ...comment, section: '' }], statements: [statement] };
    expect(entryOf(json, 'general')).toMatchObject({
      ...{ state: 'draft', minority: words, comments: [{ id: 'k-1' }], statements: [{ id: 'u-1' }] },
    });
    expect(entryOf(json, 'f-1')).toMatchObject({ state: 'notStarted', minority: null });
    expect(entryOf(json, 'unknown').state).toBe('notStarted');
  });

  it('makes the whole response say something, words or none', () => {
    expect(saysSomething(EMPTY)).toBe(false);
    expect(saysSomething(marked)).toBe(true);
    expect(saysSomething({ ...EMPTY, comments: [comment] })).toBe(true);
    expect(saysSomething({ ...EMPTY, statements: [statement] })).toBe(true);
    expect(saysSomething({ ...EMPTY, entries: { 'f-1': { noRemarks: false, ready: true } } })).toBe(false);
  });
});

describe('a submission from before there were comments and documents', () => {
  it('reads as one without', () => {
    const { entries: _entries, comments: _comments, statements: _statements, ...older } = EMPTY;
    expect(completeSubmission(older)).toEqual({ ...older, entries: {}, comments: [], statements: [], files: [] });
    const file = { name: 'svar.pdf', sha256: ANCHOR.version, size: 9, section: null };
    expect(completeSubmission({ ...EMPTY, files: [file] })).toEqual({ ...EMPTY, files: [file] });
  });
});

describe('the words of comments and statements', () => {
  const json = { ...EMPTY, comments: [comment], statements: [statement] };
  it('are found, read and replaced with all others', () => {
    expect(plainOf(json)).toBe('unge \n\nHvem betaler?\n\nÅse Friis\n\n2026-04-02\n\nSproget er svært.');
    const emptied = mapProse(json, () => richFromPlain(''));
    expect(plainOf(emptied)).not.toContain('betaler');
    expect(plainOf(emptied)).not.toContain('Sproget');
  });

  it('are compared by their id', () => {
    const after = { ...json, comments: [{ ...comment, body: richFromPlain('Hvem betaler nu?') }] };
    expect(diffText(json, after).map(({ path, change, label }) => [path.join('/'), change, label.field])).toEqual([
      ['comments/k-1/body', 'changed', 'body'],
    ]);
  });
});
