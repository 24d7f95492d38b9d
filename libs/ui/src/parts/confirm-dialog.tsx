import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useMessages } from '../messages';
import { Button } from './button';

/**
 * A window over the page. Escape closes it, focus stays in it and goes back to where it was.
 *
 * @param props.startsAt where focus begins: the heading, so that it is read first, or the first field of a short form.
 */
export function Dialog(props: {
  readonly open: boolean;
  readonly startsAt?: 'heading' | 'field' | undefined;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const { startsAt = 'heading' } = props;
  // Before it is taken out of the page: a window that is gone cannot give focus back, also when another takes its place.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element || !props.open) return;
    element.showModal();
    element.querySelector<HTMLElement>(startsAt === 'field' ? 'input, select, textarea' : 'h2')?.focus();
    return () => element.close();
  }, [props.open, startsAt]);
  return (
    <dialog
      ref={dialog}
      className="e-dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      {props.open && (
        <>
          <h2 id={id} className="e-dialog-title" tabIndex={-1}>
            {props.title}
          </h2>
          {props.children}
        </>
      )}
    </dialog>
  );
}

/**
 * Says what will be true afterwards, for whom, and whether it can be undone, before it happens. Focus begins at the
 * heading, so that nothing happens by a second press of the key that opened it.
 */
export function ConfirmDialog(props: {
  readonly open: boolean;
  /** The act as a question or a verb: "Send svaret". */
  readonly title: string;
  /** What will be true afterwards, one thing each. */
  readonly consequences: readonly ReactNode[];
  readonly undoable: boolean;
  /** The verb of the act; never "OK". */
  readonly verb: string;
  readonly busy?: boolean | undefined;
  /** Why it could not be done. */
  readonly refused?: string | undefined;
  readonly danger?: boolean | undefined;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  /** Something that must be filled in first. */
  readonly children?: ReactNode;
}) {
  const m = useMessages();
  return (
    <Dialog open={props.open} title={props.title} onClose={props.onCancel}>
      <p>{m('ui.consequence')}:</p>
      <ul className="e-consequences">
        {props.consequences.map((consequence, index) => (
          <li key={index}>{consequence}</li>
        ))}
        <li>{props.undoable ? m('ui.canBeUndone') : m('ui.cannotBeUndone')}</li>
      </ul>
      {props.children}
      <div role="alert">{props.refused && <p className="form-error-message">{props.refused}</p>}</div>
      <div className="e-button-row">
        <Button look={props.danger ? 'danger' : 'primary'} busy={props.busy ?? false} onClick={props.onConfirm}>
          {props.verb}
        </Button>
        <Button onClick={props.onCancel}>{m('ui.cancel')}</Button>
      </div>
    </Dialog>
  );
}
