import { useRef, type PointerEvent } from 'react';
import { useMessages } from '../messages';

/** What is dragged must carry this attribute with its key, and stand in one parent with its like. */
export const DRAGGED = 'data-drag-key';

type Drag = { readonly item: HTMLElement; readonly all: readonly HTMLElement[]; before: string | null };

/**
 * Takes an item to another place with mouse, pen or finger. It is for those who like to drag, and hidden from the
 * others: the buttons beside it do the same.
 *
 * @param props.onDrop the key of the item it was dropped before; null after the last.
 */
export function DragHandle(props: { readonly onDrop: (before: string | null) => void }) {
  const m = useMessages();
  const drag = useRef<Drag | null>(null);
  const end = (event: PointerEvent<HTMLElement>, isDone: boolean) => {
    const ended = drag.current;
    drag.current = null;
    event.currentTarget.releasePointerCapture(event.pointerId);
    if (!ended) return;
    unmark(ended);
    if (isDone && ended.before !== keyOf(ended.item)) props.onDrop(ended.before);
  };
  return (
    <span
      className="e-drag"
      title={m('ui.item.drag')}
      aria-hidden="true"
      onPointerDown={(event) => {
        const item = event.currentTarget.closest<HTMLElement>(`[${DRAGGED}]`);
        if (!item?.parentElement || event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        const all = [...item.parentElement.children].filter(
          (child) => child instanceof HTMLElement && keyOf(child) !== null,
        );
        drag.current = { item, all: all as HTMLElement[], before: keyOf(item) };
        item.classList.add('e-dragged');
      }}
      onPointerMove={(event) => {
        if (drag.current) follow(drag.current, event.clientY);
      }}
      onPointerUp={(event) => end(event, true)}
      onPointerCancel={(event) => end(event, false)}
    >
      ⠿
    </span>
  );
}

function keyOf(element: Element): string | null {
  return element.getAttribute(DRAGGED);
}

/** Shows where the item would come: before the first one whose middle is under the pointer. */
function follow(drag: Drag, y: number): void {
  const next = drag.all.find((element) => {
    const { top, height } = element.getBoundingClientRect();
    return y < top + height / 2;
  });
  const following = next === drag.item ? drag.all[drag.all.indexOf(drag.item) + 1] : next;
  unmark(drag);
  drag.item.classList.add('e-dragged');
  drag.before = following ? keyOf(following) : null;
  if (following) following.classList.add('e-drop-before');
  else drag.all.at(-1)?.classList.add('e-drop-after');
}

function unmark(drag: Drag): void {
  for (const element of drag.all) element.classList.remove('e-drop-before', 'e-drop-after', 'e-dragged');
}
