import { brandId, type ItemId } from '@enig/kernel';
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import * as Y from 'yjs';
import { yFragment } from './fragment';
import { EMPTY_RICH, type RichText } from './json';
import { isWellFormedId, ITEM_FIELDS, type AnyListName, type FieldShape } from './kinds';
import { UnknownContent } from './unknown-content';

/*
 * The items of a focus area, and the comments and statements of a response. Each operation is one transaction and joins the one it is called in, so
 * `doc.transact(() => addItem(…), origin)` gives it an origin.
 */

/** An item as it stands in the document; `fields` is live. */
export type LiveItem = {
  readonly id: ItemId;
  /** Its fractional key; empty where it has none that can be used. */
  readonly order: string;
  readonly removed: boolean;
  readonly fields: Y.Map<unknown>;
};

/** What a new item may start with. `after` is the item it follows, null for first; left out it comes last. */
export type NewItem = {
  readonly id: ItemId;
  readonly title?: string;
  readonly after?: ItemId | null;
  /** What its other fields hold from the start. */
  readonly values?: FieldValues;
};

/** The fields of an item that are values, not words. */
export type ValueField = 'owner' | 'due' | 'responsible' | 'from' | 'to' | 'section' | 'how' | 'on';

const MAX_KEY = 100;

/**
 * All items of a list, removed ones too, in the order of (`order`, id); those without an order come last.
 *
 * @throws UnknownContent for an id or a field no item has.
 */
export function itemsInOrder(doc: Y.Doc, list: AnyListName): LiveItem[] {
  const entries = [...doc.getMap<unknown>(list)];
  return entries.flatMap(([id, fields]) => (isMap(fields) ? [liveItem(list, id, fields)] : [])).sort(byOrder);
}

/**
 * Adds an item with all its fields.
 *
 * @throws RangeError when the id is taken or cannot be an id, or when there is no item to follow.
 */
export function addItem(doc: Y.Doc, list: AnyListName, { id, title = '', after, values }: NewItem): void {
  doc.transact(() => {
    const map = doc.getMap<unknown>(list);
    if (!isWellFormedId(id)) throw new RangeError('This cannot be the id of an item');
    if (map.has(id)) throw new RangeError(`There is an item ${id} already`);
    const last = itemsInOrder(doc, list).at(-1)?.id ?? null;
    map.set(id, newFields(list, '', { ...values, title }));
    place(doc, list, id, after === undefined ? last : after);
  });
}

/** Takes an item out of the text. It can be put back, with what others wrote in it meanwhile. */
export function removeItem(doc: Y.Doc, list: AnyListName, id: ItemId): void {
  setField(fieldsOf(doc, list, id), 'removed', true);
}

/** Puts a removed item back where it stood. */
export function putBackItem(doc: Y.Doc, list: AnyListName, id: ItemId): void {
  setField(fieldsOf(doc, list, id), 'removed', false);
}

/**
 * Moves an item to just after another, or first when `after` is null. Where the neighbours' keys leave no room between
 * them (two clients can make the same), the whole list gets new ones.
 *
 * @throws RangeError when there is no such item.
 */
export function moveItem(doc: Y.Doc, list: AnyListName, id: ItemId, after: ItemId | null): void {
  if (id !== after) doc.transact(() => place(doc, list, id, after));
}

/**
 * Sets who owns or is responsible (a party's id), or a day (`2026-10-15`), null for none; or what a statement is about
 * (a focus area's id, the empty string for none) and how it was said.
 *
 * @throws RangeError when there is no such item, or items of this list have no such field.
 */
export function setItemValue(doc: Y.Doc, list: AnyListName, id: ItemId, field: ValueField, value: string | null): void {
  if (!Object.hasOwn(ITEM_FIELDS[list], field)) throw new RangeError(`Items of ${list} have no ${field}`);
  const isSection = ITEM_FIELDS[list][field] === 'section';
  setField(fieldsOf(doc, list, id), field, isSection ? (value ?? '') : value);
}

/** The words and values an item starts with, by field; what is left out is empty. */
export type FieldValues = Readonly<Record<string, string | RichText | null | undefined>>;

