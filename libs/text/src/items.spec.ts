import { brandId, type ItemId } from '@enig/kernel';
import * as Y from 'yjs';
import { textBytes } from './canonical';
import { removedItems, toJson } from './doc';
import { addItem, itemsInOrder, moveItem, putBackItem, removeItem, setItemValue } from './items';
import { emptyJson, type FocusAreaJson, type TextJson } from './json';
import { richFromPlain } from './rich-text';
import { seedUpdate } from './seed';

const id = (value: string) => brandId<ItemId>(value);
const nothing = { title: '', body: richFromPlain('') };
const FOCUS_AREA: FocusAreaJson = {
  ...emptyJson('focus-area'),
  title: 'Børn og unge',
  intro: richFromPlain('Viden bevares.'),
  goals: ['m2', 'm1'].map((goal) => ({ ...nothing, id: id(goal), criterion: '', owner: null, due: null })),
  actions: [{ ...nothing, id: id('h1'), responsible: 'region:1085', from: null, to: null }],
};

const docOf = (json: TextJson): Y.Doc => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate(json, 7));
  return doc;
};
const titles = (doc: Y.Doc) => toJson('focus-area', doc).themes.map((theme) => theme.title);
const withThemes = (...names: string[]): Y.Doc => {
  const themes = names.map((name) => ({ id: id(name), title: name, body: richFromPlain('') }));
  return docOf({ ...emptyJson('focus-area'), themes });
};
const merge = (one: Y.Doc, other: Y.Doc) => {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
};
const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

