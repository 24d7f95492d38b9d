import { itemsInOrder, type ListName, type LiveItem } from '@enig/text';
import { useCallback } from 'react';
import type * as Y from 'yjs';
import { useShared } from '../shared/use-shared';

/** The items of a list as they stand now: those in the text, in order, and those removed. */
export type Items = { readonly standing: readonly LiveItem[]; readonly removed: readonly LiveItem[] };

/** Keeps up with a list of a focus area: what is added, moved, removed and put back, by anybody. */
export function useItems(doc: Y.Doc, list: ListName): Items {
  const read = useCallback((): Items => {
    const all = itemsInOrder(doc, list);
    return { standing: all.filter((item) => !item.removed), removed: all.filter((item) => item.removed) };
  }, [doc, list]);
  return useShared(doc.getMap<unknown>(list), read, isSame);
}

function isSame(one: Items, other: Items): boolean {
  return isSameList(one.standing, other.standing) && isSameList(one.removed, other.removed);
}

function isSameList(one: readonly LiveItem[], other: readonly LiveItem[]): boolean {
  return one.length === other.length && one.every((item, index) => item.fields === other[index]?.fields);
}

/** The title of an item, for naming it; empty where it has none. */
export function titleOf(item: LiveItem): string {
  const title = item.fields.get('title');
  return title === undefined || title === null ? '' : String(title).trim();
}
