import type { Identity, Rooms, Session } from '@enig/collab';
import type { TextId } from '@enig/kernel';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { messageYjsSyncStep1, messageYjsSyncStep2, readSyncMessage, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';

/** The two directions of a connection, each in order; what is in them is lost with it. */
interface Wire {
  readonly session: Session;
  readonly up: Uint8Array[];
  readonly down: Uint8Array[];
}

/**
 * A client as y-websocket's, in the process of the server, whose messages go one at a time and when they are told to.
 * For specs only.
 */
export class WireClient {
  doc: Y.Doc;
  readonly refused: string[] = [];
  private wire: Wire | null = null;
  private sent = 0;
  private acknowledged = 0;
  private isSynced = false;

  constructor(
    private readonly text: TextId,
    readonly who: Identity,
  ) {
    this.doc = this.open(null);
  }

  private open(kept: Uint8Array | null): Y.Doc {
    const doc = new Y.Doc();
    if (kept) Y.applyUpdate(doc, kept);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this || !this.wire) return;
      this.sent += 1;
      this.wire.up.push(sync((encoder) => writeUpdate(encoder, update)));
    });
    return doc;
  }

  get isConnected(): boolean {
    return this.wire !== null;
  }

  /** Whether nothing is under way, and everything it said has been answered. */
  get isSettled(): boolean {
    const { wire } = this;
    return wire !== null && this.isSynced && wire.up.length + wire.down.length === 0 && this.acknowledged === this.sent;
  }

  /** @param knows  the state vector it says it has; its own when not given. */
  connect(rooms: Rooms, knows = Y.encodeStateVector(this.doc)): void {
    const up: Uint8Array[] = [];
    const down: Uint8Array[] = [];
    const connection = {
      bufferedAmount: 0,
      send: (parcel: readonly Uint8Array[]) => void down.push(...parcel),
      close: () => void (this.wire?.down === down && this.disconnect()),
    };
    [this.sent, this.acknowledged, this.isSynced] = [0, 0, false];
    this.wire = { session: rooms.connect(this.text, this.who, connection, true), up, down };
    up.push(
      sync((encoder) => {
        encoding.writeVarUint(encoder, messageYjsSyncStep1);
        encoding.writeVarUint8Array(encoder, knows);
      }),
    );
  }

  /** The connection breaks. What was on its way in either direction is lost. */
  disconnect(): void {
    const { wire } = this;
    this.wire = null;
    wire?.session.end();
  }

  /** The page is loaded again: the words are kept, the client id is another. */
  reload(): void {
    this.disconnect();
    const kept = Y.encodeStateAsUpdate(this.doc);
    this.doc.destroy();
    this.doc = this.open(kept);
  }

  /** One message goes through in a direction, if there is any. */
  deliver(direction: 'up' | 'down'): void {
    const message = this.wire?.[direction].shift();
    if (!message) return;
    if (direction === 'up') this.wire?.session.receive(message);
    else this.hear(decoding.createDecoder(message));
  }

  /** One message goes through in each direction. */
  exchange(): void {
    this.deliver('up');
    this.deliver('down');
  }

  private hear(decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder);
    if (kind === 0) this.hearSync(decoder);
    if (kind === 100) this.acknowledged = decoding.readVarUint(decoder);
    if (kind === 102) {
      const { code, frames }: { code: string; frames: number[] } = JSON.parse(decoding.readVarString(decoder));
      this.refused.push(...(frames.length > 0 ? frames.map(() => code) : [code]));
    }
  }

  private hearSync(decoder: decoding.Decoder): void {
    const answer = encoding.createEncoder();
    encoding.writeVarUint(answer, 0);
    const kind = readSyncMessage(decoder, answer, this.doc, this);
    if (kind === messageYjsSyncStep2) this.isSynced = true;
    if (encoding.length(answer) > 1) this.wire?.up.push(encoding.toUint8Array(answer));
  }
}

function sync(write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    write(encoder);
  });
}
