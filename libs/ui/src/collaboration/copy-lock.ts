/** The browser's locks, over all its tabs; null where it has none (they need https or localhost). */
function locks(): LockManager | null {
  return typeof navigator !== 'undefined' && 'locks' in navigator ? navigator.locks : null;
}

/** Says to all tabs that a copy is open. @returns how to let it go. */
export function holdOpen(name: string): () => void {
  const waiting = new AbortController();
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((done) => (letGo = done));
  locks()
    ?.request(name, { mode: 'shared', signal: waiting.signal }, () => held)
    .catch(() => undefined); // it was let go before it was its turn
  return () => {
    letGo();
    waiting.abort();
  };
}

/** Does something with a copy nobody has open, in any tab. A browser that cannot tell does it in any case. */
export async function unlessOpen(name: string, act: () => Promise<void>): Promise<void> {
  const known = locks();
  if (!known) return act();
  await known.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await act();
  });
}
