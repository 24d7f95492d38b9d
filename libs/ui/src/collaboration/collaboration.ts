import type { Awareness } from 'y-protocols/awareness';
import type { WebsocketProvider } from 'y-websocket';
import { Doc, type Transaction } from 'yjs';
import { Keeping } from './keeping';
import { isFromCopy } from './local-copy';
import type { CollaborationOptions } from './options';
import { Listeners } from './listeners';
import { Outbox } from './outbox';
import { hearPage } from './page-events';
import { colourOf } from './people';
import { onPresence } from './present-person';
import { remoteEditIn, type RemoteEdit } from './remote-edits';
import { Showing, type Elsewhere } from './showing';
import type { CollaborationSnapshot } from './snapshot';
import { closedReason, firstFacts, isHopeless, isTaken, type ClosedReason, type Facts, type Heard } from './state';
import { unsavedIn, type Unsaved } from './unsaved';
import { hear, providerFor } from './wire';

/**
 * One text, opened for writing together. It says only what the server has said: a text is saved when the server has
 * acknowledged every frame with something written here, and not before; what this browser keeps is not saved by that.
 */
export class Collaboration {
  readonly doc = new Doc();
  readonly provider: WebsocketProvider;
  /** Resolves when the connection has ended and what this browser keeps is let go. */
  readonly ended: Promise<void>;
  private readonly outbox = new Outbox();
  private readonly keeping: Keeping | null;
  private readonly edits = new Listeners<[RemoteEdit]>();
  private readonly letGo: (() => void)[] = [];
  private readonly now: () => number;
  private readonly showing: Showing;
  private life: 'opening' | 'open' | 'left' | 'ended' = 'opening';
  private end: () => void = () => undefined;

  constructor(
    readonly textId: string,
    options: CollaborationOptions,
  ) {
    const { person, place } = options;
    this.now = options.now ?? Date.now;
    this.ended = new Promise((done) => (this.end = done));
    // Before the provider and the copy: an edit must be counted before its frame leaves, and noted before it is kept.
    this.doc.on('update', (update: Uint8Array, origin: unknown) => this.onUpdate(update, origin));
    this.doc.on('afterTransaction', (transaction) => this.onTransaction(transaction));
    const lost = () => this.showing.refresh();
    this.keeping = person === undefined ? null : new Keeping({ person, text: textId, place }, this.doc, lost);
    this.provider = providerFor(this.doc, textId, options, (kind) => this.outbox.left(kind));
    this.awareness.setLocalStateField('user', { name: options.name, color: colourOf(this.doc.clientID) });
    this.showing = new Showing(firstFacts(options.mayEdit, this.now()), this.elsewhere, this.now);
    this.listen(options);
    if (this.keeping) void this.open(this.keeping);
    else this.begin();
  }

  /** Who is here and where their carets are. */
  get awareness(): Awareness {
    return this.provider.awareness;
  }

  /** What is to be shown now; the same object until something changes. */
  get snapshot(): CollaborationSnapshot {
    return this.showing.snapshot;
  }

  /** Calls back whenever the snapshot changes. @returns how to stop. */
  get subscribe(): (listener: () => void) => () => void {
    return this.showing.subscribe;
  }

  /** Calls back when somebody else has changed something. @returns how to stop. */
  get onRemoteEdit(): (listener: (edit: RemoteEdit) => void) => () => void {
    return this.edits.add;
  }

  /** What was written here and is not saved, its words to be copied. */
  unsaved(): Unsaved {
    return unsavedIn(this.doc, this.outbox.pending);
  }

  /** The person has the refused words, or does not want them: they are not offered again. */
  releaseWords(): void {
    this.keeping?.releaseWords();
    this.showing.refresh();
  }

  /** Connects again after the server has ended the connection. */
  reconnect(): void {
    this.learn({ closed: null });
    this.provider.connect();
  }

  /** The page is left. Words on their way are seen home first, as long as it takes; then the connection ends. */
  leave(): void {
    this.awareness.setLocalState(null);
    const { life } = this;
    if (life !== 'ended') this.life = 'left';
    if (life === 'open') this.endIfDone();
  }

  /** Ends the connection and removes what this browser keeps of the text, except words that were refused. */
  discard(): Promise<void> {
    void this.keeping?.forget();
    this.destroy();
    return this.ended;
  }

  /** Ends the connection at once, whatever is on its way. What this browser keeps stays. */
  destroy(): void {
    if (this.life === 'ended') return;
    this.life = 'ended';
    for (const stop of this.letGo) stop();
    this.showing.end();
    this.edits.clear();
    const letGo = this.keeping?.close();
    this.provider.destroy();
    this.doc.destroy();
    void Promise.resolve(letGo).then(this.end);
  }

