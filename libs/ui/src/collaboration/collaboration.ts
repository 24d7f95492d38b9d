import { SCHEMA_VERSION } from '@enig/text';
import type * as decoding from 'lib0/decoding';
import { readVarUint } from 'lib0/decoding';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import { Doc, type Transaction } from 'yjs';
import { Outbox } from './outbox';
import { colourOf, othersIn, type Person } from './people';
import { closedReason, isFinal, PATIENCE, stateOf, type CollaborationState, type Facts } from './state';
import { unsavedWords } from './unsaved-words';
import { countedKind, messages, readRefused, readState, watched } from './wire';

/** How a text is opened. */
export type CollaborationOptions = {
  /** Where the collaboration socket is, as `wss://enig.example/collab`. */
  readonly url: string;
  /** Whether the person may write, as the page was told; the server's word replaces it. */
  readonly mayEdit: boolean;
  /** What the person is called in their own list; others are given the server's name. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  readonly Socket?: typeof WebSocket | undefined;
  /** What tells that the line is down and that the page is being left; the window where it is left out. */
  readonly page?: EventTarget | undefined;
};

/** What a page shows of it all. The object is the same until something in it changes. */
export type CollaborationSnapshot = {
  readonly state: CollaborationState;
  /** Whether something can be written now. */
  readonly mayWrite: boolean;
  /** Whether leaving would lose words. */
  readonly hasUnsaved: boolean;
  /** Who else is here. */
  readonly others: readonly Person[];
};

type AnyType = Transaction['changed'] extends Map<infer Type, unknown> ? Type : never;

/** What somebody else changed: their names as far as known, and the shared types that changed. */
export type RemoteEdit = { readonly names: readonly string[]; readonly changed: readonly AnyType[] };

/** Longest wait before connecting again, in milliseconds. */
const MAX_BACKOFF = 5_000;
/** How long a left page's words may still be on their way, in milliseconds. */
const LINGER = 60_000;

/**
 * One text, opened for writing together. It says only what the server has said: a text is saved when the server has
 * acknowledged every frame with something written here, and not before.
 */
export class Collaboration {
  readonly doc = new Doc();
  readonly provider: WebsocketProvider;
  private readonly outbox = new Outbox();
  private readonly listeners = new Set<() => void>();
  private readonly editListeners = new Set<(edit: RemoteEdit) => void>();
  private readonly now: () => number;
  private readonly page: EventTarget | null;
  private facts: Omit<Facts, 'unsavedSince'>;
  private shown: CollaborationSnapshot;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lingering: ReturnType<typeof setTimeout> | undefined;
  private isLeft = false;

  constructor(textId: string, options: CollaborationOptions) {
    this.now = options.now ?? Date.now;
    this.page = options.page ?? (typeof window === 'undefined' ? null : window);
    this.facts = {
      ...{ closed: null, refused: null, readOnly: options.mayEdit ? null : 'noRight' },
      ...{ wasSynced: false, isOnline: false, offlineSince: this.now(), savedAt: null },
    };
    // Before the provider: an edit must be counted before its frame leaves.
    this.doc.on('update', (update: Uint8Array, origin: unknown) => this.onUpdate(update, origin));
    this.doc.on('afterTransaction', (transaction) => this.onTransaction(transaction));
    this.provider = new WebsocketProvider(options.url, encodeURIComponent(textId), this.doc, {
      params: { v: String(SCHEMA_VERSION), ack: '1' },
      disableBc: true,
      maxBackoffTime: MAX_BACKOFF,
      WebSocketPolyfill: watched(options.Socket ?? WebSocket, (frame) => this.onFrame(frame)),
      shouldReconnect: (event) => !isFinal(event.code),
    });
    this.awareness.setLocalStateField('user', { name: options.name, color: colourOf(this.doc.clientID) });
    this.shown = this.compute();
    this.listen();
  }

  /** Who is here and where their carets are. */
  get awareness(): Awareness {
    return this.provider.awareness;
  }

  /** What is to be shown now; the same object until something changes. */
  get snapshot(): CollaborationSnapshot {
    return this.shown;
  }

  /** Calls back whenever the snapshot changes. @returns how to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Calls back when somebody else has changed something. @returns how to stop. */
  onRemoteEdit(listener: (edit: RemoteEdit) => void): () => void {
    this.editListeners.add(listener);
    return () => this.editListeners.delete(listener);
  }

  /** The words written here that are not saved, to be copied; empty when there are none. */
  unsavedWords(): string {
    return unsavedWords(this.doc, this.outbox.pending);
  }

