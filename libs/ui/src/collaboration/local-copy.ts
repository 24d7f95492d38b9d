import { IndexeddbPersistence } from 'y-indexeddb';
import { applyUpdate, type Doc } from 'yjs';
import { canKeep, markOpened } from './copies';
import { holdOpen } from './copy-lock';
import { editKey, note, notesIn, openStore, type NoteOf, type Notes } from './copy-store';
import type { Place } from './words-set-aside';

/** Longest wait in milliseconds for a copy: a text that comes from the server does not wait for a slow disk. */
const PATIENCE = 3_000;

/** Whether a change of a document came from a copy of it. */
export function isFromCopy(origin: unknown): boolean {
  return origin instanceof IndexeddbPersistence;
}

/** What of one text is kept in this browser for one person: the text by y-indexeddb, and what was not acknowledged. */
export class LocalCopy {
  private isOver = false;
  private readonly letGo: () => void;
  /** Under which keys edits are kept, by their number in the outbox. */
  private readonly keys = new Map<number, string>();
  /** All those keys, also of what has been acknowledged. */
  private readonly own = new Set<string>();

  private constructor(
    name: string,
    private readonly doc: Doc,
    private readonly database: IDBDatabase,
    private readonly persistence: IndexeddbPersistence,
    /** Whether it has once been as the server had it: before that it is no text to write in. */
    readonly wasSynced: boolean,
    /** Called when nothing can be kept from now on: the browser closed or removed the copy, or the disk is full. */
    private readonly lost: () => void,
  ) {
    this.letGo = holdOpen(name);
    for (const connection of [database, persistence.db]) {
      for (const event of ['versionchange', 'close']) connection?.addEventListener(event, () => this.end());
    }
    this.guard();
  }

  /**
   * Opens a text's copy and puts it into the document.
   *
   * @returns the copy and its edits that were not acknowledged, oldest first; null where this browser keeps nothing.
   */
  static async open(
    name: string,
    doc: Doc,
    lost: () => void,
  ): Promise<({ readonly copy: LocalCopy } & Pick<Notes, 'edits' | 'place'>) | null> {
    if (!canKeep()) return null;
    const opening = openStore(name);
    let persistence: IndexeddbPersistence | null = null;
    try {
      const database = await soon(opening);
      const { wasSynced, edits, place } = await notesIn(database);
      persistence = new IndexeddbPersistence(name, doc);
      await soon(persistence.whenSynced);
      // What was typed in the moment of a crash may be among the edits only.
      for (const { update } of edits) applyUpdate(doc, update, persistence);
      markOpened(name, Date.now());
      return { copy: new LocalCopy(name, doc, database, persistence, wasSynced, lost), edits, place };
    } catch {
      // A private window, a full disk, a browser that forbids it: it works without.
      void persistence?.destroy();
      opening.then((database) => database.close()).catch(() => undefined);
      return null;
    }
  }

  /** Whether what is written now is kept. */
  get isKeeping(): boolean {
    return !this.isOver;
  }

  /** Keeps an edit until it is acknowledged. @param number its number in the outbox. */
  keep(number: number, at: number, update: Uint8Array): void {
    const key = editKey(this.doc.clientID, number);
    this.recognise(number, key);
    this.note({ put: { key, at, update } });
  }

  /** An edit that was kept before, under this key, is in the outbox under this number. */
  recognise(number: number, key: string): void {
    this.keys.set(number, key);
    this.own.add(key);
  }

  /** These edits have been acknowledged. */
  settle(numbers: readonly number[]): void {
    const drop = this.keysOf(numbers);
    for (const number of numbers) this.keys.delete(number);
    if (drop.length > 0) this.note({ drop });
  }

  /** The document is as the server has it, and what is here can be written in from now on without the server. */
  markSynced(at: number): void {
    this.note({ synced: at });
  }

  /** Where the text is written, so that its words can be told apart from others'. */
  writtenAt(place: Place): void {
    this.note({ place });
  }

  /** The keys these edits are kept under, by their numbers in the outbox. */
  keysOf(numbers: readonly number[]): readonly string[] {
    return numbers.flatMap((number) => this.keys.get(number) ?? []);
  }

  /** Whether an edit was made on this page or is in its outbox, by its key. */
  holds(key: string): boolean {
    return this.own.has(key);
  }

  /** Stops keeping. What is kept stays. */
  close(): void {
    if (this.isOver) return;
    this.isOver = true;
    void this.persistence.destroy();
    // It hears of the edit that is being told of, too, and must not write into what is closed.
    this.persistence.db = null;
    this.database.close();
    this.letGo();
  }

  /** y-indexeddb throws in the middle of an edit when the browser has closed its database: nobody after it would hear. */
  private guard(): void {
    const { doc, persistence } = this;
    const write = persistence._storeUpdate;
    doc.off('update', write);
    persistence._storeUpdate = (update, origin) => {
      try {
        write(update, origin);
      } catch {
        this.end();
      }
    };
    doc.on('update', persistence._storeUpdate);
  }

  private note(write: NoteOf): void {
    if (!this.isOver) note(this.database, write, () => this.end());
  }

  private end(): void {
    if (this.isOver) return;
    this.close();
    this.lost();
  }
}

function soon<Value>(value: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Error('The copy does not come')), PATIENCE);
  });
  return Promise.race([value, late]).finally(() => clearTimeout(timer));
}
