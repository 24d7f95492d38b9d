import * as Y from 'yjs';
import type { PendingEdit } from './outbox';

/**
 * The words that would be lost: every paragraph, title or criterion that holds something written here and not
 * committed, whole, so that what is copied makes sense. Empty when nothing was written or it has been taken out again.
 */
export function unsavedWords(doc: Y.Doc, pending: readonly PendingEdit[]): string {
  const written = new Set<Y.AbstractType<unknown>>();
  for (const { update } of pending) {
    for (const struct of Y.decodeUpdate(update).structs) {
      for (const item of itemsAt(doc, struct.id.client, struct.id.clock, struct.length)) {
        if (item.content instanceof Y.ContentString && item.parent instanceof Y.AbstractType) written.add(item.parent);
      }
    }
  }
  return [...written]
    .map(wordsOf)
    .filter((words) => words.trim() !== '')
    .join('\n\n');
}

/** The items that now stand where these were written; those deleted since are left out. */
function itemsAt(doc: Y.Doc, client: number, clock: number, length: number): Y.Item[] {
  const structs = doc.store.clients.get(client) ?? [];
  if (clock >= Y.getState(doc.store, client)) return [];
  const found: Y.Item[] = [];
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
    const struct = structs[index];
    if (!struct || struct.id.clock >= clock + length) break;
    if (struct instanceof Y.Item && !struct.deleted) found.push(struct);
  }
  return found;
}

function wordsOf(type: Y.AbstractType<unknown>): string {
  if (!(type instanceof Y.Text)) return '';
  const delta: readonly { readonly insert?: unknown }[] = type.toDelta();
  return delta.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
}
