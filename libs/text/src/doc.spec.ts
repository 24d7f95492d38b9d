import { brandId, type ItemId, type Sha256 } from '@enig/kernel';
import * as Y from 'yjs';
import type { Anchor } from './anchor';
import { textHash } from './canonical';
import { toJson } from './doc';
import { addItem } from './items';
import { emptyJson, type FocusAreaJson, type TextJson } from './json';
import { isTextKind, rootsOf, TEXT_KINDS } from './kinds';
import { richFromPlain } from './rich-text';
import { seedUpdate, writeInto } from './seed';
import { UnknownContent } from './unknown-content';

const id = (value: string) => brandId<ItemId>(value);

const FOCUS_AREA: FocusAreaJson = {
  kind: 'focus-area',
  schema: 1,
  title: 'Børn og unge med svære syns- og høretab – æøå 🦻',
  intro: richFromPlain('Kommunerne og regionen vil bevare viden.\n\nDe få skal ikke rejse langt.'),
  goals: [
    {
      ...{
        id: id('m2'),
        title: 'Kortere ventetid',
        body: richFromPlain('Højst fire uger.'),
        criterion: 'Målt hvert år',
      },
      ...{ owner: 'municipality:0306', due: '2028-02-29' },
    },
    { id: id('m1'), title: '', body: richFromPlain(''), criterion: '', owner: null, due: null },
  ],
  themes: [{ id: id('t1'), title: 'Specialrådgivning', body: richFromPlain('Én indgang.') }],
  actions: [
    {
      ...{ id: id('h1'), title: 'Fælles vagtplan', body: richFromPlain('Aftales i foråret.') },
      ...{ responsible: 'region:1085', from: '2027-01-01', to: null },
    },
  ],
};

const ANCHOR: Anchor = {
  version: brandId<Sha256>('ab'.repeat(32)),
  path: ['goals', 'm2', 'body'],
  ...{ start: 0, end: 6, exact: 'Højst ', prefix: '', suffix: 'fire uger. 🦻' },
};

const TEXTS: readonly TextJson[] = [
  FOCUS_AREA,
  { kind: 'chapter', schema: 1, title: 'Økonomi', body: richFromPlain('Taksterne falder ikke.') },
  { kind: 'easy-read', schema: 1, body: richFromPlain('Vi hjælper dig.') },
  {
    ...{ kind: 'hearing-response', schema: 1, general: richFromPlain('Rådet takker.') },
    ...{
      sections: { a: richFromPlain('Godt.'), b: richFromPlain('') },
      minority: richFromPlain('Ét medlem er uenigt.'),
      entries: { a: { noRemarks: false, ready: true }, general: { noRemarks: true, ready: false } },
    },
    comments: [
      { id: id('k2'), section: 'a', anchor: ANCHOR, body: richFromPlain('Hvem betaler?') },
      { id: id('k1'), section: 'b', anchor: null, body: richFromPlain('') },
    ],
    statements: [
      {
        ...{ id: id('u1'), section: null, how: 'phone', who: 'Åse Friis', on: '2026-04-02' },
        body: richFromPlain('Sproget er svært.'),
      },
      { id: id('u2'), section: 'a', how: 'meeting', who: '', on: null, body: richFromPlain('') },
    ],
  },
  {
    ...{ kind: 'case', schema: 1, title: 'Rammeaftale', summary: 'Kort sagt', case: richFromPlain('Sagen.') },
    ...{ recommendation: richFromPlain('Det indstilles.'), economy: richFromPlain('Ingen.') },
    ...{ hearing: richFromPlain('Rådet er hørt.'), legal: 'Serviceloven § 6', kle: '27.03.40' },
  },
];

const docOf = (json: TextJson, clientId = 7): Y.Doc => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate(json, clientId));
  return doc;
};

describe('kinds', () => {
  it('are these five and no other', () => {
    expect(TEXT_KINDS.every((kind) => isTextKind(kind))).toBe(true);
    expect(isTextKind('annex')).toBe(false);
  });

  it('have the roots that programs outside rely on', () => {
    const names = TEXT_KINDS.map((kind) => [kind, Object.keys(rootsOf(kind)).join(' ')]);
    expect(Object.fromEntries(names)).toEqual({
      'focus-area': 'title intro goals themes actions',
      chapter: 'title body',
      'easy-read': 'body',
      'hearing-response': 'general sections minority entries comments statements',
      case: 'title summary case recommendation economy hearing legal kle',
    });
  });
});

describe.each(TEXTS.map((json) => [json.kind, json] as const))('a text of kind %s', (kind, json) => {
  it('is written and read again, equal in bytes', () => {
    const read = toJson(kind, docOf(json));
    expect(read).toEqual(json);
    expect(textHash(read)).toBe(textHash(json));
  });

  it('is the same document for the same client id, and the empty text for an empty document', () => {
    expect(seedUpdate(json, 7)).toEqual(seedUpdate(json, 7));
    expect(seedUpdate(json, 7)).not.toEqual(seedUpdate(json, 8));
    expect(toJson(kind, new Y.Doc())).toEqual(emptyJson(kind));
    expect(toJson(kind, docOf(emptyJson(kind)))).toEqual(emptyJson(kind));
  });

  it('is read without changing the document', () => {
    const doc = docOf(json);
    const heard: unknown[] = [];
    doc.on('update', (update: unknown) => heard.push(update));
    const before = Y.encodeStateAsUpdate(doc);
    toJson(kind, doc);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    expect(heard).toEqual([]);
  });

  it('uses no other roots than its kind has', () => {
    const roots = [...docOf(json).share.keys()];
    expect(roots.filter((name) => !Object.hasOwn(rootsOf(kind), name))).toEqual([]);
  });
});

