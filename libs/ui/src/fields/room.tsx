import { useEffect, type ReactNode } from 'react';
import { useAnnouncer } from '../announcer';
import { useMessages, type Translate } from '../messages';
import type { ControlProps } from './field';

/** How much of the room must be used before it is said how much is left: before that it is nobody's concern. */
const NEARLY = 0.9;

/** How long words are as the server counts: in UTF-16 units, composed (NFC), without the space around. */
function lengthOf(words: string): number {
  return words.normalize('NFC').trim().length;
}

/** What is wrong with words there is no room for; undefined where there is. @param limit as the server counts. */
export function tooLong(words: string, limit: number, m: Translate): string | undefined {
  const over = lengthOf(words) - limit;
  return over > 0 ? m('ui.field.tooLong', { count: over, limit }) : undefined;
}

/**
 * A field with room for so much. Nothing is cut off: a browser that keeps to a `maxlength` takes the end of what is
 * pasted away without a word. What is too long stands there whole until its author has made it shorter.
 */
export function useRoom(words: string, limit: number | undefined): Room {
  const m = useMessages();
  const { say } = useAnnouncer();
  const error = limit === undefined ? undefined : tooLong(words, limit, m);
  const isOver = error !== undefined;
  useEffect(() => {
    // Once, as it happens: every key after it would be an echo.
    if (isOver) say(m('ui.field.isTooLong'));
  }, [isOver, say, m]);
  const used = lengthOf(words);
  const left = limit === undefined || isOver || used < limit * NEARLY ? null : limit - used;
  return { error, left };
}

/** What is to be said of the room in a field. */
export type Room = {
  readonly error: string | undefined;
  /** How many characters are left, where it is getting narrow. */
  readonly left: number | null;
};

/** A control, and under it how much room is left. */
export function InRoom(props: {
  readonly room: Room;
  readonly control: ControlProps;
  readonly children: (control: ControlProps) => ReactNode;
}) {
  const m = useMessages();
  const { room, control, children } = props;
  const id = `${control.id}-room`;
  const describedBy = [control['aria-describedby'], room.left !== null && id].filter(Boolean).join(' ') || undefined;
  return (
    <>
      {children({ ...control, 'aria-describedby': describedBy })}
      {room.left !== null && (
        <p className="form-hint" id={id}>
          {m('ui.field.left', { count: room.left })}
        </p>
      )}
    </>
  );
}
