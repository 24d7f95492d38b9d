import { brandId, type ItemId } from '@enig/kernel';
import { addItem, moveItem, putBackItem, removeItem, type ListName, type LiveItem } from '@enig/text';
import { useEffect, useRef, useState } from 'react';
import type * as Y from 'yjs';
import { useAnnouncer } from '../announcer';
import { useMessages } from '../messages';
import { titleOf, type Items } from './use-items';

/** What can be done with a list, each act with where focus goes and what is read out. */
export type ListActs = {
  readonly add: () => void;
  readonly remove: (item: LiveItem) => void;
  readonly putBack: (item: LiveItem) => void;
  /** By one place, with a button: focus stays on the button. */
  readonly step: (item: LiveItem, by: -1 | 1) => void;
  /** To the place just before another item, or last. */
  readonly drop: (item: LiveItem, before: ItemId | null) => void;
  /** The item just removed, which can be put back at once. */
  readonly justRemoved: LiveItem | null;
};

/** Ids of the controls focus is moved to. */
export const controlId = (list: ListName, id: ItemId, control: 'title' | 'up' | 'down' | 'undo'): string =>
  `${list}-${id}-${control}`;

/** The acts on one list of a focus area. */
export function useListActs(doc: Y.Doc, list: ListName, items: Items): ListActs {
  const m = useMessages();
  const { say } = useAnnouncer();
  const focusOn = useFocusAfter();
  const [justRemoved, setJustRemoved] = useState<ItemId | null>(null);
  const nameOf = (item: LiveItem) => titleOf(item) || m('ui.item.untitled');
  const place = (item: LiveItem, position: number, after: ItemId | null) => {
    moveItem(doc, list, item.id, after);
    say(m('ui.announce.moved', { what: nameOf(item), position: position + 1, total: items.standing.length }));
  };
  return {
    justRemoved: items.removed.find(({ id }) => id === justRemoved) ?? null,
    add: () => {
      const id = brandId<ItemId>(crypto.randomUUID());
      addItem(doc, list, { id });
      say(m('ui.announce.added', { what: m(`ui.item.${list}`, { number: items.standing.length + 1 }) }));
      focusOn(controlId(list, id, 'title'));
    },
    remove: (item) => {
      removeItem(doc, list, item.id);
      setJustRemoved(item.id);
      say(m('ui.announce.removed', { what: nameOf(item) }));
      focusOn(controlId(list, item.id, 'undo'));
    },
    putBack: (item) => {
      putBackItem(doc, list, item.id);
      setJustRemoved(null);
      say(m('ui.announce.putBack', { what: nameOf(item) }));
      focusOn(controlId(list, item.id, 'title'));
    },
    step: (item, by) => {
      const from = items.standing.indexOf(item);
      const to = from + by;
      if (to < 0 || to >= items.standing.length) return;
      place(item, to, idAt(items, by === 1 ? to : to - 1));
      focusOn(controlId(list, item.id, by === 1 ? 'down' : 'up'));
    },
    drop: (item, before) => {
      const others = items.standing.filter(({ id }) => id !== item.id);
      const found = others.findIndex(({ id }) => id === before);
      const to = found < 0 ? others.length : found;
      if (to === items.standing.indexOf(item)) return;
      place(item, to, others[to - 1]?.id ?? null);
    },
  };
}

function idAt(items: Items, index: number): ItemId | null {
  return items.standing[index]?.id ?? null;
}

/** Moves focus once what it shall go to has been drawn: moving an element in the page takes its focus away. */
function useFocusAfter(): (id: string) => void {
  const wanted = useRef<string | null>(null);
  const [, draw] = useState(0);
  useEffect(() => {
    if (wanted.current === null) return;
    const element = document.getElementById(wanted.current);
    if (!element) return;
    wanted.current = null;
    element.focus();
  });
  return (id) => {
    wanted.current = id;
    draw((before) => before + 1);
  };
}
