/** What this page remembers because the browser had no room for it; null: forgotten here, though the browser has it. */
const forThisPage = new Map<string, string | null>();
const listeners = new Set<(key: string) => void>();
if (typeof window !== 'undefined') window.addEventListener('storage', onElsewhere);

/** What is remembered under a key. What this page could not store is newer than what the browser holds. */
export function remembered(key: string): string | null {
  return forThisPage.get(key) ?? (forThisPage.has(key) ? null : stored(key));
}

/**
 * Remembers a value under a key, or forgets it (null). A browser that keeps nothing, or has no room, remembers for this
 * page only.
 *
 * @returns whether it outlives the page.
 */
export function remember(key: string, value: string | null): boolean {
  const isStored = store(key, value);
  if (isStored) forThisPage.delete(key);
  else forThisPage.set(key, value);
  tell(key);
  return isStored;
}

/** Whether what is remembered under a key is gone with the page. */
export function isForThisPage(key: string): boolean {
  return forThisPage.has(key);
}

/** Takes away what other tabs read under a key, when they can no longer be told what holds instead. */
export function hideFromOthers(key: string): void {
  store(key, null);
}

/** The keys under which something is remembered that begin like this. */
export function rememberedKeys(beginning: string): readonly string[] {
  const all = new Set([...storedKeys(), ...forThisPage.keys()]);
  return [...all].filter((key) => key.startsWith(beginning) && remembered(key) !== null);
}

/** Calls back with the key of whatever is remembered or forgotten, in this tab and in others. @returns how to stop. */
export function onRemembered(listener: (key: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A JSON value that was remembered; null where there is none or it cannot be read. */
export function rememberedJson(key: string): unknown {
  try {
    return JSON.parse(remembered(key) ?? 'null');
  } catch {
    return null;
  }
}

/** Another tab has written: what this page alone remembered is older. */
function onElsewhere({ key }: StorageEvent): void {
  if (key === null) return;
  forThisPage.delete(key);
  tell(key);
}

/** Calls back on this page with a key: what is remembered there is said anew, also where it is the same. */
export function tell(key: string): void {
  for (const listener of [...listeners]) listener(key);
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // a browser that keeps nothing
  }
}

function store(key: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return true;
  } catch {
    return false; // a browser that keeps nothing, or has no room
  }
}

function storedKeys(): readonly string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}
