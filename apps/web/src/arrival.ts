import { useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** Puts the reader at the top of what is shown now, as a full load would. */
function arrive(): void {
  window.scrollTo(0, 0);
  document.getElementById('indhold')?.focus({ preventScroll: true });
}

/**
 * After following a link inside the site, focus stands at the new page: before it is drawn, so that a key pressed at once
 * is not taken back.
 */
export function useFocusOnArrival(): void {
  const { pathname, hash } = useLocation();
  const before = useRef(pathname);
  useLayoutEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    // The page itself goes to a place inside it.
    if (hash === '') arrive();
  }, [pathname, hash]);
}

/** The same where a page becomes another at the same address; `step` says which of them is shown. */
export function useArrivalAt(step: string): void {
  const before = useRef(step);
  useLayoutEffect(() => {
    if (before.current === step) return;
    before.current = step;
    arrive();
  }, [step]);
}

/**
 * Focus never falls out of the page: where what held it goes away and nobody else takes it on, the page itself has it.
 * A reader of the screen would otherwise begin again at the top of the site.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let held: Element | null = null;
    let due: ReturnType<typeof setTimeout> | undefined;
    const remember = ({ target }: FocusEvent) => {
      held = target instanceof Element ? target : null;
    };
    const isLost = () => held !== null && !held.isConnected && document.activeElement === document.body;
    const rescue = () => {
      if (isLost()) document.getElementById('indhold')?.focus({ preventScroll: true });
    };
    // Whoever removed it may be about to give focus to something better.
    const observer = new MutationObserver(() => {
      if (!isLost()) return;
      clearTimeout(due);
      due = setTimeout(rescue);
    });
    document.addEventListener('focusin', remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      observer.disconnect();
      clearTimeout(due);
    };
  }, []);
}
