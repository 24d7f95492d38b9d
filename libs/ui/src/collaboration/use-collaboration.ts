import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { Collaboration, type CollaborationSnapshot } from './collaboration';

/** An opened text and what is to be shown of it. */
export type OpenText = {
  /** Null in the first moment. */
  readonly collaboration: Collaboration | null;
  readonly snapshot: CollaborationSnapshot;
  /** Drops what is here and gets the text from the server again: after a refusal, once the words are copied. */
  readonly restart: () => void;
};

const NOTHING_YET: CollaborationSnapshot = {
  state: { kind: 'connecting' },
  mayWrite: false,
  hasUnsaved: false,
  others: [],
};
const neverChanges = () => () => undefined;

/**
 * Opens a text for as long as the component is shown. Leaving it sees words on their way home.
 *
 * @param options.name what the person is called in their own list.
 * @param options.url  where the socket is; the page's own server where it is left out.
 */
export function useCollaboration(
  textId: string,
  options: { readonly mayEdit: boolean; readonly name: string; readonly url?: string | undefined },
): OpenText {
  const [collaboration, setCollaboration] = useState<Collaboration | null>(null);
  const [round, setRound] = useState(0);
  const { mayEdit, name, url } = options;
  useEffect(() => {
    const opened = new Collaboration(textId, { mayEdit, name, url: url ?? ownServer() });
    setCollaboration(opened);
    return () => {
      setCollaboration(null);
      opened.leave();
    };
    // The right to write is the server's word once the text is open.
  }, [textId, name, url, round]);
  const snapshot = useSyncExternalStore(
    collaboration?.subscribe ?? neverChanges,
    () => collaboration?.snapshot ?? NOTHING_YET,
  );
  const restart = useCallback(() => setRound((before) => before + 1), []);
  return { collaboration, snapshot, restart };
}

function ownServer(): string {
  return `${location.origin.replace(/^http/, 'ws')}/collab`;
}
