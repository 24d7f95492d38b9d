import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { Collaboration } from './collaboration';
import type { CollaborationSnapshot } from './snapshot';

/** An opened text and what is to be shown of it. */
export type OpenText = {
  /** Null in the first moment. */
  readonly collaboration: Collaboration | null;
  readonly snapshot: CollaborationSnapshot;
  /** Drops what is here and gets the text from the server again: after a refusal. The words stay offered. */
  readonly restart: () => void;
};

const NOTHING_YET: CollaborationSnapshot = {
  ...{ state: { kind: 'connecting' }, isHere: false, mayWrite: false, hasUnsaved: false, isKept: false },
  isSetAside: false,
  others: [],
};
const neverChanges = () => () => undefined;

/**
 * Opens a text for as long as the component is shown. Leaving it sees words on their way home.
 *
 * @param options.person the id of whoever is signed in: what they write is kept in this browser until it is saved.
 * @param options.name   what the person is called in their own list.
 * @param options.title  what the text is called, to be said with words of it that were not accepted.
 * @param options.url    where the socket is; the page's own server where it is left out.
 */
export function useCollaboration(
  textId: string,
  options: {
    readonly person: string;
    readonly mayEdit: boolean;
    readonly name: string;
    readonly title: string;
    readonly url?: string | undefined;
  },
): OpenText {
  const [collaboration, setCollaboration] = useState<Collaboration | null>(null);
  const [round, setRound] = useState(0);
  const { person, mayEdit, name, title, url = ownServer() } = options;
  useEffect(() => {
    const place = { title, href: location.pathname };
    const opened = new Collaboration(textId, { person, mayEdit, name, place, url });
    setCollaboration(opened);
    return () => {
      setCollaboration(null);
      opened.leave();
    };
    // The right to write is the server's word once the text is open, and a text that gets another title is the same.
  }, [textId, person, name, url, round]);
  const snapshot = useSyncExternalStore(
    collaboration?.subscribe ?? neverChanges,
    () => collaboration?.snapshot ?? NOTHING_YET,
  );
  const restart = useCallback(() => {
    void collaboration?.discard().then(() => setRound((before) => before + 1));
  }, [collaboration]);
  return { collaboration, snapshot, restart };
}

/** Where this page's own server has its collaboration socket. */
export function ownServer(): string {
  return `${location.origin.replace(/^http/, 'ws')}/collab`;
}