describe('items', () => {
  it('are added last, first or after another', () => {
    const doc = withThemes('a', 'b');
    addItem(doc, 'themes', { id: id('c'), title: 'c' });
    addItem(doc, 'themes', { id: id('d'), title: 'd', after: null });
    addItem(doc, 'themes', { id: id('e'), title: 'e', after: id('a') });
    expect(titles(doc)).toEqual(['d', 'a', 'e', 'b', 'c']);
  });

  it('are added with every field, one transaction each', () => {
    const doc = withThemes();
    let transactions = 0;
    doc.on('afterTransaction', () => (transactions += 1));
    addItem(doc, 'goals', { id: id('m') });
    expect(transactions).toBe(1);
    const [goal] = itemsInOrder(doc, 'goals');
    expect([...(goal?.fields.keys() ?? [])].sort()).toEqual(
      ['body', 'criterion', 'due', 'order', 'owner', 'removed', 'title'].sort(),
    );
  });

  it.each([
    [0, null, 'c a b'],
    [1, 'a', 'a c b'],
    [2, 'b', 'a b c'],
  ])('are moved (%#)', (_, after, order) => {
    const doc = withThemes('a', 'b', 'c');
    moveItem(doc, 'themes', id('c'), after === null ? null : id(after));
    expect(titles(doc).join(' ')).toBe(order);
  });

  it('are removed and put back where they stood, with what was written meanwhile', () => {
    const doc = withThemes('a', 'b', 'c');
    const other = copyOf(doc);
    removeItem(doc, 'themes', id('b'));
    const title = itemsInOrder(other, 'themes')[1]?.fields.get('title');
    if (title instanceof Y.Text) title.insert(1, ' – skrevet imens');
    merge(doc, other);
    expect(titles(doc)).toEqual(['a', 'c']);
    expect(removedItems('focus-area', doc).themes.map((theme) => theme.title)).toEqual(['b – skrevet imens']);
    putBackItem(doc, 'themes', id('b'));
    expect(titles(doc)).toEqual(['a', 'b – skrevet imens', 'c']);
    expect(removedItems('focus-area', doc).themes).toEqual([]);
    expect(removedItems('chapter', docOf(emptyJson('chapter'))).goals).toEqual([]);
  });

  it('with tied keys stand in the order of their ids, and get new keys when one is moved between them', () => {
    const [one, other] = [withThemes('a'), new Y.Doc()];
    merge(one, other);
    addItem(one, 'themes', { id: id('y'), title: 'y' });
    addItem(other, 'themes', { id: id('x'), title: 'x' });
    merge(one, other);
    expect(itemsInOrder(one, 'themes')[1]?.order).toBe(itemsInOrder(one, 'themes')[2]?.order);
    expect(titles(one)).toEqual(['a', 'x', 'y']);
    expect(textBytes(toJson('focus-area', one))).toEqual(textBytes(toJson('focus-area', other)));
    moveItem(one, 'themes', id('a'), id('x'));
    expect(titles(one)).toEqual(['x', 'a', 'y']);
    expect(new Set(itemsInOrder(one, 'themes').map((item) => item.order)).size).toBe(3);
  });

  it.each(['', '!', 'a', 'zzz', 'a00', 'x'.repeat(5_000), 7, null])('with %j as key can still be moved', (key) => {
    const doc = withThemes('a', 'b', 'c');
    itemsInOrder(doc, 'themes')[0]?.fields.set('order', key);
    moveItem(doc, 'themes', id('c'), id('a'));
    const order = titles(doc);
    expect(order.indexOf('c')).toBe(order.indexOf('a') + 1);
  });

  it('without a key stand last', () => {
    const doc = withThemes('a', 'b', 'c');
    itemsInOrder(doc, 'themes')[0]?.fields.delete('order');
    expect(titles(doc)).toEqual(['b', 'c', 'a']);
  });

  it('stay in order through a thousand moves into the same gap', () => {
    const doc = withThemes('a', 'b', 'c');
    for (let move = 0; move < 500; move += 1) {
      moveItem(doc, 'themes', id('c'), id('a'));
      expect(titles(doc)).toEqual(['a', 'c', 'b']);
      moveItem(doc, 'themes', id('b'), id('a'));
      expect(titles(doc)).toEqual(['a', 'b', 'c']);
    }
    expect(itemsInOrder(doc, 'themes').every((item) => item.order.length <= 100)).toBe(true);
  });

  it('get their values, and nothing is sent when nothing changes', () => {
    const doc = docOf(FOCUS_AREA);
    setItemValue(doc, 'goals', id('m1'), 'due', '2027-06-30');
    setItemValue(doc, 'actions', id('h1'), 'responsible', null);
    const json = toJson('focus-area', doc);
    expect([json.goals[1]?.due, json.actions[0]?.responsible]).toEqual(['2027-06-30', null]);
    const heard: unknown[] = [];
    doc.on('update', (update: unknown) => heard.push(update));
    setItemValue(doc, 'goals', id('m1'), 'due', '2027-06-30');
    putBackItem(doc, 'goals', id('m1'));
    expect(heard).toEqual([]);
  });

  it.each([
    ['an id that is taken', (doc: Y.Doc) => addItem(doc, 'themes', { id: id('a') })],
    ['an id that is none', (doc: Y.Doc) => addItem(doc, 'themes', { id: id('å b') })],
    ['a place after nothing', (doc: Y.Doc) => addItem(doc, 'themes', { id: id('n'), after: id('zz') })],
    ['an unknown item', (doc: Y.Doc) => removeItem(doc, 'themes', id('zz'))],
    ['a field of another list', (doc: Y.Doc) => setItemValue(doc, 'themes', id('a'), 'due', null)],
  ])('refuse %s', (_, act) => {
    const doc = withThemes('a');
    expect(() => act(doc)).toThrow(RangeError);
  });
});

describe('two who write at once end with the same bytes', () => {
  it('in titles, prose, values and order', () => {
    const one = docOf(FOCUS_AREA);
    const other = copyOf(one);
    one.getText('title').insert(0, 'Første ');
    other.getText('title').insert(0, 'Andet ');
    one.getXmlFragment('intro').insert(0, [new Y.XmlElement('paragraph')]);
    other.getXmlFragment('intro').delete(0, 1);
    moveItem(one, 'goals', id('m1'), null);
    removeItem(other, 'goals', id('m2'));
    setItemValue(one, 'goals', id('m2'), 'owner', 'region:1085');
    setItemValue(other, 'goals', id('m2'), 'owner', null);
    merge(one, other);
    expect(textBytes(toJson('focus-area', one))).toEqual(textBytes(toJson('focus-area', other)));
    expect(toJson('focus-area', one).goals.map((goal) => goal.id)).toEqual(['m1']);
  });
});
