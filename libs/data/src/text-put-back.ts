import {
  addItem,
  cleanText,
  itemSlots,
  LIST_NAMES,
  plainValue,
  putBackItem,
  slotsOf,
  type ItemJson,
  type ListName,
  type Slot,
  type SlotPath,
  type SlotValue,
  type TextJson,
} from '@enig/text';
import * as Y from 'yjs';
import { putProseBack } from './prose-put-back';

/** A piece of a text that was missing and is put back; an item as a whole has the path `[list, id]`. */
export interface PieceBack {
  readonly path: SlotPath;
  /** The item it belongs to, by its title and its place in the list then, from 1. */
  readonly item: { readonly title: string; readonly number: number } | null;
  /** What is put back, as plain text. */
  readonly words: string;
}

/**
 * Puts back in a document what a text said before and does not say now (CO-28), in one transaction: items that were
 * removed or are gone, paragraphs of which less than half the words stand, lines and fields that are empty. Nothing
 * that stands is changed or taken out, so what others write at the same time is not lost.
 *
 * @returns what was put back, in the order the text is read.
 */
export function putBack(doc: Y.Doc, before: TextJson): PieceBack[] {
  const back: PieceBack[] = [];
  const put = (slot: Slot, item: PieceBack['item'] = null) => {
    const words = fill(doc, slot);
    if (words !== '') back.push({ path: slot.path, item, words });
  };
  doc.transact(() => {
    if (before.kind !== 'focus-area') return slotsOf(before).forEach((slot) => put(slot));
    slotsOf({ ...before, goals: [], themes: [], actions: [] }).forEach((slot) => put(slot));
    for (const list of LIST_NAMES) {
      before[list].forEach((item, index) => {
        const named = { title: item.title, number: index + 1 };
        const follows = before[list][index - 1] ?? null;
        const wasGone = bringItem(doc, list, item, follows);
        if (!wasGone) return itemSlots(list, item).forEach((slot) => put(slot, named));
        for (const slot of itemSlots(list, item)) fill(doc, slot);
        back.push({ path: [list, item.id], item: named, words: wordsOf(list, item) });
      });
    }
  });
  return back;
}

/** @returns whether the item was not there, or was taken out. */
function bringItem(doc: Y.Doc, list: ListName, { id }: ItemJson, follows: ItemJson | null): boolean {
  const fields = doc.getMap<unknown>(list).get(id);
  if (!(fields instanceof Y.Map)) {
    doc.getMap<unknown>(list).delete(id);
    addItem(doc, list, { id, after: follows?.id ?? null });
    return true;
  }
  if (fields.get('removed') !== true) return false;
  putBackItem(doc, list, id);
  return true;
}

function wordsOf(list: ListName, item: ItemJson): string {
  const written = itemSlots(list, item).map(({ value }) => plainValue(value));
  return written.filter((words) => words !== '').join(' ');
}

/** Fills a slot as far as it is empty. @returns what was put there. */
function fill(doc: Y.Doc, { path, value }: Slot): string {
  switch (value.shape) {
    case 'line':
      return value.line === '' ? '' : fillLine(textAt(doc, path), value.line);
    case 'prose':
      return putProseBack(fragmentAt(doc, path), value.prose);
    case 'party':
      return fillValue(doc, path, value, value.party);
    case 'date':
      return fillValue(doc, path, value, value.date);
  }
}

function fillLine(text: Y.Text, words: string): string {
  if (text.toString().trim() !== '') return '';
  text.insert(0, cleanText(words));
  return words;
}

function fillValue(doc: Y.Doc, path: SlotPath, value: SlotValue, given: string | null): string {
  const { map, name } = placeOf(doc, path);
  if (given === null || typeof map.get(name) === 'string') return '';
  map.set(name, given);
  return plainValue(value);
}

function textAt(doc: Y.Doc, path: SlotPath): Y.Text {
  if (path.length === 1) return doc.getText(path[0]);
  const { map, name } = placeOf(doc, path);
  const found = map.get(name);
  return found instanceof Y.Text ? found : map.set(name, new Y.Text());
}

function fragmentAt(doc: Y.Doc, path: SlotPath): Y.XmlFragment {
  if (path.length === 1) return doc.getXmlFragment(path[0]);
  const { map, name } = placeOf(doc, path);
  const found = map.get(name);
  return found instanceof Y.XmlFragment ? found : map.set(name, new Y.XmlFragment());
}

/** The map a slot's value stands in, and under which name: that of an item, or of a focus area's answers. */
function placeOf(doc: Y.Doc, [root, id = '', field]: SlotPath): { map: Y.Map<unknown>; name: string } {
  const map = doc.getMap<unknown>(root);
  if (field === undefined) return { map, name: id };
  const fields = map.get(id);
  if (!(fields instanceof Y.Map)) throw new Error(`There is no item ${id} among ${root}`);
  return { map: fields, name: field };
}
