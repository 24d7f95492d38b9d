import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/** Puts the reader at the top of what is shown now, as a full load would. */
export function arrive(): void {
  window.scrollTo(0, 0);
  standAtThePage();
}

function standAtThePage(): void {
  document.getElementById('indhold')?.focus({ preventScroll: true });
}

/** Longest in ms that a link is waited for: what it stands in may have to be fetched again. */
const WAITED_FOR = 5_000;

/** Where one signs in: by name in the demo, else by a link in a mail, which the server shows. */
const SIGNING_IN = /^\/log-ind(?:\/|$)/u;

/**
 * Whether somebody signed in and was sent on to here: the page is then loaded whole, since the server may draw it, and
 * the browser would leave them above it.
 */
function isSignedInJustNow(pathname: string): boolean {
  const { referrer } = document;
  const isFromThere = URL.canParse(referrer) && SIGNING_IN.test(new URL(referrer).pathname);
  return isFromThere && !SIGNING_IN.test(pathname) && !isLoadedAgain();
}

/** A page that is loaded again still says where one came from first. */
function isLoadedAgain(): boolean {
  const loads = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return loads.some(({ type }) => type === 'reload');
}

/**
 * After following a link inside the site, or signing in, focus stands at the new page: before it is drawn, so that a key
 * pressed at once is not taken back. Going back in the browser, one stands at the link by which one left.
 */
export function useFocusOnArrival(): void {
  const { pathname, hash } = useLocation();
  const how = useNavigationType();
  const first = useRef({ pathname, hash });
  const before = useRef(pathname);
  const left = useLinksLeftBy(before);
  useLayoutEffect(() => {
    if (first.current.hash === '' && isSignedInJustNow(first.current.pathname)) standAtThePage();
  }, []);
  useLayoutEffect(() => {
    if (before.current === pathname) return undefined;
    before.current = pathname;
    // The page itself goes to a place inside it.
    if (hash !== '') return undefined;
    const href = how === 'POP' ? left.get(pathname) : undefined;
    arrive();
    return href === undefined ? undefined : standAgainAt(href);
  }, [pathname, hash, how, left]);
}

/** Of each page, by its path, the address of the link that had focus last, where it was a link. */
function useLinksLeftBy(shown: RefObject<string>): ReadonlyMap<string, string> {
  const [left] = useState(() => new Map<string, string>());
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      const href = target instanceof HTMLAnchorElement ? target.getAttribute('href') : null;
      if (href === null) left.delete(shown.current);
      else left.set(shown.current, href);
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [left, shown]);
  return left;
}

/** Gives a link focus as soon as it is there, unless somebody has gone elsewhere. @returns how to give up. */
function standAgainAt(href: string): () => void {
  const stand = (): boolean => {
    const page = document.getElementById('indhold');
    if (document.activeElement !== page && document.activeElement !== document.body) return true;
    const link = [...(page?.querySelectorAll('a') ?? [])].find((each) => each.getAttribute('href') === href);
    link?.focus();
    return link !== undefined;
  };
  if (stand()) return () => undefined;
  const giveUp = () => {
    observer.disconnect();
    clearTimeout(late);
  };
  const observer = new MutationObserver(() => stand() && giveUp());
  const late = setTimeout(giveUp, WAITED_FOR);
  observer.observe(document.body, { childList: true, subtree: true });
  return giveUp;
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
    // Whoever has just arrived stands somewhere already.
    let held = document.activeElement;
    let due: ReturnType<typeof setTimeout> | undefined;
    const remember = ({ target }: FocusEvent) => {
      held = target instanceof Element ? target : null;
    };
    const isLost = () => held !== null && !held.isConnected && document.activeElement === document.body;
    const rescue = () => {
      if (isLost()) standAtThePage();
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
