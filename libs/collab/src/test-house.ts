import { brandId, type BodyId, type PersonId, type TextId } from '@enig/kernel';
import type { TextKind } from '@enig/text';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import type { Access, Appended, Asked, Connection, Identity, Loaded, Logged, NewEntry, Rights, TextLog } from './ports';
import { Rooms } from './rooms';
import type { Session } from './session';

interface Kept {
  readonly kind: TextKind;
  title: string;
  readonly updates: Uint8Array[];
}

/** A log in memory that can be stopped, broken and closed. For specs only. */
export class MemoryLog implements TextLog {
  readonly texts = new Map<TextId, Kept>();
  /** Sizes of the appends so far. */
  readonly appends: number[] = [];
  readonly closed = new Set<PersonId>();
  /** So many of the next entries are refused. */
  refuseNext = 0;
  broken: Error | null = null;
  private gate: Promise<void> = Promise.resolve();
  private opened: () => void = () => undefined;

  /** Appends and loads wait from now on, until what this returns is called. */
  hold(): () => void {
    this.gate = new Promise((open) => (this.opened = open));
    return () => this.opened();
  }

  add(kind: TextKind = 'focus-area'): TextId {
    const text = brandId<TextId>(`text-${this.texts.size + 1}`);
    this.texts.set(text, { kind, title: '', updates: [] });
    return text;
  }

  /** What another node commits. @returns its seq. */
  commitElsewhere(text: TextId, write: (doc: Y.Doc) => void): number {
    const doc = this.doc(text);
    const before = Y.encodeStateVector(doc);
    write(doc);
    return this.kept(text).updates.push(Y.encodeStateAsUpdate(doc, before));
  }

  /** A document of what is committed. */
  doc(text: TextId): Y.Doc {
    const doc = new Y.Doc();
    for (const update of this.kept(text).updates) Y.applyUpdate(doc, update);
    return doc;
  }

  kept(text: TextId): Kept {
    const kept = this.texts.get(text);
    if (!kept) throw new Error('No such text');
    return kept;
  }

  async load(text: TextId): Promise<Loaded | null> {
    await this.passing();
    const kept = this.texts.get(text);
    return kept ? { ...kept, updates: [...kept.updates], seq: kept.updates.length } : null;
  }

  async append(entries: readonly NewEntry[]): Promise<Appended[]> {
    await this.passing();
    this.appends.push(entries.length);
    return entries.map(({ text, update, who }): Appended => {
      const isRefused = this.closed.has(who.person) || this.refuseNext > 0;
      this.refuseNext = Math.max(0, this.refuseNext - 1);
      if (isRefused) return { ok: false, code: 'CO-6-CLOSED' };
      return { ok: true, seq: this.kept(text).updates.push(update) };
    });
  }

  async since(text: TextId, seq: number): Promise<Logged[]> {
    await this.passing();
    return this.kept(text)
      .updates.map((update, index) => ({ seq: index + 1, update }))
      .slice(seq);
  }

  async heads(texts: readonly TextId[]): Promise<Map<TextId, number>> {
    return new Map(texts.map((text) => [text, this.kept(text).updates.length]));
  }

  async rename(text: TextId, title: string): Promise<void> {
    this.kept(text).title = title;
  }

  private async passing(): Promise<void> {
    await this.gate;
    if (this.broken) throw this.broken;
  }
}

/** Rights as a spec sets them; everybody edits unless it says otherwise. For specs only. */
export class SetRights implements Rights {
  readonly set = new Map<PersonId, Access>();
  broken: Error | null = null;

  async of(asked: readonly Asked[]): Promise<Access[]> {
    if (this.broken) throw this.broken;
    return asked.map(({ who }) => this.set.get(who.person) ?? editing(who.person));
  }
}

/** May edit, and is called after their id. */
export function editing(person: PersonId): Access {
  return { mode: 'edit', body: brandId<BodyId>('administration:0253'), reason: null, name: `Navn på ${person}` };
}