  /** What this browser kept comes first, so that the server is asked only for the rest, and given what it lacks. */
  private async open(keeping: Keeping): Promise<void> {
    for (const edit of await keeping.open()) keeping.recognise(this.outbox.edited(edit.update, edit.at).number, edit);
    if (this.life === 'ended') return;
    this.learn({ hadCopy: keeping.wasSynced });
    this.begin();
  }

  private begin(): void {
    if (this.life === 'opening') this.life = 'open';
    this.endIfDone();
    if (this.life !== 'ended' && this.facts.closed === null) this.provider.connect();
  }

  private listen({ person, page }: CollaborationOptions): void {
    hear(this.provider, {
      connected: () => this.outbox.connected(),
      disconnected: () => this.learn({ isOnline: false, offlineSince: this.now() }),
      synced: () => this.onSynced(),
      acknowledged: (count) => this.onAcknowledged(count),
      state: (readOnly) => this.onState(readOnly),
      refused: (code, frames) => this.onRefused(code, frames),
      closed: (code) => this.onClosed(closedReason(code)),
    });
    this.awareness.on('change', () => this.showing.refresh());
    const presence = { gone: () => this.stop(), here: () => this.comeBack() };
    if (person !== undefined) this.letGo.push(onPresence(person, presence));
    const lineDown = () => this.learn({ isOnline: false, offlineSince: this.now() });
    this.letGo.push(hearPage(page, { mayClose: () => this.mayClose, lineDown, lineUp: () => this.onLineUp() }));
  }

  private onUpdate(update: Uint8Array, origin: unknown): void {
    if (origin === this.provider || isFromCopy(origin)) return;
    const edit = this.outbox.edited(update, this.now());
    // First shown as unsaved, whatever becomes of keeping it.
    this.showing.refresh();
    this.keeping?.keep(edit);
  }

  private onSynced(): void {
    if (!this.facts.wasSynced) this.keeping?.markSynced(this.now());
    this.learn({ isOnline: true, wasSynced: true });
  }

  private onAcknowledged(count: number): void {
    const settled = this.outbox.committed(count);
    if (settled.length === 0) return;
    this.keeping?.settle(settled);
    const areAll = this.outbox.pending.length === 0;
    // Rights have come back, and the words that were refused are in.
    if (areAll) this.keeping?.accepted();
    this.learn({ savedAt: this.now(), isOnline: true, ...(areAll && { refused: null }) });
  }

  private onState(readOnly: string | null): void {
    // What was sent or erased must not stay in a browser; words that come too late are set aside.
    if (readOnly === 'submitted') this.giveUp();
    this.learn({ readOnly });
  }

  private onRefused(code: string, frames: readonly number[]): void {
    this.outbox.refused(frames);
    this.keeping?.keepWords(this.outbox.pending);
    this.learn({ refused: this.facts.refused ?? code });
  }

  private onClosed(closed: ClosedReason): void {
    if (isHopeless(closed)) this.keeping?.keepWords(this.outbox.pending);
    if (isTaken(closed)) this.giveUp();
    this.learn({ closed, isOnline: false });
  }

  private stop(): void {
    this.learn({ closed: 'signedOut', isOnline: false });
    this.provider.disconnect();
  }

  private comeBack(): void {
    if (this.facts.closed === 'signedOut') this.reconnect();
  }

  private giveUp(): void {
    this.keeping?.keepWords(this.outbox.pending);
    this.keeping?.giveUp();
  }

  private onTransaction(transaction: Transaction): void {
    if (transaction.local || transaction.changed.size === 0 || !this.facts.wasSynced) return;
    if (isFromCopy(transaction.origin)) return;
    this.edits.tell(remoteEditIn(transaction, this.awareness));
  }

  /** Of a page that was left: over when nothing is unsaved, or nothing can be saved any more. */
  private endIfDone(): void {
    if (this.life !== 'left') return;
    const { closed, refused } = this.facts;
    const isRefused = refused !== null || (closed !== null && isHopeless(closed));
    if (isRefused && (this.keeping?.mayForget ?? true)) void this.discard();
    else if (isRefused) this.destroy();
    else if (closed !== null || this.outbox.pending.length === 0) this.destroy();
  }

  private learn(facts: Partial<Heard>): void {
    this.showing.learn(facts);
    this.endIfDone();
  }

  private onLineUp(): void {
    if (this.provider.wsconnected && this.provider.synced) this.learn({ isOnline: true });
  }

  /** On a page that was left nobody waits for the words: those this browser keeps are no reason to ask. */
  private get mayClose(): boolean {
    const { hasUnsaved, isKept } = this.snapshot;
    return !hasUnsaved || (this.life === 'left' && isKept);
  }

  private get facts(): Facts {
    return this.showing.facts;
  }

  private get elsewhere(): Elsewhere {
    const kept = () => ({
      isKept: this.keeping?.isKeeping ?? false,
      isSetAside: this.keeping?.isSetAside ?? false,
    });
    return { unsavedSince: () => this.outbox.unsavedSince, kept, awareness: this.awareness };
  }
}
