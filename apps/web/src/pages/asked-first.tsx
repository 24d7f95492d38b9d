import { Button, ConfirmDialog } from '@enig/ui';
import { useState } from 'react';
import { flushSync } from 'react-dom';

/** A quiet button for an act that takes something away: what it means is shown and asked about before it is done. */
export function AskedFirst(props: {
  /** The word on the button, and what it is about for those who do not see where it stands. */
  readonly act: string;
  readonly of: string;
  readonly title: string;
  readonly verb: string;
  readonly consequences: readonly string[];
  readonly undoable: boolean;
  readonly busy: boolean;
  readonly refused: string | undefined;
  /** Does it. @returns whether it was done. */
  readonly run: () => Promise<boolean>;
  /** The question is gone by then, and focus can be moved. */
  readonly done: () => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const confirm = async () => {
    if (!(await props.run())) return;
    // While the question stands, nothing outside it can be given focus.
    flushSync(() => setOpen(false));
    props.done();
  };
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {props.act} <span className="e-hidden">{props.of}</span>
      </Button>
      <ConfirmDialog
        open={isOpen}
        title={props.title}
        verb={props.verb}
        consequences={props.consequences}
        undoable={props.undoable}
        danger
        busy={props.busy}
        refused={props.refused}
        onConfirm={() => void confirm()}
        onCancel={() => setOpen(false)}
      />
    </>
  );
}
