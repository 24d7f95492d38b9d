import { parseLocalDate } from '@enig/kernel';
import * as Y from 'yjs';
import { readFragment } from './fragment';
import { itemsInOrder, type LiveItem } from './items';
import {
  EMPTY_RICH,
  type ActionJson,
  type FocusAreaJson,
  type GoalJson,
  type RichText,
  type TextJson,
  type TextJsonOf,
  type ThemeJson,
} from './json';
import { isWellFormedId, rootsOf, SCHEMA_VERSION, type TextKind } from './kinds';
import { cleanText } from './normalise';
import { readRemarks } from './remarks';
import { UnknownContent } from './unknown-content';

/**
 * The text in a document as plain JSON in canonical form: equal documents give equal bytes. Items stand in the order
 * of (`order`, id), those without an order last; removed ones are left out. The document is only read.
 *
 * A field of the wrong kind (a number where a title should be, a date that does not exist) counts as empty, and an item
 * that is not a Y.Map as absent: only a broken program writes such, and it must not stop the others.
 *
 * @throws UnknownContent for roots, fields, ids, nodes, marks, attributes or structure that no text of this kind has:
 *         they may hold words.
 */
export function toJson<Kind extends TextKind>(kind: Kind, doc: Y.Doc): TextJsonOf<Kind>;
export function toJson(kind: TextKind, doc: Y.Doc): TextJson {
  refuseUnknownRoots(kind, doc);
  const schema = SCHEMA_VERSION;
  const text = (name: string) => plain(doc.get(name, Y.Text));
  const prose = (name: string) => readFragment(doc.getXmlFragment(name));
  switch (kind) {
    case 'focus-area':
      return { kind, schema, title: text('title'), intro: prose('intro'), ...itemLists(doc, false) };
    case 'chapter':
      return { kind, schema, title: text('title'), body: prose('body') };
    case 'easy-read':
      return { kind, schema, body: prose('body') };
    case 'hearing-response':
      return {
        ...{ kind, schema, general: prose('general'), sections: sections(doc), minority: prose('minority') },
        ...readRemarks(doc),
      };
    case 'case':
      return {
        ...{ kind, schema, title: text('title'), summary: text('summary'), case: prose('case') },
        ...{ recommendation: prose('recommendation'), economy: prose('economy'), hearing: prose('hearing') },
        ...{ legal: text('legal'), kle: text('kle') },
      };
  }
}

/** The items of a focus area. */
export type ItemLists = Pick<FocusAreaJson, 'goals' | 'themes' | 'actions'>;

/** What was removed from a focus area and can be put back, list by list; nothing for the other kinds. */
export function removedItems(kind: TextKind, doc: Y.Doc): ItemLists {
  return kind === 'focus-area' ? itemLists(doc, true) : { goals: [], themes: [], actions: [] };
}

function itemLists(doc: Y.Doc, removed: boolean): ItemLists {
  const goals = itemsInOrder(doc, 'goals').filter((item) => item.removed === removed);
  const themes = itemsInOrder(doc, 'themes').filter((item) => item.removed === removed);
  const actions = itemsInOrder(doc, 'actions').filter((item) => item.removed === removed);
  return { goals: goals.map(goal), themes: themes.map(theme), actions: actions.map(action) };
}

function goal({ id, fields }: LiveItem): GoalJson {
  return {
    ...theme({ id, fields }),
    criterion: plain(fields.get('criterion')),
    owner: party(fields.get('owner')),
    due: date(fields.get('due')),
  };
}

function action({ id, fields }: LiveItem): ActionJson {
  return {
    ...theme({ id, fields }),
    responsible: party(fields.get('responsible')),
    from: date(fields.get('from')),
    to: date(fields.get('to')),
  };
}

function theme({ id, fields }: Pick<LiveItem, 'id' | 'fields'>): ThemeJson {
  const body = fields.get('body');
  return { id, title: plain(fields.get('title')), body: isFragment(body) ? readFragment(body) : EMPTY_RICH };
}

function sections(doc: Y.Doc): Readonly<Record<string, RichText>> {
  const found = [...doc.getMap<unknown>('sections')].sort(([one], [other]) => (one < other ? -1 : 1));
  const read = found.map(([id, prose]): [string, RichText] => {
    if (!isWellFormedId(id)) throw new UnknownContent('TE-ID', 'sections');
    return [id, isFragment(prose) ? readFragment(prose) : EMPTY_RICH];
  });
  return Object.fromEntries(read);
}

/** An element is a kind of fragment in Yjs, but not one of ours. */
function isFragment(value: unknown): value is Y.XmlFragment {
  return value instanceof Y.XmlFragment && !(value instanceof Y.XmlElement);
}

function plain(value: unknown): string {
  return value instanceof Y.Text ? cleanText(value.toString()) : '';
}

function party(value: unknown): string | null {
  return isWellFormedId(value) ? value : null;
}

function date(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const parsed = parseLocalDate(value);
  return parsed.ok ? parsed.value : null;
}

/** A root that a program merely asked for is empty and harmless; one with content is not ours to leave out. */
function refuseUnknownRoots(kind: TextKind, doc: Y.Doc): void {
  const roots = rootsOf(kind);
  for (const [name, type] of doc.share) {
    if (Object.hasOwn(roots, name)) continue;
    const holds = type._length > 0 || [...type._map.values()].some((item) => !item.deleted);
    if (holds) throw new UnknownContent('TE-ROOT', name);
  }
}
