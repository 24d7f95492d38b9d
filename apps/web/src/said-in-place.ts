import { useEffect, useSyncExternalStore } from 'react';

/** How many pages say themselves that one is signed out: those that never got what they are about. */
let pages = 0;
const listeners = new Set<() => void>();

function change(by: number): void {
  pages += by;
  for (const listener of [...listeners]) listener();
}

/** Says that a page itself tells that one is signed out, so that it is not told above it as well. */
export function useSaysSignedOut(is: boolean): void {
  useEffect(() => {
    if (!is) return;
    change(1);
    return () => change(-1);
  }, [is]);
}

/** Whether the page itself tells that one is signed out. */
export function useIsSignedOutSaid(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => pages > 0,
  );
}
