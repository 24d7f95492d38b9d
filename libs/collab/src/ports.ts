import type { BodyId, PersonId, TextId } from '@enig/kernel';
import type { TextKind } from '@enig/text';

/** Why the server ends a connection. Numbers below 4500 are final for a y-websocket client; from 4500 it comes back. */
export const closeCodes = {
  malformed: 4400,
  signedOut: 4401,
  noRight: 4403,
  noSuchText: 4404,
  oldSchema: 4409,
  tooLarge: 4413,
  tooFast: 4429,
  tryAgain: 4500,
  goingDown: 4503,
} as const;

/** One of {@link closeCodes}. */
export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];

/** Why an update was not accepted; the rules stand in docs/rules/collaboration.md under the same numbers. */
export type UpdateRefused = 'CO-4-MALFORMED' | 'CO-5-UNKNOWN-ROOT' | 'CO-8-GAP' | LogRefused;

/** Why the log takes no entry from somebody, judged under the lock it is written under. */
export type LogRefused = 'CO-6-CLOSED' | 'CO-6-NO-RIGHT' | 'CO-6-SIGNED-OUT' | 'CO-6-NO-SUCH-TEXT';

/** Who is at the other end of a connection, as the sign-in says; nothing here comes from the client. */
export interface Identity {
  readonly person: PersonId;
  /** The sign-in it stands on: when it ends, the connection ends. */
  readonly session: string;
}

/** One committed update. `seq` counts from 1 within its text, without holes. */
export interface Logged {
  readonly seq: number;
  readonly update: Uint8Array;
}

/** A text as the log holds it. */
export interface Loaded {
  readonly kind: TextKind;
  /** The last committed seq; 0 for a text without updates. */
  readonly seq: number;
  /** In order of seq. */
  readonly updates: readonly Uint8Array[];
  /** The title people see in lists, as it was stored last. */
  readonly title: string;
}

/** What is to be committed: an update of format 1 which the gate has passed. */
export interface NewEntry {
  readonly text: TextId;
  readonly update: Uint8Array;
  readonly who: Identity;
}

/** What became of an entry. */
export type Appended = { readonly ok: true; readonly seq: number } | { readonly ok: false; readonly code: LogRefused };

/** Where updates are kept: append-only, in order, durable. The document in memory is a cache of it. */
export interface TextLog {
  /** The whole text; null where there is none. Throws rather than giving a part. */
  load(text: TextId): Promise<Loaded | null>;
  /**
   * Commits entries together, each under its text's lock, where phase and rights are checked. All entries of one
   * identity for one text have the same fate. When it throws, nobody knows what was committed.
   *
   * @returns one answer per entry, in their order.
   */
  append(entries: readonly NewEntry[]): Promise<readonly Appended[]>;
  /** What was committed after `seq`, in order. */
  since(text: TextId, seq: number): Promise<readonly Logged[]>;
  /** The last committed seq of each text. */
  heads(texts: readonly TextId[]): Promise<ReadonlyMap<TextId, number>>;
  /** Keeps the title shown in lists in step with the text; a cache, so it may come late. */
  rename(text: TextId, title: string): Promise<void>;
}

/** What somebody may do in a text now. */
export type Access =
  | {
      readonly mode: 'edit' | 'read';
      /** The body they would write for; null when they only read. */
      readonly body: BodyId | null;
      /** Why it can only be read: what closed the phase (`hearing`, `submitted` …) or `noRight`; null when editing. */
      readonly reason: string | null;
      /** What others see them called. */
      readonly name: string;
    }
  | {
      readonly mode: 'none';
      readonly code: typeof closeCodes.signedOut | typeof closeCodes.noRight | typeof closeCodes.noSuchText;
    };

/** Who asks about which text. */
export interface Asked {
  readonly who: Identity;
  readonly text: TextId;
}

/** What people may do, from data that a revocation, a phase change or the end of a seat has changed at once. */
export interface Rights {
  /** @returns one answer per question, in their order. */
  of(asked: readonly Asked[]): Promise<readonly Access[]>;
}

/** Tells other nodes what was committed here. */
export interface Bus {
  /** A text has come to `seq`. Called after the commit; may be batched, and may be lost: readers also look by seq. */
  announce(text: TextId, seq: number): void;
}

/** One client's socket. */
export interface Connection {
  send(message: Uint8Array): void;
  close(code: CloseCode, reason: string): void;
  /** Bytes handed over and not yet taken by the network. */
  readonly bufferedAmount: number;
}

/** What the rooms stand on. */
export interface Ports {
  readonly log: TextLog;
  readonly rights: Rights;
  readonly bus: Bus;
  /** Milliseconds since 1970. Only orders presence; nothing is decided by it. */
  readonly now: () => number;
  /** Hears what went wrong after the clients it touched have been told to come again. */
  readonly trouble: (error: unknown) => void;
}
