import { Button, ConfirmDialog, type ButtonLook } from '@enig/ui';
import { useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useCommand, type Answer, type Payload } from '../command';

interface Asked {
  /** What the button says. */
  readonly children: ReactNode;
  /** Quiet where it is left out: a tool at the edge. */
  readonly look?: ButtonLook | undefined;
  readonly title: string;
  readonly verb: string;
  readonly consequences: readonly string[];
  readonly undoable: boolean;
  /** What must be said before it is done, beside what follows. */
  readonly warning?: ReactNode;
  /** Does it. */
  readonly act: () => Promise<Answer<Payload>>;
  /** The question is gone by then, and focus can be moved. */
  readonly done: () => void;
  /** It was not done, and why stands in the question: what the page shows may be old. */
  readonly notDone?: (() => void) | undefined;
}

/** A button for an act that is asked about first: what it means is shown before it is done. */
export function AskedFirst(props: Asked) {
  const { children, look = 'quiet', title, verb, consequences, undoable } = props;
  const [isOpen, setOpen] = useState(false);
  const { busy, refused, run, forget } = useCommand(props.act);
  const confirm = async () => {
    if (!(await run())) return props.notDone?.();
    // While the question stands, nothing outside it can be given focus.
    flushSync(() => setOpen(false));
    props.done();
  };
  const cancel = () => {
    setOpen(false);
    forget();
  };
  return (
    <>
      <Button look={look} onClick={() => setOpen(true)}>
        {children}
      </Button>
      <ConfirmDialog
        {...{ title, verb, consequences, undoable, busy, refused }}
        open={isOpen}
        danger={look === 'quiet' || look === 'danger'}
        onConfirm={() => void confirm()}
        onCancel={cancel}
      >
        {props.warning}
      </ConfirmDialog>
    </>
  );
}
