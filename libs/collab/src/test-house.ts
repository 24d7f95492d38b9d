import { brandId, type BodyId, type PersonId, type TextId } from '@enig/kernel';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import type { Access, Asked, Connection, Identity, Parcel, Rights } from './ports';
import { Rooms } from './rooms/rooms';
import type { Session } from './rooms/session';

export { MemoryLog } from './test-memory-log';

/** Time that passes when a spec says so. For specs only. */
export class Clock {
  private time = 1_000;
  private readonly waiting = new Set<{ readonly at: number; readonly act: () => void }>();

  readonly now = (): number => this.time;

  readonly after = (ms: number, act: () => void): (() => void) => {
    const timer = { at: this.time + ms, act };
    this.waiting.add(timer);
    return () => void this.waiting.delete(timer);
  };

  /** Whether something is to be done later. */
  get isWaitedFor(): boolean {
    return this.waiting.size > 0;
  }

  /** Lets so many ms pass, and what was to be done in them. */
  pass(ms: number): void {
    const end = this.time + ms;
    for (let next = this.next(end); next; next = this.next(end)) {
      this.waiting.delete(next);
      this.time = next.at;
      next.act();
    }
    this.time = end;
  }

  private next(end: number): { readonly at: number; readonly act: () => void } | undefined {
    return [...this.waiting].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
  }
}

/** Folds in the same thread. For specs only. */
export async function foldHere(updates: readonly Uint8Array[]): Promise<Uint8Array> {
  const doc = new Y.Doc();
  doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)));
  return Y.encodeStateAsUpdate(doc);
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
  /** What was handed over, one parcel per write. */
  readonly parcels: Parcel[] = [];
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

  send(parcel: Parcel): void {
    this.parcels.push(parcel);
    void Promise.resolve().then(() => parcel.forEach((message) => this.hear(message))); // a network lies between
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