describe('seeding', () => {
  it('is refused in a document that holds something', () => {
    const doc = docOf(FOCUS_AREA);
    expect(() => writeInto(doc, FOCUS_AREA)).toThrow(RangeError);
  });

  it('is one transaction', () => {
    const doc = new Y.Doc();
    let transactions = 0;
    doc.on('afterTransaction', () => (transactions += 1));
    writeInto(doc, FOCUS_AREA);
    expect(transactions).toBe(1);
  });

  it('makes a place for every focus area a council answers', () => {
    const json = emptyJson('hearing-response', ['fb', 'fa']);
    expect(Object.keys(toJson('hearing-response', docOf(json)).sections)).toEqual(['fa', 'fb']);
    const unsorted = { ...json, sections: { fb: richFromPlain(''), fa: richFromPlain('') } };
    expect(seedUpdate(unsorted, 1)).toEqual(seedUpdate(json, 1));
  });

  it.each([{ due: '2027-02-29' }, { due: '' }, { owner: 'Odsherred Kommune' }])('refuses a goal with %j', (wrong) => {
    const goals = FOCUS_AREA.goals.map((goal) => ({ ...goal, ...wrong }));
    expect(() => seedUpdate({ ...FOCUS_AREA, goals }, 1)).toThrow(RangeError);
  });

  it('refuses two items with one id and an id that is none', () => {
    const twice = [...FOCUS_AREA.themes, ...FOCUS_AREA.themes];
    expect(() => seedUpdate({ ...FOCUS_AREA, themes: twice }, 1)).toThrow(UnknownContent);
    const blank = FOCUS_AREA.themes.map((theme) => ({ ...theme, id: id('__proto__') }));
    expect(() => seedUpdate({ ...FOCUS_AREA, themes: blank }, 1)).toThrow(UnknownContent);
  });

  it('leaves out what was resolved for a version', () => {
    const goals = FOCUS_AREA.goals.map((goal) => ({ ...goal, ownerName: 'Odsherred' }));
    expect(toJson('focus-area', docOf({ ...FOCUS_AREA, goals }))).toEqual(FOCUS_AREA);
  });

  it('carries 200,000 characters', () => {
    const body = richFromPlain('Æ ø å 🦮 '.repeat(20_000));
    const long = docOf({ kind: 'chapter', schema: 1, title: 'x'.repeat(200_000), body });
    expect(toJson('chapter', long)).toEqual({ kind: 'chapter', schema: 1, title: 'x'.repeat(200_000), body });
  });
});

const titles = (doc: Y.Doc) => toJson('focus-area', doc).themes.map((theme) => theme.title);

describe('what other programs may have written', () => {
  const goals = (doc: Y.Doc) => doc.getMap<unknown>('goals');

  it('counts as empty where a field has the wrong kind', () => {
    const doc = new Y.Doc();
    const body = new Y.XmlElement('paragraph');
    body.insert(0, [new Y.XmlText('ikke et fragment')]);
    const wrong = {
      title: 5,
      body,
      criterion: null,
      owner: 'å',
      due: '31-12',
      order: {},
    };
    goals(doc).set('m', new Y.Map(Object.entries(wrong)));
    goals(doc).set('n', 'not a map');
    goals(doc).set('o', new Y.Map());
    const nothing = { title: '', body: richFromPlain(''), criterion: '', owner: null, due: null };
    expect(toJson('focus-area', doc).goals).toEqual([
      { id: 'm', ...nothing },
      { id: 'o', ...nothing },
    ]);
    doc.getMap<unknown>('themes').set('t', new Y.Map([['title', new Y.Text('Uden plads')]]));
    addItem(doc, 'themes', { id: id('u'), title: 'Med plads' });
    expect(titles(doc)).toEqual(['Uden plads', 'Med plads']);
  });

  it.each<readonly [string, (doc: Y.Doc) => void]>([
    ['TE-ROOT: notes', (doc) => doc.getText('notes').insert(0, 'x')],
    ['TE-ROOT: body', (doc) => doc.getXmlFragment('body').insert(0, [new Y.XmlElement('paragraph')])],
    ['TE-ROOT: map', (doc) => doc.getMap('map').set('x', 1)],
    ['TE-ID: goals', (doc) => goals(doc).set('__proto__', new Y.Map())],
    ['TE-FIELD: goals.lineage', (doc) => goals(doc).set('m', new Y.Map([['lineage', 1]]))],
    ['TE-NODE: video', (doc) => doc.getXmlFragment('intro').insert(0, [new Y.XmlElement('video')])],
  ])('is reported where it may hold words: %s', (message, write) => {
    const doc = docOf(FOCUS_AREA);
    write(doc);
    expect(() => toJson('focus-area', doc)).toThrow(message);
    expect(() => toJson('focus-area', doc)).toThrow(UnknownContent);
  });

  it('does not matter when it only asked for a root, or emptied it again', () => {
    const doc = docOf(FOCUS_AREA);
    doc.getMap('elsewhere');
    doc.getText('notes').insert(0, 'x');
    doc.getText('notes').delete(0, 1);
    expect(toJson('focus-area', doc)).toEqual(FOCUS_AREA);
  });

  it('cannot make a section of what is no id, nor prose of what is none', () => {
    const doc = docOf(emptyJson('hearing-response', ['a']));
    doc.getMap<unknown>('sections').set('b', 'not prose');
    expect(toJson('hearing-response', doc).sections).toEqual({ a: richFromPlain(''), b: richFromPlain('') });
    doc.getMap<unknown>('sections').set('../c', new Y.XmlFragment());
    expect(() => toJson('hearing-response', doc)).toThrow('TE-ID: sections');
  });
});
