import { brandId, type ItemId } from '@enig/kernel';
import {
  addItem,
  emptyJson,
  putBackItem,
  removeItem,
  richFromPlain,
  toJson,
  writeInto,
  type TextJson,
} from '@enig/text';
import * as Y from 'yjs';
import { putBack } from './text-put-back';

const FIRST = 'Kommunerne kan oprette tilbud sammen om de få borgere';
const SECOND = 'Regionen driver de tilbud som kommunerne ikke selv driver';
const THIRD = 'Hvert år følger parterne op på hvordan det går med målene';

const goal = (id: string, title: string) => ({
  ...{ id: brandId<ItemId>(id), title, body: richFromPlain(SECOND), criterion: 'tre aftaler' },
  ...{ owner: 'region:1085', due: '2027-01-31' },
});

const BEFORE: TextJson = {
  ...emptyJson('focus-area'),
  title: 'Autisme',
  intro: richFromPlain([FIRST, SECOND, THIRD].join('\n\n')),
  goals: [goal('a', 'Færre på venteliste'), goal('b', 'Flere i job'), goal('c', 'Tidlig hjælp')],
};

function written(): Y.Doc {
  const doc = new Y.Doc();
  writeInto(doc, BEFORE);
  return doc;
}

function paragraph(words: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(words)]);
  return element;
}

const paths = (doc: Y.Doc) => putBack(doc, BEFORE).map(({ path }) => path.join(' '));
const intro = (doc: Y.Doc) => {
  const { intro: prose } = toJson('focus-area', doc);
  return prose.content.map(({ content }) => content?.map(({ text }) => text).join('') ?? '');
};

describe('CO-28 putting back what a text said', () => {
  it('fills what was emptied, to the byte, and does nothing where nothing is missing', () => {
    const doc = written();
    expect(putBack(doc, BEFORE)).toEqual([]);
    const text = doc.getText('title');
    text.delete(0, text.length);
    const prose = doc.getXmlFragment('intro');
    prose.delete(0, prose.length);
    prose.insert(0, [new Y.XmlElement('paragraph')]);
    doc.getMap('goals').clear();
    expect(paths(doc)).toEqual(['title', 'intro', 'goals a', 'goals b', 'goals c']);
    expect(toJson('focus-area', doc)).toEqual(BEFORE);
    expect(putBack(doc, BEFORE)).toEqual([]);
  });

  it('puts paragraphs back after those they followed, between what has been written since', () => {
    const doc = written();
    const prose = doc.getXmlFragment('intro');
    prose.delete(1, 2);
    prose.insert(0, [paragraph('Nyt først')]);
    prose.push([paragraph('Nyt sidst')]);
    expect(putBack(doc, BEFORE)).toEqual([{ path: ['intro'], item: null, words: `${SECOND} ${THIRD}` }]);
    expect(intro(doc)).toEqual(['Nyt først', FIRST, SECOND, THIRD, 'Nyt sidst']);
  });

  it('leaves a paragraph of which over half the words stand, and one that was moved', () => {
    const doc = written();
    const prose = doc.getXmlFragment('intro');
    prose.delete(0, 3);
    prose.push([paragraph(THIRD), paragraph(`${FIRST} og lidt til`), paragraph('Regionen driver')]);
    expect(putBack(doc, BEFORE).map(({ words }) => words)).toEqual([SECOND]);
    expect(intro(doc)).toEqual([THIRD, `${FIRST} og lidt til`, SECOND, 'Regionen driver']);
  });

  it('brings items back that were removed or are gone, in their places, and fills fields that are empty', () => {
    const doc = written();
    const goals = doc.getMap<Y.Map<unknown>>('goals');
    removeItem(doc, 'goals', brandId<ItemId>('a'));
    goals.delete('b');
    const last = goals.get('c');
    const title = last?.get('title');
    if (title instanceof Y.Text) title.delete(0, title.length);
    last?.set('due', null);
    last?.set('owner', 'municipality:0253');
    addItem(doc, 'goals', { id: brandId<ItemId>('new'), title: 'Nyt mål' });
    expect(putBack(doc, BEFORE).map(({ path, item }) => [path.join(' '), item?.number])).toEqual([
      ['goals a', 1],
      ['goals b', 2],
      ['goals c title', 3],
      ['goals c due', 3],
    ]);
    expect(toJson('focus-area', doc).goals.map(({ id, title: name, owner, due }) => [id, name, owner, due])).toEqual([
      ['a', 'Færre på venteliste', 'region:1085', '2027-01-31'],
      ['b', 'Flere i job', 'region:1085', '2027-01-31'],
      ['c', 'Tidlig hjælp', 'municipality:0253', '2027-01-31'],
      ['new', 'Nyt mål', null, null],
    ]);
  });

  it('loses nothing that somebody else does at the same time', () => {
    const ours = written();
    ours.getXmlFragment('intro').delete(0, 2);
    removeItem(ours, 'goals', brandId<ItemId>('b'));
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(ours));
    theirs.getXmlFragment('intro').insert(0, [paragraph('Imens')]);
    putBackItem(theirs, 'goals', brandId<ItemId>('b'));
    putBack(ours, BEFORE);
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(ours));
    Y.applyUpdate(ours, Y.encodeStateAsUpdate(theirs));
    expect(toJson('focus-area', ours)).toEqual(toJson('focus-area', theirs));
    expect(intro(ours).toSorted()).toEqual([FIRST, 'Imens', SECOND, THIRD].toSorted());
    expect(toJson('focus-area', ours).goals.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('of a response, answers to each area', () => {
    const before: TextJson = {
      ...emptyJson('hearing-response'),
      sections: { x: richFromPlain(FIRST), y: richFromPlain(SECOND) },
    };
    const doc = new Y.Doc();
    writeInto(doc, before);
    doc.getMap('sections').delete('x');
    expect(putBack(doc, before)).toEqual([{ path: ['sections', 'x'], item: null, words: FIRST }]);
    expect(toJson('hearing-response', doc)).toEqual(before);
  });
});
