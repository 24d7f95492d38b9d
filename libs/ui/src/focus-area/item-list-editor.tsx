import type { ListName, LiveItem } from '@enig/text';
import { useId } from 'react';
import type * as Y from 'yjs';
import { useMessages } from '../messages';
import { Button } from '../parts/button';
import { Details } from '../parts/small';
import { ItemEditor, type ItemSurroundings } from './item-editor';
import { titleOf, useItems } from './use-items';
import { controlId, useListActs, type ListActs } from './use-list-acts';

/** One list of a focus area: its items in order, one more, and those removed. */
export function ItemListEditor(props: ItemSurroundings & { readonly doc: Y.Doc; readonly list: ListName }) {
  const m = useMessages();
  const id = useId();
  const { doc, list } = props;
  const items = useItems(doc, list);
  const acts = useListActs(doc, list, items);
  return (
    <section className="e-items" aria-labelledby={id}>
      <h2 id={id}>{m(`ui.focusArea.${list}`)}</h2>
      {items.standing.length === 0 && <p className="e-empty">{m(`ui.focusArea.none.${list}`)}</p>}
      {/* eslint-disable-next-line jsx-a11y/no-redundant-roles -- Safari forgets that an unmarked list is one */}
      <ol className="e-item-list" role="list">
        {items.standing.map((item, index) => (
          <ItemEditor
            key={item.id}
            {...props}
            item={item}
            index={index}
            isLast={index === items.standing.length - 1}
            acts={acts}
          />
        ))}
      </ol>
      {acts.justRemoved && <JustRemoved list={list} item={acts.justRemoved} acts={acts} />}
      <Button onClick={acts.add}>
        <span aria-hidden="true">+ </span>
        {m(`ui.item.add.${list}`)}
      </Button>
      {items.removed.length > 0 && <Removed items={items.removed} acts={acts} />}
    </section>
  );
}

function JustRemoved({
  list,
  item,
  acts,
}: {
  readonly list: ListName;
  readonly item: LiveItem;
  readonly acts: ListActs;
}) {
  const m = useMessages();
  const name = titleOf(item) || m('ui.item.untitled');
  return (
    <p className="e-removed-now">
      {m('ui.item.removed', { item: name })}{' '}
      <Button
        look="quiet"
        id={controlId(list, item.id, 'undo')}
        aria-label={m('ui.item.undoOf', { item: name })}
        onClick={() => acts.putBack(item)}
      >
        {m('ui.item.undo')}
      </Button>
    </p>
  );
}

function Removed({ items, acts }: { readonly items: readonly LiveItem[]; readonly acts: ListActs }) {
  const m = useMessages();
  return (
    <Details summary={m('ui.item.removedList', { count: items.length })}>
      <ul className="e-removed">
        {items.map((item) => {
          const name = titleOf(item) || m('ui.item.untitled');
          return (
            <li key={item.id}>
              {name}{' '}
              <Button
                look="quiet"
                aria-label={m('ui.item.putBackOf', { item: name })}
                onClick={() => acts.putBack(item)}
              >
                {m('ui.item.putBack')}
              </Button>
            </li>
          );
        })}
      </ul>
    </Details>
  );
}
