import { useEffect, useSyncExternalStore } from 'react';

let offered: readonly string[] = [];
const listeners = new Set<() => void>();

function change(next: readonly string[]): void {
  offered = next;
  for (const listener of [...listeners]) listener();
}

/** Says that the page itself offers a text's refused words, so that they are not offered twice. Null: it offers none. */
export function useOffering(text: string | null): void {
  useEffect(() => {
    if (text === null) return;
    change([...offered, text]);
    return () => change(offered.toSpliced(offered.indexOf(text), 1));
  }, [text]);
}

/** The texts whose refused words the page itself offers. */
export function useOfferedElsewhere(): ReadonlySet<string> {
  const texts = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => offered,
  );
  return new Set(texts);
}
