import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';

/** How long in ms nothing has changed before the address says it: some browsers refuse a page that writes at each key. */
const ADDRESS_AFTER = 300;

/**
 * Lets the address say what is shown, and what is shown follow an address that a link has led to. The address comes after:
 * what is typed stands at once, however fast it comes.
 *
 * @param shown the part of the address after `?`.
 */
export function useShownInAddress(shown: string, follow: (query: URLSearchParams) => void): void {
  const [query, setQuery] = useSearchParams();
  const said = query.toString();
  const written = useRef(said);
  const latest = useRef({ query, setQuery, follow });
  useEffect(() => {
    latest.current = { query, setQuery, follow };
  });
  useEffect(() => {
    if (said === written.current) return;
    written.current = said;
    latest.current.follow(latest.current.query);
  }, [said]);
  useEffect(() => {
    if (shown === written.current) return;
    const timer = setTimeout(() => {
      written.current = shown;
      latest.current.setQuery(shown, { replace: true });
    }, ADDRESS_AFTER);
    return () => clearTimeout(timer);
  }, [shown]);
}
