import { placeOf, type Place } from './words-set-aside';

/** An edit as a copy keeps it until the server has acknowledged it. */
export type KeptEdit = {
  readonly key: string;
  /** When it was made, in milliseconds since 1970. */
  readonly at: number;
  /** The update Yjs made of it. */
  readonly update: Uint8Array;
};

/** What is noted in a copy beside the text itself. */
export type Notes = {
  /** Whether it has once been as the server had it. */
  readonly wasSynced: boolean;
  /** Where the text is written, if a page has said so. */
  readonly place: Place | null;
  /** What has not been acknowledged, oldest first. */
  readonly edits: readonly KeptEdit[];
};

/** What is to be written into a copy's notes. */
export type NoteOf = {
  readonly put?: KeptEdit;
  readonly drop?: readonly string[];
  readonly synced?: number;
  readonly place?: Place;
};

/** The stores y-indexeddb makes. It uses the first; in the second, which it leaves to others, are our own notes. */
const UPDATES = 'updates';
const NOTES = 'custom';
const SYNCED = 'synced';
const PLACE = 'place';
/** Keys of edits begin with this; the second bound is the first string after all of them. */
const EDITS = ['edit:', 'edit;'] as const;

/** Opens a copy's database, making it where there is none. @throws where the browser keeps nothing. */
export function openStore(name: string): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(UPDATES, { autoIncrement: true });
      request.result.createObjectStore(NOTES);
    };
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

/** What is noted in a copy. */
export async function notesIn(database: IDBDatabase): Promise<Notes> {
  const notes = database.transaction(NOTES).objectStore(NOTES);
  const range = IDBKeyRange.bound(...EDITS);
  const [synced, place, keys, values] = await Promise.all([
    answered<unknown>(notes.get(SYNCED)),
    answered<unknown>(notes.get(PLACE)),
    answered(notes.getAllKeys(range)),
    answered(notes.getAll(range)),
  ]);
  const edits = keys.flatMap((key, index) => editOf(String(key), values[index]) ?? []);
  return {
    wasSynced: synced !== undefined,
    place: placeOf(place),
    edits: edits.sort((one, other) => one.at - other.at),
  };
}

/** The updates a copy's text is made of; not all that was typed in the moment of a crash. */
export async function updatesIn(database: IDBDatabase): Promise<readonly Uint8Array[]> {
  const values: readonly unknown[] = await answered(database.transaction(UPDATES).objectStore(UPDATES).getAll());
  return values.flatMap((value) => bytesOf(value) ?? []);
}

/** How many edits a copy holds that have not been acknowledged. */
export async function countEdits(name: string): Promise<number> {
  const database = await openStore(name);
  try {
    return await answered(
      database
        .transaction(NOTES)
        .objectStore(NOTES)
        .count(IDBKeyRange.bound(...EDITS)),
    );
  } finally {
    database.close();
  }
}

/** Keeps an edit. @returns the key it is kept under. */
export function editKey(client: number, number: number): string {
  return `${EDITS[0]}${client}:${number}`;
}

/** Writes notes; when `failed` is called, they were not kept. It never throws: a browser may have closed the database. */
export function note(database: IDBDatabase, write: NoteOf, failed: () => void): void {
  try {
    // With both stores, so that it is written after what y-indexeddb has been asked to write until now.
    const transaction = database.transaction(write.synced === undefined ? NOTES : [UPDATES, NOTES], 'readwrite');
    transaction.onabort = failed;
    const notes = transaction.objectStore(NOTES);
    if (write.put) notes.put({ at: write.put.at, update: write.put.update }, write.put.key);
    if (write.synced !== undefined) notes.put(write.synced, SYNCED);
    if (write.place) notes.put(write.place, PLACE);
    for (const key of write.drop ?? []) notes.delete(key);
  } catch {
    failed();
  }
}

function answered<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

function editOf(key: string, value: unknown): KeptEdit | null {
  if (typeof value !== 'object' || value === null) return null;
  const { at, update }: { at?: unknown; update?: unknown } = value;
  const bytes = bytesOf(update);
  return typeof at === 'number' && bytes ? { key, at, update: bytes } : null;
}

/** Made in another realm, as by a test's browser, it is no instance of this one's class. */
function bytesOf(value: unknown): Uint8Array | null {
  return ArrayBuffer.isView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : null;
}
