import { useSyncExternalStore } from 'react';

/** Where the styles have no room for two things beside one another either (treatment.css). */
const NARROW = '(max-width: 48rem)';

/** Whether the screen is narrow, or its text so large that it comes to the same. */
export function useNarrowScreen(): boolean {
  return useSyncExternalStore(onChange, () => query()?.matches ?? false);
}

function onChange(changed: () => void): () => void {
  const asked = query();
  asked?.addEventListener('change', changed);
  return () => asked?.removeEventListener('change', changed);
}

/** Nothing where there is no screen to ask about. */
function query(): MediaQueryList | null {
  return 'matchMedia' in window ? window.matchMedia(NARROW) : null;
}