/** A new map with every field of the list, to be put into a document. */
export function newFields(list: AnyListName, order: string, values: FieldValues): Y.Map<unknown> {
  const shapes = Object.entries(ITEM_FIELDS[list]);
  return new Y.Map(shapes.map(([name, shape]) => [name, newField(shape, order, values[name] ?? null)]));
}

function newField(shape: FieldShape, order: string, value: string | RichText | null): unknown {
  switch (shape) {
    case 'order':
      return order;
    case 'flag':
      return false;
    case 'text':
      return new Y.Text(typeof value === 'string' ? value : '');
    case 'fragment':
      return yFragment(value !== null && typeof value === 'object' ? value : EMPTY_RICH);
    case 'section':
      return value ?? '';
    case 'how':
      return value ?? 'meeting';
    case 'party':
    case 'date':
    case 'anchor':
    case 'noted':
      return value;
  }
}

function liveItem(list: AnyListName, id: string, fields: Y.Map<unknown>): LiveItem {
  if (!isWellFormedId(id)) throw new UnknownContent('TE-ID', list);
  const unknown = [...fields.keys()].find((field) => !Object.hasOwn(ITEM_FIELDS[list], field));
  if (unknown !== undefined) throw new UnknownContent('TE-FIELD', `${list}.${unknown}`);
  const order = fields.get('order');
  const isUsable = typeof order === 'string' && order.length <= MAX_KEY;
  return { id: brandId<ItemId>(id), order: isUsable ? order : '', removed: fields.get('removed') === true, fields };
}

function isMap(value: unknown): value is Y.Map<unknown> {
  return value instanceof Y.Map;
}

function byOrder(one: LiveItem, other: LiveItem): number {
  if ((one.order === '') !== (other.order === '')) return one.order === '' ? 1 : -1;
  if (one.order !== other.order) return one.order < other.order ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

function fieldsOf(doc: Y.Doc, list: AnyListName, id: ItemId): Y.Map<unknown> {
  const fields = doc.getMap<unknown>(list).get(id);
  if (!isMap(fields)) throw new RangeError(`There is no item ${id} among ${list}`);
  return fields;
}

/** Nothing is written when nothing changes, so that no update goes out. */
function setField(fields: Y.Map<unknown>, name: string, value: string | boolean | null): void {
  if (fields.get(name) !== value) fields.set(name, value);
}

/** Removed items count as neighbours: put back, they stand where they stood. */
function place(doc: Y.Doc, list: AnyListName, id: ItemId, after: ItemId | null): void {
  const fields = fieldsOf(doc, list, id);
  const others = itemsInOrder(doc, list).filter((item) => item.id !== id);
  const index = after === null ? 0 : others.findIndex((item) => item.id === after) + 1;
  if (after !== null && index === 0) throw new RangeError(`There is no item ${after} among ${list}`);
  const key = keyBetween(others[index - 1], others[index]);
  if (key !== null) setField(fields, 'order', key);
  else
    rekey([...others.slice(0, index).map((item) => item.fields), fields, ...others.slice(index).map((i) => i.fields)]);
}

function rekey(inOrder: readonly Y.Map<unknown>[]): void {
  const keys = generateNKeysBetween(null, null, inOrder.length);
  inOrder.forEach((fields, index) => setField(fields, 'order', keys[index] ?? ''));
}

/** A key between two items, or null when their keys leave no room: tied, missing, or not keys at all. */
function keyBetween(before: LiveItem | undefined, after: LiveItem | undefined): string | null {
  const [low, high] = [before?.order ?? null, after?.order ?? null];
  if (![low, high].every((key) => key === null || isOrderKey(key))) return null;
  if (low !== null && high !== null && low >= high) return null;
  const key = generateKeyBetween(low, high);
  return key.length <= MAX_KEY ? key : null;
}

/** The library says that a string is no key by throwing; other programs may have written anything. */
function isOrderKey(key: string): boolean {
  try {
    generateKeyBetween(key, null);
    generateKeyBetween(null, key);
    return true;
  } catch {
    return false;
  }
}
