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
export type UpdateRefused =
  | 'CO-4-MALFORMED'
  | 'CO-5-UNKNOWN-ROOT'
  | 'CO-8-GAP'
  | 'CO-13-TEXT-FULL'
  | 'CO-20-UNKNOWN-CONTENT'
  | 'CO-21-UNSOUND'
  | LogRefused;

/** Why the log takes no entry from somebody, judged under the lock it is written under. */
export type LogRefused =
  'CO-6-CLOSED' | 'CO-6-NO-RIGHT' | 'CO-6-SIGNED-OUT' | 'CO-6-NO-SUCH-TEXT' | 'CO-19-FOREIGN-CLIENT';

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
  /** All up to a seq as one update, so that a long history need not be read; null where none has been folded. */
  readonly snapshot: { readonly seq: number; readonly update: Uint8Array } | null;
  /** In order of seq, from the one after the snapshot. */
  readonly updates: readonly Uint8Array[];
  /** The person each Yjs client id of the text belongs to (CO-19). */
  readonly owners: ReadonlyMap<number, PersonId>;
  /** The title people see in lists, as it was stored last. */
  readonly title: string;
}

/** What is to be committed: an update of format 1 which the gate has passed. */
export interface NewEntry {
  readonly text: TextId;
  readonly update: Uint8Array;
  readonly who: Identity;
  /** Yjs client ids in it of which nobody here knows whose they are: the log claims them for the person (CO-19). */
  readonly claims: readonly number[];
  /** Whether it deletes most of the text: the log names the state before it (CO-22). */
  readonly deletesMost: boolean;
  /** The Yjs client id that all words in it have; null where it has none, or has words of several. */
  readonly client: number | null;
  /** Up to this seq the log was known when it was judged. */
  readonly known: number;
}

/**
 * What became of an entry. `STALE`: nothing of it is written, nor of what the same person sent to the same text after it
 * in this append, since a row after its `known` is of the same person and may be of the same client id (one of the two
 * has no single client, or both have the same). The caller reads on and judges again. Entries of one append, and rows
 * written through the same log, make nothing stale: the node has judged them in their order (CO-21).
 */
export type Appended =
  { readonly ok: true; readonly seq: number } | { readonly ok: false; readonly code: LogRefused | 'STALE' };

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
  /** Keeps all up to `seq` as one update; one that is there already for a later seq stays. */
  keepSnapshot(text: TextId, seq: number, update: Uint8Array): Promise<void>;
  /** What was committed after `seq`, in order. Throws where that has been erased. */
  since(text: TextId, seq: number): Promise<readonly Logged[]>;
  /** The last committed seq of each text. */
  heads(texts: readonly TextId[]): Promise<ReadonlyMap<TextId, number>>;
  /**
   * Keeps the title shown in lists in step with the text; a cache, so it may come late. `seq` is how far the text was
   * when it had this title: one that is there already for a later seq stays.
   */
  rename(text: TextId, title: string, seq: number): Promise<void>;
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

/** What others see of one client of a text. */
export interface PresenceEntry {
  /** The Yjs client id. */
  readonly id: number;
  readonly clock: number;
  readonly person: PersonId;
  /** Whether they may write in the text, so that those who write are counted over all nodes. */
  readonly writes: boolean;
  /** JSON with the server's name in it; null when the client has left. */
  readonly state: string | null;
}

/** Tells other nodes what happened here. */
export interface Bus {
  /**
   * Who is here, as changed on this node; at most once per text and 60 ms. May be lost or late: it is said again every
   * now and then. An empty list is said by a node that opens a text: whoever has it open says who is with them.
   */
  presence(text: TextId, entries: readonly PresenceEntry[]): void;
  /**
   * Rows of a text are committed: all this node has written at once, in order. May be batched, and may be lost or told
   * without the updates: readers also look by seq.
   */
  announce(text: TextId, rows: readonly Logged[]): void;
}

/**
 * Messages that leave together, in this order. Many connections are given the same one: it is never changed, and what
 * has been made of it for one connection can be kept for the others by its identity.
 */
export type Parcel = readonly Uint8Array[];

/** One client's socket. */
export interface Connection {
  /** In one write. */
  send(parcel: Parcel): void;
  close(code: CloseCode, reason: string): void;
  /** Bytes handed over and not yet taken by the network. */
  readonly bufferedAmount: number;
}

/** What the rooms stand on. */
export interface Ports {
  readonly log: TextLog;
  readonly rights: Rights;
  readonly bus: Bus;
  /** Merges updates into one without what was deleted, away from the serving thread (CO-25). */
  readonly fold: (updates: readonly Uint8Array[]) => Promise<Uint8Array>;
  /** Milliseconds since 1970. Orders presence and measures pace; nothing is decided by it. */
  readonly now: () => number;
  /** Does something after so many milliseconds. @returns how to leave it undone. */
  readonly after: (ms: number, act: () => void) => () => void;
  /** Hears what went wrong after the clients it touched have been told to come again. */
  readonly trouble: (error: unknown) => void;
}
