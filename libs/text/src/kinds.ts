/** The version of the roots, nodes, marks and attributes below. A client with an older one must be reloaded. */
export const SCHEMA_VERSION = 1;

/** What can be written together. da: fokusområde, kapitel, letlæst, høringssvar, sagsfremstilling */
export type TextKind = 'focus-area' | 'chapter' | 'easy-read' | 'hearing-response' | 'case';

/** Every kind of text. */
export const TEXT_KINDS: readonly TextKind[] = ['focus-area', 'chapter', 'easy-read', 'hearing-response', 'case'];

/** Whether the string names a kind of text. */
export function isTextKind(value: string): value is TextKind {
  return TEXT_KINDS.some((kind) => kind === value);
}

/** The three lists of a focus area. da: mål, tematikker, handlinger */
export type ListName = 'goals' | 'themes' | 'actions';

/** The lists of a focus area, in the order they are read. */
export const LIST_NAMES: readonly ListName[] = ['goals', 'themes', 'actions'];

/** The lists of a hearing response. da: kommentarer til teksten, det sagte */
export type RemarkListName = 'comments' | 'statements';

/** The lists of a hearing response, in the order they are read. */
export const REMARK_LISTS: readonly RemarkListName[] = ['comments', 'statements'];

/** Every list of items there is. */
export type AnyListName = ListName | RemarkListName;

/**
 * What a field of an item holds: `order` a fractional key (string), `flag` a boolean, `text` a Y.Text, `fragment` a
 * Y.XmlFragment, `party` a party's id (string) or null, `date` a day as `2026-10-15` (string) or null, `section` a
 * focus area's id or the empty string for none, `how` 'phone' or 'meeting', `anchor` an `Anchor` and `noted` a `NotedBy`
 * as a JSON string or null.
 */
export type FieldShape =
  'order' | 'flag' | 'text' | 'fragment' | 'party' | 'date' | 'section' | 'how' | 'anchor' | 'noted';

/**
 * What stands under a root of the Y.Doc: `text` a Y.Text, `fragment` a Y.XmlFragment, `itemMap` a Y.Map from item id to
 * a Y.Map with just these fields, `fragmentMap` a Y.Map from id to Y.XmlFragment.
 */
export type RootShape =
  'text' | 'fragment' | { readonly itemMap: Readonly<Record<string, FieldShape>> } | { readonly fragmentMap: true };

const EVERY_ITEM = { order: 'order', removed: 'flag', title: 'text', body: 'fragment' } as const;

const EVERY_REMARK = { order: 'order', removed: 'flag', section: 'section', body: 'fragment' } as const;

/** The fields of an item, by the list it stands in. */
export const ITEM_FIELDS: Readonly<Record<AnyListName, Readonly<Record<string, FieldShape>>>> = {
  goals: { ...EVERY_ITEM, criterion: 'text', owner: 'party', due: 'date' },
  themes: EVERY_ITEM,
  actions: { ...EVERY_ITEM, responsible: 'party', from: 'date', to: 'date' },
  comments: { ...EVERY_REMARK, anchor: 'anchor' },
  statements: { ...EVERY_REMARK, how: 'how', who: 'text', on: 'date', noted: 'noted' },
};

/** The marks a council sets on one entry of its answer: that it has no remarks, and that it is ready. */
export const ENTRY_FIELDS: Readonly<Record<'noRemarks' | 'ready', FieldShape>> = { noRemarks: 'flag', ready: 'flag' };

const ROOTS: Readonly<Record<TextKind, Readonly<Record<string, RootShape>>>> = {
  'focus-area': {
    title: 'text',
    intro: 'fragment',
    goals: { itemMap: ITEM_FIELDS.goals },
    themes: { itemMap: ITEM_FIELDS.themes },
    actions: { itemMap: ITEM_FIELDS.actions },
  },
  chapter: { title: 'text', body: 'fragment' },
  'easy-read': { body: 'fragment' },
  'hearing-response': {
    general: 'fragment',
    sections: { fragmentMap: true },
    minority: 'fragment',
    entries: { itemMap: ENTRY_FIELDS },
    comments: { itemMap: ITEM_FIELDS.comments },
    statements: { itemMap: ITEM_FIELDS.statements },
  },
  case: {
    title: 'text',
    summary: 'text',
    case: 'fragment',
    recommendation: 'fragment',
    economy: 'fragment',
    hearing: 'fragment',
    legal: 'text',
    kle: 'text',
  },
};

/** The roots a text of this kind has and what stands under each. Programs outside rely on these names. */
export function rootsOf(kind: TextKind): Readonly<Record<string, RootShape>> {
  return ROOTS[kind];
}

const ID = /^[A-Za-z0-9][A-Za-z0-9:._-]{0,99}$/;

/** Whether a string can be an item's id, a focus area's or a party's: at most 100 letters, digits and `:._-`. */
export function isWellFormedId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}
