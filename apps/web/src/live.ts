import { useEffect, useRef } from 'react';
import { useSubscription, type AnyVariables, type TypedDocumentNode } from 'urql';
import { RECONNECTED } from './client';

/** Shortest time in ms between two questions: others may write many times a second. */
const PAUSE = 1_000;

/**
 * Keeps a page with what others do: asks the server again when it tells of a change, and when the connection has been
 * away, since nobody tells then.
 *
 * @param heard told of each change, also of those that are not asked about one by one.
 */
export function useLive<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  refetch: () => void,
  heard?: (changed: Data) => void,
): void {
  const latest = useRef(refetch);
  const due = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    latest.current = refetch;
  });
  const again = useRef(() => {
    due.current ??= setTimeout(() => {
      due.current = undefined;
      latest.current();
    }, PAUSE);
  });
  useSubscription<Data, Data, Variables>({ query, variables }, (_, changed) => {
    heard?.(changed);
    again.current();
    return changed;
  });
  useEffect(() => {
    const ask = again.current;
    window.addEventListener(RECONNECTED, ask);
    return () => {
      window.removeEventListener(RECONNECTED, ask);
      clearTimeout(due.current);
      due.current = undefined;
    };
  }, []);
}
