import { once } from 'node:events';
import { WebSocket as NodeSocket } from 'ws';
import * as Y from 'yjs';
import { remember } from '../src/collaboration/browser-memory';
import { Collaboration } from '../src/collaboration/collaboration';
import { copiesOf, copyName, forgetPerson, unsentCopies } from '../src/collaboration/copies';
import type { CollaborationSnapshot } from '../src/collaboration/snapshot';
import { TextServer } from './text-server';

export const METTE = 'mette';
export const BO = 'bo';
export const Socket = NodeSocket as unknown as typeof WebSocket;

/** A local storage with so much room, in characters, for all it holds. */
export class Memory {
  room = Infinity;
  private readonly held = new Map<string, string>();

  getItem = (key: string): string | null => this.held.get(key) ?? null;

  removeItem(key: string): void {
    this.held.delete(key);
    Reflect.deleteProperty(this, key);
  }

  setItem(key: string, value: string): void {
    const others = [...this.held].filter(([other]) => other !== key).reduce((sum, [, other]) => sum + other.length, 0);
    if (others + value.length > this.room) throw new DOMException('Full', 'QuotaExceededError');
    this.held.set(key, value);
    // As a browser's: its keys can be listed.
    Object.defineProperty(this, key, { value, enumerable: true, configurable: true });
  }
}

/** Resolves as soon as the snapshot is so. */
export function until(collaboration: Collaboration, isSo: (snapshot: CollaborationSnapshot) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (!isSo(collaboration.snapshot)) return;
      stop();
      resolve();
    };
    const stop = collaboration.subscribe(check);
    check();
  });
}

export const becomes = (collaboration: Collaboration, kind: CollaborationSnapshot['state']['kind']) =>
  until(collaboration, ({ state }) => state.kind === kind);

export const title = (of: { readonly doc: Y.Doc }) => of.doc.getText('title');

/** What this browser keeps. */
export const names = async () => (await indexedDB.databases()).map(({ name }) => name);

/** Resolves once all that has been asked of Mette's copies until now is done. */
export const written = async () => void (await unsentCopies(METTE));

/** Resolves once the server has answered something sent after everything before. */
export async function roundTrip(collaboration: Collaboration): Promise<void> {
  const socket = collaboration.provider.ws as unknown as NodeSocket;
  socket.ping();
  await once(socket, 'pong');
}

/** One text on a server, and a browser that keeps it, new for each test. */
export class KeptTexts {
  server!: TextServer;
  memory = new Memory();
  private port = 0;
  private readonly opened: Collaboration[] = [];

  constructor() {
    beforeEach(async () => {
      this.server = await TextServer.start();
      this.port = this.server.port;
      title(this.server).insert(0, '.');
      this.memory = new Memory();
      Object.assign(globalThis, { localStorage: this.memory });
    });
    afterEach(() => this.end());
  }

  get url(): string {
    return `ws://127.0.0.1:${this.port}/collab`;
  }

  open(person = METTE, page = new EventTarget()): Collaboration {
    const place = { title: 'Fælles indsats', href: '/aftaler/1' };
    const options = { url: this.url, person, mayEdit: true, name: 'Mette', Socket, page, place };
    const collaboration = new Collaboration('text-1', options);
    this.opened.push(collaboration);
    return collaboration;
  }

  /** The server stops, and the words that are typed then are all that is left of a page. */
  async typeOffline(words: string, page = this.open()): Promise<void> {
    await becomes(page, 'synced');
    await this.server.stop();
    await becomes(page, 'offline');
    title(page).insert(0, words);
    await written();
    page.destroy();
  }

  /** Starts the server with the text as it was. */
  async restart(): Promise<void> {
    const state = Y.encodeStateAsUpdate(this.server.doc);
    this.server = await TextServer.start(this.port);
    Y.applyUpdate(this.server.doc, state);
  }

  private async end(): Promise<void> {
    for (const collaboration of this.opened.splice(0)) collaboration.destroy();
    await this.server.stop().catch(() => undefined);
    this.memory.room = Infinity;
    await Promise.all([METTE, BO].map(forgetPerson));
    remember('enig.signedIn', null);
    expect(await names()).toEqual([]);
    Reflect.deleteProperty(globalThis, 'localStorage');
  }
}

/** Gives a copy of Mette's another schema version: what a page of another version has left. */
export async function moveCopy(version: number): Promise<void> {
  const [from] = await copiesOf(METTE, 'text-1');
  if (!from) throw new Error('There is a copy to be moved');
  const [old, next] = await Promise.all([from.name, copyName(METTE, 'text-1', version)].map(openRaw));
  if (!old || !next) throw new Error('Both are opened');
  for (const store of ['updates', 'custom']) {
    const reading = old.transaction(store).objectStore(store);
    const [keys, values] = await Promise.all([answer(reading.getAllKeys()), answer(reading.getAll())]);
    const writing = next.transaction(store, 'readwrite').objectStore(store);
    await Promise.all(keys.map((key, index) => answer(writing.put(values[index], key))));
  }
  for (const database of [old, next]) database.close();
  await answer(indexedDB.deleteDatabase(from.name));
}

async function openRaw(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('updates', { autoIncrement: true });
    request.result.createObjectStore('custom');
  };
  return answer(request);
}

function answer<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}
