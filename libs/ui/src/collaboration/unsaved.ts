import * as Y from 'yjs';
import type { PendingEdit } from './outbox';

/** What would be lost. */
export type Unsaved = {
  /**
   * Every paragraph, title or criterion that holds something written here and not committed, whole, so that what is
   * copied makes sense. Empty when nothing was written or it has been taken out again.
   */
  readonly words: string;
  /** Whether something was changed that has no words: a field, an order, bold letters, something deleted that stood before. */
  readonly hasMore: boolean;
};

/** What is in these edits, as it stands in the document now. */
export function unsavedIn(doc: Y.Doc, pending: readonly Pick<PendingEdit, 'update'>[]): Unsaved {
  const edits = pending.map(({ update }) => Y.decodeUpdate(update));
  const brought = edits.flatMap(({ structs }) =>
    structs.map(({ id: { client, clock }, length }) => ({ client, clock, length })),
  );
  const items = brought.flatMap((stretch) => structsAt(doc, stretch)).filter(isStanding);
  const written = new Set(items.flatMap(({ content, parent }) => (content instanceof Y.ContentString ? parent : [])));
  // What is deleted in a paragraph that is offered whole can be seen there.
  const isTold = (struct: Struct) => struct instanceof Y.Item && written.has(struct.parent);
  const deletesMore = deletedIn(edits)
    .filter((stretch) => !isWithin(stretch, brought))
    .some((stretch) => !structsAt(doc, stretch).every(isTold));
  const words = [...written].map(wordsOf).filter((some) => some.trim() !== '');
  const all = new Set(items);
  const isMore = (item: Y.Item) => isField(item) || (isLook(item, all) && !written.has(item.parent));
  return { words: words.join('\n\n'), hasMore: deletesMore || items.some(isMore) };
}

type Edit = ReturnType<typeof Y.decodeUpdate>;
type Struct = Y.Item | Y.GC;
type Stretch = { readonly client: number; readonly clock: number; readonly length: number };

/** What is in the document of a stretch. */
function structsAt(doc: Y.Doc, { client, clock, length }: Stretch): Struct[] {
  const structs = doc.store.clients.get(client) ?? [];
  if (clock >= Y.getState(doc.store, client)) return [];
  const found: Struct[] = [];
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
    const struct = structs[index];
    if (!struct || struct.id.clock >= clock + length) break;
    found.push(struct);
  }
  return found;
}

function isStanding(struct: Struct): struct is Y.Item {
  return struct instanceof Y.Item && !struct.deleted;
}

function deletedIn(edits: readonly Edit[]): readonly Stretch[] {
  return edits.flatMap(({ ds }) =>
    [...ds.clients].flatMap(([client, items]) => items.map(({ clock, len }) => ({ client, clock, length: len }))),
  );
}

/** A value under a name, as a date or a party. */
function isField({ content, parent, parentSub }: Y.Item): boolean {
  return parentSub !== null && content instanceof Y.ContentAny && parent instanceof Y.Map;
}

/** How something looks that stood before: bold, a heading's level. What is new is told of by its words. */
function isLook({ content, parent, parentSub }: Y.Item, brought: ReadonlySet<Y.Item>): boolean {
  if (content instanceof Y.ContentFormat) return true;
  const isNew = parent instanceof Y.AbstractType && parent._item !== null && brought.has(parent._item);
  return parentSub !== null && parent instanceof Y.XmlElement && !isNew;
}

/** Whether every clock of a stretch is in some of the others. */
function isWithin({ client, clock, length }: Stretch, others: readonly Stretch[]): boolean {
  let next = clock;
  const behind = others.filter((other) => other.client === client).sort((one, other) => one.clock - other.clock);
  for (const other of behind) {
    if (other.clock <= next) next = Math.max(next, other.clock + other.length);
  }
  return next >= clock + length;
}

/** Item by item, since a root nobody has asked for yet has no kind, and so no way to give its words. */
function wordsOf(type: Y.Item['parent']): string {
  let words = '';
  for (let item = type instanceof Y.AbstractType ? type._start : null; item; item = item.right) {
    if (!item.deleted && item.content instanceof Y.ContentString) words += item.content.str;
  }
  return words;
}