  /** The page is left. Words on their way are seen home first; then the connection ends. */
  leave(): void {
    this.isLeft = true;
    this.awareness.setLocalState(null);
    if (!this.snapshot.hasUnsaved || this.facts.refused !== null) return this.destroy();
    this.lingering = setTimeout(() => this.destroy(), LINGER);
  }

  /** Ends the connection at once, whatever is on its way. */
  destroy(): void {
    clearTimeout(this.timer);
    clearTimeout(this.lingering);
    for (const [event, listener] of this.pageListeners) this.page?.removeEventListener(event, listener);
    this.listeners.clear();
    this.editListeners.clear();
    this.provider.destroy();
    this.doc.destroy();
  }

  private listen(): void {
    const { provider } = this;
    provider.messageHandlers[messages.acknowledge] = (_encoder, decoder) => this.onAcknowledged(decoder);
    provider.messageHandlers[messages.state] = (_encoder, decoder) => this.learn({ readOnly: readState(decoder) });
    provider.messageHandlers[messages.refused] = (_encoder, decoder) => this.onRefused(decoder);
    provider.on('status', ({ status }) => {
      if (status === 'connected') this.outbox.connected();
      if (status === 'disconnected') this.learn({ isOnline: false, offlineSince: this.now() });
    });
    provider.on('sync', (isSynced) => {
      if (isSynced) this.learn({ isOnline: true, wasSynced: true });
    });
    provider.on('closed', ({ code }) => this.learn({ closed: closedReason(code), isOnline: false }));
    this.awareness.on('change', () => this.refresh());
    for (const [event, listener] of this.pageListeners) this.page?.addEventListener(event, listener);
  }

  private onUpdate(update: Uint8Array, origin: unknown): void {
    if (origin === this.provider) return;
    this.outbox.edited(update, this.now());
    this.refresh();
  }

  private onFrame(frame: Uint8Array): void {
    const kind = countedKind(frame);
    if (kind) this.outbox.left(kind);
  }

  private onAcknowledged(decoder: decoding.Decoder): void {
    const before = this.outbox.pending.length;
    this.outbox.committed(readVarUint(decoder));
    if (this.outbox.pending.length < before) this.learn({ savedAt: this.now(), isOnline: true });
    if (this.isLeft && this.outbox.pending.length === 0) this.destroy();
  }

  private onRefused(decoder: decoding.Decoder): void {
    const { code, frames } = readRefused(decoder);
    this.outbox.refused(frames);
    this.learn({ refused: this.facts.refused ?? code });
  }

  private onTransaction(transaction: Transaction): void {
    if (transaction.local || transaction.changed.size === 0 || !this.facts.wasSynced) return;
    const wrote = [...transaction.afterState].filter(([client, end]) => transaction.beforeState.get(client) !== end);
    const names = othersIn(this.awareness).filter(({ client }) => wrote.some(([writer]) => writer === client));
    const edit = { names: [...new Set(names.map(({ name }) => name))], changed: [...transaction.changed.keys()] };
    for (const listener of this.editListeners) listener(edit);
  }

  private learn(facts: Partial<Facts>): void {
    this.facts = { ...this.facts, ...facts };
    this.refresh();
  }

  private refresh(): void {
    const next = this.compute();
    if (isSame(next, this.shown)) return;
    this.shown = next;
    clearTimeout(this.timer);
    const { state } = next;
    if (state.kind === 'saving') this.timer = setTimeout(() => this.refresh(), state.since + PATIENCE - this.now());
    for (const listener of [...this.listeners]) listener();
  }

  private compute(): CollaborationSnapshot {
    const { unsavedSince } = this.outbox;
    const { closed, refused, readOnly, wasSynced } = this.facts;
    return {
      state: stateOf({ ...this.facts, unsavedSince }, this.now()),
      mayWrite: wasSynced && closed === null && refused === null && readOnly === null,
      hasUnsaved: unsavedSince !== null,
      others: othersIn(this.awareness),
    };
  }

  private readonly warn = (event: Event): void => {
    if (this.snapshot.hasUnsaved) event.preventDefault();
  };

  /** A browser that loses its network leaves the socket open for long: nothing is on its way all the same. */
  private readonly onLineDown = (): void => this.learn({ isOnline: false, offlineSince: this.now() });

  private readonly onLineUp = (): void => {
    if (this.provider.wsconnected && this.provider.synced) this.learn({ isOnline: true });
  };

  private readonly pageListeners = [
    ['beforeunload', this.warn],
    ['offline', this.onLineDown],
    ['online', this.onLineUp],
  ] as const;
}

function isSame(one: CollaborationSnapshot, other: CollaborationSnapshot): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
