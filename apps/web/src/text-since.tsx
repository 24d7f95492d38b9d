import { Alert, Button, ButtonRow, useMessages } from '@enig/ui';
import { useState } from 'react';

/** The text a file is made of, as it is here now. */
export interface TextBehind {
  /** Different when the file would be. */
  readonly words: string;
  /** Whether some of it is on its way to the server, which makes files of what it has. */
  readonly isSaving: boolean;
}

/** Whether a text has changed since a file was asked for; `remember` is called when it is. */
export function useTextSince(text: TextBehind | undefined) {
  const [then, setThen] = useState(text?.words);
  return { isChanged: text?.words !== then, remember: () => setThen(text?.words) };
}

/** Said before the link to a file that lacks what has been written since, with the way to make it anew. */
export function TextChanged(props: {
  /** What it is made as. */
  readonly format: string;
  readonly busy: boolean;
  readonly again: () => void;
}) {
  const m = useMessages();
  const { format, busy, again } = props;
  return (
    <Alert tone="warning">
      <p>{m('paper.changed', { format })}</p>
      <ButtonRow>
        <Button busy={busy} onClick={again}>
          {m('paper.makeAnew', { format })}
        </Button>
      </ButtonRow>
    </Alert>
  );
}