/** May only read. */
export function reading(person: PersonId, reason: string): Access {
  return { mode: 'read', body: null, reason, name: `Navn på ${person}` };
}

/** A client of the wire protocol without a socket; answers as y-websocket does. For specs only. */
export class Peer implements Connection {
  readonly who: Identity;
  readonly acknowledged: [count: number, seq: number][] = [];
  readonly states: { readonly mode: string; readonly reason: string | null }[] = [];
  readonly refused: { readonly code: string; readonly frames: readonly number[] }[] = [];
  readonly presence = new Map<number, Record<string, unknown> | null>();
  readonly kinds: number[] = [];
  closed: number | null = null;
  bufferedAmount = 0;
  /** Whether it answers a step 1. */
  answers = true;
  private session: Session | null = null;

  constructor(
    name: string,
    readonly doc = new Y.Doc(),
  ) {
    this.who = { person: brandId<PersonId>(name), session: `session of ${name}` };
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this)
        this.say((encoder) => (encoding.writeVarUint(encoder, 0), sync.writeUpdate(encoder, update)));
    });
  }

  get isJoined(): boolean {
    return this.session !== null;
  }

  join(rooms: Rooms, text: TextId, acknowledges = true): this {
    this.session = rooms.connect(text, this.who, this, acknowledges);
    this.say((encoder) => (encoding.writeVarUint(encoder, 0), sync.writeSyncStep1(encoder, this.doc)));
    return this;
  }

  /** Sends a message made by hand. */
  say(write: (encoder: encoding.Encoder) => void): void {
    this.sayBytes(encoding.encode(write));
  }

  sayBytes(message: Uint8Array): void {
    this.session?.receive(message);
  }

  /** Sends an update frame made by hand. */
  sayUpdate(update: Uint8Array): void {
    this.say((encoder) => (encoding.writeVarUint(encoder, 0), sync.writeUpdate(encoder, update)));
  }

  /** Answers a step 1 with all that a document holds. */
  sayStep2(doc: Y.Doc): void {
    this.say((encoder) => (encoding.writeVarUint(encoder, 0), sync.writeSyncStep2(encoder, doc)));
  }

  /** Says what its presence state, or that of others, is. */
  sayPresence(states: readonly [id: number, state: unknown][]): void {
    const entries = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, states.length);
      for (const [id, state] of states) {
        encoding.writeVarUint(encoder, id);
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarString(encoder, JSON.stringify(state));
      }
    });
    this.say((encoder) => (encoding.writeVarUint(encoder, 1), encoding.writeVarUint8Array(encoder, entries)));
  }

  leave(): void {
    this.session?.end();
    this.session = null;
  }

  close(code: number): void {
    this.closed = code;
    this.session = null;
  }

  send(message: Uint8Array): void {
    void Promise.resolve().then(() => this.hear(message)); // a network lies between
  }

  private hear(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message);
    const kind = decoding.readVarUint(decoder);
    this.kinds.push(kind);
    if (kind === 0) this.hearSync(decoder);
    else if (kind === 1) this.hearPresence(decoding.createDecoder(decoding.readVarUint8Array(decoder)));
    else if (kind === 100) this.acknowledged.push([decoding.readVarUint(decoder), decoding.readVarUint(decoder)]);
    else if (kind === 101) this.states.push(JSON.parse(decoding.readVarString(decoder)));
    else if (kind === 102) this.refused.push(JSON.parse(decoding.readVarString(decoder)));
  }

  /** As y-websocket does: a message without an answer in it is not sent. */
  private hearSync(decoder: decoding.Decoder): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 0);
    sync.readSyncMessage(decoder, encoder, this.doc, this);
    if (this.answers && encoding.length(encoder) > 1) this.sayBytes(encoding.toUint8Array(encoder));
  }

  private hearPresence(decoder: decoding.Decoder): void {
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
      const id = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      this.presence.set(id, JSON.parse(decoding.readVarString(decoder)));
    }
  }
}
