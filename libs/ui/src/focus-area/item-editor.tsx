import { brandId, type ItemId } from '@enig/kernel';
import type { ListName, LiveItem } from '@enig/text';
import type { ReactNode } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { RichTextEditor } from '../editor/rich-text-editor';
import type { ReferenceTarget } from '../editor/windows';
import { useMessages } from '../messages';
import { Button } from '../parts/button';
import { YMapField, type PartyChoice } from '../shared/y-map-field';
import { YTextField } from '../shared/y-text-field';
import { DRAGGED, DragHandle } from './drag-handle';
import { controlId, type ListActs } from './use-list-acts';

/** What all items of a focus area are written with. */
export type ItemSurroundings = {
  readonly parties: readonly PartyChoice[];
  readonly crossReferences: readonly ReferenceTarget[];
  readonly awareness?: Awareness | undefined;
  /** What is said at an item, as that its criterion is missing. */
  readonly renderWarnings?: ((place: ItemPlace) => ReactNode) | undefined;
};

/** An item by list and id. */
export type ItemPlace = { readonly list: ListName; readonly id: string };

/** One goal, theme or action with all its fields and the acts on it. */
export function ItemEditor(
  props: ItemSurroundings & {
    readonly list: ListName;
    readonly item: LiveItem;
    /** Its place among the others, from 0. */
    readonly index: number;
    readonly isLast: boolean;
    readonly acts: ListActs;
  },
) {
  const m = useMessages();
  const { list, item, index } = props;
  const name = m(`ui.item.${list}`, { number: index + 1 });
  const title = item.fields.get('title');
  const body = item.fields.get('body');
  return (
    <li className="e-item" {...{ [DRAGGED]: item.id }}>
      <ItemTools {...props} name={name} />
      {title instanceof Y.Text && (
        <YTextField
          ytext={title}
          look="title"
          id={controlId(list, item.id, 'title')}
          label={name}
          name={m('ui.item.titleOf', { item: name })}
        />
      )}
      {props.renderWarnings?.({ list, id: item.id })}
      {body instanceof Y.XmlFragment && (
        <RichTextEditor
          fragment={body}
          label={m('ui.item.body')}
          name={m('ui.item.bodyOf', { item: name })}
          crossReferences={props.crossReferences}
          awareness={props.awareness}
        />
      )}
      <ItemValues {...props} />
    </li>
  );
}

function ItemTools(props: {
  readonly list: ListName;
  readonly item: LiveItem;
  readonly index: number;
  readonly isLast: boolean;
  readonly acts: ListActs;
  readonly name: string;
}) {
  const m = useMessages();
  const { list, item, acts, name } = props;
  const step = (by: -1 | 1, isEnd: boolean) => (
    <Button
      look="quiet"
      id={controlId(list, item.id, by === 1 ? 'down' : 'up')}
      aria-disabled={isEnd || undefined}
      aria-label={m(by === 1 ? 'ui.item.moveDown' : 'ui.item.moveUp', { item: name })}
      onClick={() => acts.step(item, by)}
    >
      <span aria-hidden="true">{by === 1 ? '↓' : '↑'}</span> {m(by === 1 ? 'ui.item.down' : 'ui.item.up')}
    </Button>
  );
  return (
    <div className="e-item-tools">
      <DragHandle onDrop={(before) => acts.drop(item, before === null ? null : brandId<ItemId>(before))} />
      {step(-1, props.index === 0)}
      {step(1, props.isLast)}
      <Button look="quiet" aria-label={m('ui.item.removeOf', { item: name })} onClick={() => acts.remove(item)}>
        {m('ui.item.remove')}
      </Button>
    </div>
  );
}

function ItemValues({ list, item, parties }: ItemSurroundings & { readonly list: ListName; readonly item: LiveItem }) {
  const m = useMessages();
  const criterion = item.fields.get('criterion');
  if (list === 'themes') return null;
  if (list === 'actions') {
    return (
      <div className="e-item-values">
        <YMapField
          kind="party"
          map={item.fields}
          name="responsible"
          label={m('ui.item.responsible')}
          parties={parties}
        />
        <YMapField kind="date" map={item.fields} name="from" label={m('ui.item.from')} />
        <YMapField kind="date" map={item.fields} name="to" label={m('ui.item.to')} />
      </div>
    );
  }
  return (
    <>
      {criterion instanceof Y.Text && (
        <YTextField ytext={criterion} label={m('ui.item.criterion')} hint={m('ui.item.criterionHint')} />
      )}
      <div className="e-item-values">
        <YMapField kind="party" map={item.fields} name="owner" label={m('ui.item.owner')} parties={parties} />
        <YMapField kind="date" map={item.fields} name="due" label={m('ui.item.due')} />
      </div>
    </>
  );
}
