/** What a browser tells the page a text is open on. */
export type PageHearer = {
  /** The page is about to be closed. @returns whether it may be, without asking the person first. */
  readonly mayClose: () => boolean;
  /** A browser that loses its network leaves the socket open for long: nothing is on its way all the same. */
  readonly lineDown: () => void;
  readonly lineUp: () => void;
};

/** Hears what the browser says. @param given the page; the window where it is left out. @returns how to stop. */
export function hearPage(given: EventTarget | undefined, { mayClose, lineDown, lineUp }: PageHearer): () => void {
  const page = given ?? (typeof window === 'undefined' ? undefined : window);
  const warn = (event: Event) => mayClose() || event.preventDefault();
  const listeners = [
    ['beforeunload', warn],
    ['offline', lineDown],
    ['online', lineUp],
  ] as const;
  for (const [event, listener] of listeners) page?.addEventListener(event, listener);
  return () => {
    for (const [event, listener] of listeners) page?.removeEventListener(event, listener);
  };
}
