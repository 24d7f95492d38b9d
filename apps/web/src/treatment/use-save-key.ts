import { useEffect, useRef, type RefObject } from 'react';

/** Ctrl and Enter, or ⌘ and Enter, save from anywhere in the form and go on. */
export function useSaveKey(save: (next: boolean) => Promise<void>): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    const element = form.current;
    const heard = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void latest.current(true);
    };
    element?.addEventListener('keydown', heard);
    return () => element?.removeEventListener('keydown', heard);
  }, []);
  return form;
}
