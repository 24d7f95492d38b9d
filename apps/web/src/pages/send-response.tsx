import { Button, ConfirmDialog, forgetText, useMessages } from '@enig/ui';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { SubmitResponseDocument, type ResponseFieldsFragment } from '../generated/graphql';
import { useViewer } from '../session';

/** Sends the answer on the council's behalf. Not while words are still on their way to the server. */
export function SendResponse(props: {
  readonly response: ResponseFieldsFragment;
  /** How far the text had come in what was read through; nothing until it is here. */
  readonly seq: number | undefined;
  readonly hasUnsaved: boolean;
  readonly refetch: () => void;
  /** Fetches the answer again, when it is no longer what was read through. */
  readonly readAgain: () => void;
}) {
  const m = useMessages();
  const { response, hasUnsaved, seq } = props;
  const { person } = useViewer();
  const [isOpen, setOpen] = useState(false);
  const [, submit] = useMutation(SubmitResponseDocument);
  const { busy, refused, run } = useCommand(async () => {
    const result = await submit({ input: { response: response.id, seq: seq ?? null } });
    return { result, payload: result.data?.submitResponse };
  });
  const confirm = async () => {
    if (!(await run())) {
      props.readAgain();
      props.refetch();
      return;
    }
    // What was taken back while writing must not stay in a browser after the answer is sent.
    if (response.text) await forgetText(person.id, response.text.id);
    setOpen(false);
    props.refetch();
  };
  return (
    <>
      <Button look="primary" busy={hasUnsaved || seq === undefined} onClick={() => setOpen(true)}>
        {m('page.response.send')}
      </Button>
      <ConfirmDialog
        open={isOpen}
        title={m('page.response.sendTitle')}
        verb={m('page.response.send')}
        consequences={[
          m('page.response.sendOn', { council: response.body.name }),
          m('page.response.sendSeen'),
          m('page.response.sendLocked'),
          m('page.response.sendReplace'),
        ]}
        undoable
        busy={busy}
        refused={refused}
        onConfirm={() => void confirm()}
        onCancel={() => setOpen(false)}
      />
    </>
  );
}
