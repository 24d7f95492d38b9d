import { brandId, type ItemId } from '@enig/kernel';
import {
  addItem,
  itemsInOrder,
  putBackItem,
  removeItem,
  UnknownContent,
  type LiveItem,
  type NewItem,
  type RemarkListName,
} from '@enig/text';
import { useCallback, useEffect, useRef, useState } from 'react';
import type * as Y from 'yjs';
import { useShared } from '../shared/use-shared';

/** The comments or statements of one entry, and what can be done with them. */
export type RemarkList = {
  readonly standing: readonly LiveItem[];
  /** The one just removed here, which can be put back at once. */
  readonly justRemoved: LiveItem | null;
  readonly add: (values: NonNullable<NewItem['values']>) => void;
  readonly remove: (id: ItemId) => void;
  readonly putBack: (id: ItemId) => void;
};

/** Where one of them stands, so that focus can go there. */
export function remarkId(list: RemarkListName, id: string): string {
  return `${list}-${id}`;
}

/** @param section the entry's focus area; the empty string for the entry about everything. */
export function useRemarks(doc: Y.Doc, list: RemarkListName, section: string): RemarkList {
  const read = useCallback(() => itemsOf(doc, list, section), [doc, list, section]);
  const items = useShared(doc.getMap<unknown>(list), read, isSameItems);
  const [removed, setRemoved] = useState<ItemId | null>(null);
  const focusOn = useFocusAfter();
  return {
    standing: items.filter((item) => !item.removed),
    justRemoved: items.find((item) => item.removed && item.id === removed) ?? null,
    add: (values) => {
      const id = brandId<ItemId>(crypto.randomUUID());
      addItem(doc, list, { id, values: { ...values, section } });
      focusOn(remarkId(list, id));
    },
    remove: (id) => {
      removeItem(doc, list, id);
      setRemoved(id);
      focusOn(`${remarkId(list, id)}-undo`);
    },
    putBack: (id) => {
      putBackItem(doc, list, id);
      setRemoved(null);
      focusOn(remarkId(list, id));
    },
  };
}

function itemsOf(doc: Y.Doc, list: RemarkListName, section: string): readonly LiveItem[] {
  try {
    return itemsInOrder(doc, list).filter(({ fields }) => (fields.get('section') ?? '') === section);
  } catch (error) {
    if (error instanceof UnknownContent) return [];
    throw error;
  }
}

/** What stands in the fields is shown by those who are tied to them. */
function isSameItems(one: readonly LiveItem[], other: readonly LiveItem[]): boolean {
  return (
    one.length === other.length &&
    one.every((item, at) => {
      const beside = other[at];
      return beside?.id === item.id && beside.removed === item.removed && beside.fields === item.fields;
    })
  );
}

/** Focus goes to what is drawn by what was just done: to the field in it, or to itself. */
function useFocusAfter(): (id: string) => void {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const place = document.getElementById(wanted.current);
    if (!place) return;
    wanted.current = null;
    const field = place.querySelector<HTMLElement>('textarea, [role="textbox"], input');
    (field ?? place).focus();
  });
  return (id) => {
    wanted.current = id;
  };
}
