import { parseLocalDate } from '@enig/kernel';
import * as Y from 'yjs';
import { readAnchor } from './anchor-json';
import { readFragment } from './fragment';
import { itemsInOrder, type LiveItem } from './items';
import {
  EMPTY_ENTRY,
  EMPTY_RICH,
  type CommentJson,
  type EntryJson,
  type HearingResponseJson,
  type RichText,
  type StatementJson,
} from './json';
import { ENTRY_FIELDS, isWellFormedId } from './kinds';
import { cleanText } from './normalise';
import { readNoted } from './noted';
import { UnknownContent } from './unknown-content';

/** What a response holds beside its prose. */
export type Remarks = Pick<HearingResponseJson, 'entries' | 'comments' | 'statements'>;

/**
 * The marks, comments and statements in a document of the kind `hearing-response`; removed ones are left out.
 *
 * @throws UnknownContent for an id or a field none of them has.
 */
export function readRemarks(doc: Y.Doc): Remarks {
  const standing = (list: 'comments' | 'statements') => itemsInOrder(doc, list).filter(({ removed }) => !removed);
  return {
    entries: readEntries(doc),
    comments: standing('comments').map(comment),
    statements: standing('statements').map(statement),
  };
}

/**
 * Sets a mark on an entry of a response. The entry is made where the document has none, as one begun before there were
 * marks: two who set a mark in the same moment then keep one of them, and no words are lost.
 *
 * @param entry a focus area's id or `general`.
 */
export function markEntry(doc: Y.Doc, entry: string, mark: keyof EntryJson, value: boolean): void {
  doc.transact(() => {
    const entries = doc.getMap<unknown>('entries');
    const present = entries.get(entry);
    if (present instanceof Y.Map) {
      if (present.get(mark) !== value) present.set(mark, value);
    } else if (value) entries.set(entry, entryFields({ ...EMPTY_ENTRY, [mark]: true }));
  });
}

/** A new entry with both its marks, to be put into a document. */
export function entryFields({ noRemarks, ready }: EntryJson): Y.Map<unknown> {
  return new Y.Map<unknown>(Object.entries({ noRemarks, ready }));
}

function readEntries(doc: Y.Doc): Readonly<Record<string, EntryJson>> {
  const found = [...doc.getMap<unknown>('entries')].sort(([one], [other]) => (one < other ? -1 : 1));
  const read = found.flatMap(([id, fields]): [string, EntryJson][] => {
    if (!isWellFormedId(id)) throw new UnknownContent('TE-ID', 'entries');
    if (!(fields instanceof Y.Map)) return [];
    const unknown = [...fields.keys()].find((field) => !Object.hasOwn(ENTRY_FIELDS, field));
    if (unknown !== undefined) throw new UnknownContent('TE-FIELD', `entries.${unknown}`);
    return [[id, { noRemarks: fields.get('noRemarks') === true, ready: fields.get('ready') === true }]];
  });
  return Object.fromEntries(read);
}

function comment({ id, fields }: LiveItem): CommentJson {
  return { id, section: section(fields) ?? '', anchor: readAnchor(fields.get('anchor')), body: body(fields) };
}

function statement({ id, fields }: LiveItem): StatementJson {
  const who = fields.get('who');
  const noted = readNoted(fields.get('noted'));
  return {
    ...{ id, section: section(fields), how: fields.get('how') === 'phone' ? 'phone' : 'meeting' },
    ...{ who: who instanceof Y.Text ? cleanText(who.toString()) : '', on: day(fields.get('on')), body: body(fields) },
    ...(noted && { noted }),
  };
}

function section(fields: Y.Map<unknown>): string | null {
  const value = fields.get('section');
  return isWellFormedId(value) ? value : null;
}

function body(fields: Y.Map<unknown>): RichText {
  const value = fields.get('body');
  return value instanceof Y.XmlFragment && !(value instanceof Y.XmlElement) ? readFragment(value) : EMPTY_RICH;
}

function day(value: unknown): string | null {
  const parsed = typeof value === 'string' ? parseLocalDate(value) : null;
  return parsed?.ok ? parsed.value : null;
}
