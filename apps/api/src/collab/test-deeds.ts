import { below, oneOf, type Chance } from '@enig/collab/testing';
import { brandId, type ItemId } from '@enig/kernel';
import {
  addItem,
  itemsInOrder,
  LIST_NAMES,
  moveItem,
  putBackItem,
  removeItem,
  setItemValue,
  yFragment,
  type ListName,
  type ProseNode,
} from '@enig/text';
import * as Y from 'yjs';

const WORDS = ['Børn ', 'unge 👩‍🦽 ', 'æøå', 'x', '😀', 'en sætning til. '];

const PASTED: readonly ProseNode[] = [
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'fed', marks: [{ type: 'bold' }] },
      { type: 'text', text: ' og mere' },
    ],
  },
  { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Overskrift' }] },
  {
    type: 'bulletList',
    content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'et punkt' }] }] }],
  },
  {
    type: 'table',
    content: [
      {
        type: 'tableRow',
        content: ['a', 'b'].map((text) => ({
          type: 'tableCell',
          attrs: { colspan: 1, rowspan: 1, colwidth: null, align: null },
          content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
        })),
      },
    ],
  },
];

/** Does one thing somebody might do in a focus area, as one update or none. For specs only. */
export function act(doc: Y.Doc, chance: Chance): void {
  const roll = chance();
  doc.transact(() => {
    if (roll < 0.7) inProse(proseOf(doc, chance), chance);
    else if (roll < 0.8) typeIn(doc.getText('title'), chance);
    else onItems(doc, oneOf(LIST_NAMES, chance), chance);
  });
}

/** The introduction, or what stands in one of the items. */
function proseOf(doc: Y.Doc, chance: Chance): Y.XmlFragment {
  const intro = doc.getXmlFragment('intro');
  if (chance() < 0.7) return intro;
  const bodies = LIST_NAMES.flatMap((list) => itemsInOrder(doc, list).map(({ fields }) => fields.get('body')));
  return oneOf([intro, ...bodies.filter((body) => body instanceof Y.XmlFragment)], chance);
}

function inProse(prose: Y.XmlFragment, chance: Chance): void {
  const texts = textsUnder(prose);
  const roll = chance();
  if (texts.length === 0 || roll < 0.12) paste(prose, chance);
  else if (roll < 0.18 && prose.length > 3) prose.delete(below(prose.length, chance), 1);
  else if (roll < 0.3) format(oneOf(texts, chance), chance);
  else if (roll < 0.36) split(prose, oneOf(texts, chance), chance);
  else typeIn(oneOf(texts, chance), chance);
}

function paste(prose: Y.XmlFragment, chance: Chance): void {
  const made = yFragment({ type: 'doc', content: [oneOf(PASTED, chance)] }, new Y.Doc().getXmlFragment('made'));
  const nodes = made.toArray().filter((each) => each instanceof Y.XmlElement);
  prose.insert(
    below(prose.length + 1, chance),
    nodes.map((node) => node.clone()),
  );
}

/** Every stretch of words in a piece of prose. */
function textsUnder(parent: Y.XmlFragment): Y.XmlText[] {
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child];
    return child instanceof Y.XmlElement ? textsUnder(child) : [];
  });
}

function typeIn(text: Y.Text, chance: Chance): void {
  const at = placeIn(text, chance);
  const end = Math.max(at, placeIn(text, chance));
  if (chance() < 0.3 && end > at) text.delete(at, end - at);
  else text.insert(at, oneOf(WORDS, chance));
}

function format(text: Y.XmlText, chance: Chance): void {
  const [at, other] = [placeIn(text, chance), placeIn(text, chance)];
  const length = Math.abs(at - other);
  if (length === 0) return;
  const marks = [
    { bold: {} },
    { bold: null },
    { italic: {} },
    { italic: null },
    { link: { href: 'https://www.kl.dk' } },
  ];
  text.format(Math.min(at, other), length, oneOf(marks, chance));
}

/** Enter, as the editor's binding writes it: the second half is taken away and put into a new paragraph. */
function split(prose: Y.XmlFragment, text: Y.XmlText, chance: Chance): void {
  const index = prose.toArray().findIndex((each) => each === text.parent);
  if (index < 0) return;
  const at = placeIn(text, chance);
  const second = new Y.XmlText();
  const tail: Words[] = [];
  let place = 0;
  for (const { insert, attributes = {} } of wordsOf(text)) {
    const rest = insert.slice(Math.max(0, at - place));
    if (rest !== '') tail.push({ insert: rest, attributes });
    place += insert.length;
  }
  second.applyDelta(tail);
  text.delete(at, text.length - at);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [second]);
  prose.insert(index + 1, [paragraph]);
}

interface Words {
  readonly insert: string;
  readonly attributes?: Readonly<Record<string, object>>;
}

function wordsOf(text: Y.XmlText): readonly Words[] {
  const words: readonly Words[] = text.toDelta();
  return words;
}

/** Where a caret can stand: not inside a character that takes two units. */
function placeIn(text: Y.Text, chance: Chance): number {
  const words =
    text instanceof Y.XmlText
      ? wordsOf(text)
          .map(({ insert }) => insert)
          .join('')
      : text.toString();
  const at = below(words.length + 1, chance);
  return /[\ud800-\udbff]/.test(words.charAt(at - 1)) ? at - 1 : at;
}

function onItems(doc: Y.Doc, list: ListName, chance: Chance): void {
  const items = itemsInOrder(doc, list);
  const roll = chance();
  if (items.length === 0 || roll < 0.15) {
    const after = items.length > 0 && chance() < 0.5 ? oneOf(items, chance).id : null;
    return addItem(doc, list, { id: brandId<ItemId>(`i-${below(2 ** 40, chance)}`), title: 'Nyt punkt', after });
  }
  const { id, fields } = oneOf(items, chance);
  if (roll < 0.25) return removeItem(doc, list, id);
  if (roll < 0.35) return putBackItem(doc, list, id);
  if (roll < 0.6) return moveItem(doc, list, id, chance() < 0.2 ? null : oneOf(items, chance).id);
  if (roll < 0.7 && list === 'goals') return setItemValue(doc, list, id, 'due', chance() < 0.5 ? null : '2026-10-15');
  const title = fields.get('title');
  if (title instanceof Y.Text) typeIn(title, chance);
}
