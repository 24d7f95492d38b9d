import type { Place } from './words-set-aside';

/** How a text is opened. */
export type CollaborationOptions = {
  /** Where the collaboration socket is, as `wss://enig.example/collab`. */
  readonly url: string;
  /** The id of whoever is signed in: under it this browser keeps what is not sent. Left out, it keeps nothing. */
  readonly person?: string | undefined;
  /** Whether the person may write, as the page was told; the server's word replaces it. */
  readonly mayEdit: boolean;
  /** What the person is called in their own list; others are given the server's name. */
  readonly name: string;
  /** Where the text is written, to be said with words of it that were not accepted. */
  readonly place?: Place | undefined;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  readonly Socket?: typeof WebSocket | undefined;
  /** What tells that the line is down and that the page is being left; the window where it is left out. */
  readonly page?: EventTarget | undefined;
};
