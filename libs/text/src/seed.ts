import { parseLocalDate } from '@enig/kernel';
import { generateNKeysBetween } from 'fractional-indexing';
import * as Y from 'yjs';
import { writtenAnchor } from './anchor-json';
import { yFragment } from './fragment';
import { newFields, type FieldValues } from './items';
import type { CommentJson, HearingResponseJson, ItemJson, RichText, StatementJson, TextJson } from './json';
import { isWellFormedId, ITEM_FIELDS, LIST_NAMES, type AnyListName } from './kinds';
import { canonicalRich, cleanText } from './normalise';
import { writtenNoted } from './noted';
import { entryFields } from './remarks';
import { UnknownContent } from './unknown-content';

/**
 * Writes a text into an empty document, in one transaction. What was resolved for a version (names of parties) is not
 * written. The same text written under the same client id gives the same bytes.
 *
 * @throws RangeError when the document holds something already (two seeds would be one text twice), or when a field
 *         of an item is neither null nor a party's id or a day.
 * @throws UnknownContent when the text holds what the schema does not know.
 */
export function writeInto(doc: Y.Doc, json: TextJson): void {
  if (doc.store.clients.size > 0) throw new RangeError('The document is not empty');
  doc.transact(() => writeRoots(doc, json));
}

/**
 * The update that makes an empty document hold the text, in update format 1: what the server stores as a text's first.
 *
 * @param clientId the Yjs client id it is written under; nobody may write under it afterwards.
 */
export function seedUpdate(json: TextJson, clientId: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  writeInto(doc, json);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

function writeRoots(doc: Y.Doc, json: TextJson): void {
  const text = (name: string, value: string) => {
    if (value !== '') doc.getText(name).insert(0, cleanText(value));
  };
  const prose = (name: string, { content }: RichText) => yFragment(canonicalRich(content), doc.getXmlFragment(name));
  switch (json.kind) {
    case 'focus-area':
      text('title', json.title);
      prose('intro', json.intro);
      LIST_NAMES.forEach((list) => writeItems(doc, list, json[list]));
      return;
    case 'chapter':
      text('title', json.title);
      prose('body', json.body);
      return;
    case 'easy-read':
      prose('body', json.body);
      return;
    case 'hearing-response':
      prose('general', json.general);
      writeSections(doc, json.sections);
      prose('minority', json.minority);
      writeRemarks(doc, json);
      return;
    case 'case':
      text('title', json.title);
      text('summary', json.summary);
      prose('case', json.case);
      prose('recommendation', json.recommendation);
      prose('economy', json.economy);
      prose('hearing', json.hearing);
      text('legal', json.legal);
      text('kle', json.kle);
  }
}

type ListItem = ItemJson | CommentJson | StatementJson;

function writeItems(doc: Y.Doc, list: AnyListName, items: readonly ListItem[]): void {
  const keys = generateNKeysBetween(null, null, items.length);
  const map = doc.getMap<unknown>(list);
  items.forEach((item, index) => {
    if (!isWellFormedId(item.id) || map.has(item.id)) throw new UnknownContent('TE-ID', list);
    map.set(item.id, newFields(list, keys[index] ?? '', checkedValues(list, item)));
  });
}

function checkedValues(list: AnyListName, item: ListItem): FieldValues {
  const values = valuesOf(item);
  const checked = Object.entries(ITEM_FIELDS[list]).map(([name, shape]): [string, FieldValues[string]] => {
    const value = values[name];
    if (shape === 'party' && value !== null && !isWellFormedId(value)) throw new RangeError(`${list}.${name}`);
    if (shape === 'section' && value !== null && value !== '' && !isWellFormedId(value)) {
      throw new RangeError(`${list}.${name}`);
    }
    if (shape === 'anchor' || shape === 'noted') return [name, value];
    if (shape === 'date' && value !== null && !isDay(value)) throw new RangeError(`${list}.${name}`);
    if (typeof value === 'object' && value !== null) return [name, canonicalRich(value.content)];
    return [name, typeof value === 'string' ? cleanText(value) : value];
  });
  return Object.fromEntries(checked);
}

function valuesOf(item: ListItem): FieldValues {
  if ('anchor' in item) return { ...item, anchor: item.anchor && writtenAnchor(item.anchor) };
  if ('how' in item) return { ...item, noted: item.noted ? writtenNoted(item.noted) : null };
  return { ...item };
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && parseLocalDate(value).ok;
}

/** Entries sorted, as the places of the sections are. */
function writeRemarks(doc: Y.Doc, { entries, comments, statements }: HearingResponseJson): void {
  const map = doc.getMap<unknown>('entries');
  for (const [id, entry] of Object.entries(entries).sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (!isWellFormedId(id)) throw new UnknownContent('TE-ID', 'entries');
    map.set(id, entryFields(entry));
  }
  writeItems(doc, 'comments', comments);
  writeItems(doc, 'statements', statements);
}

/** Sorted, so that the order in which the ids were given leaves no trace in the bytes. */
function writeSections(doc: Y.Doc, sections: Readonly<Record<string, RichText>>): void {
  const map = doc.getMap<unknown>('sections');
  for (const [id, { content }] of Object.entries(sections).sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (!isWellFormedId(id)) throw new UnknownContent('TE-ID', 'sections');
    map.set(id, yFragment(canonicalRich(content)));
  }
}
