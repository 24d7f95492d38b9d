import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { UpdateRefused } from './ports';

/** Kinds of message. 0, 1 and 3 are y-websocket's; the others go only to clients that asked for them (`ack=1`). */
const kinds = { sync: 0, presence: 1, queryPresence: 3, acknowledge: 100, state: 101, refused: 102 } as const;
const syncKinds = { step1: 0, step2: 1, update: 2 } as const;

/** What a client can say. */
export type ClientMessage =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'step2'; readonly update: Uint8Array }
  /** `message` is the whole of it as it came, to be passed on to the others. */
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly message: Uint8Array }
  | { readonly kind: 'presence'; readonly presence: Uint8Array }
  | { readonly kind: 'queryPresence' };

/** A message nobody of ours sends. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
}

/**
 * Reads one message.
 *
 * @throws Malformed for an unknown kind, and for one that is cut off or goes on after its end (CO-4).
 */
export function readMessage(message: Uint8Array): ClientMessage {
  const decoder = decoding.createDecoder(message);
  const read = reading(() => readKnown(decoder, message));
  if (decoding.hasContent(decoder)) throw new Malformed('The message goes on after its end');
  return read;
}

function readKnown(decoder: decoding.Decoder, message: Uint8Array): ClientMessage {
  const kind = decoding.readVarUint(decoder);
  switch (kind) {
    case kinds.sync:
      return readSync(decoder, message);
    case kinds.presence:
      return { kind: 'presence', presence: decoding.readVarUint8Array(decoder) };
    case kinds.queryPresence:
      return { kind: 'queryPresence' };
    default:
      throw new Malformed(`No message is of kind ${kind}`);
  }
}

function readSync(decoder: decoding.Decoder, message: Uint8Array): ClientMessage {
  const kind = decoding.readVarUint(decoder);
  const bytes = decoding.readVarUint8Array(decoder);
  switch (kind) {
    case syncKinds.step1:
      return { kind: 'step1', stateVector: bytes };
    case syncKinds.step2:
      return { kind: 'step2', update: bytes };
    case syncKinds.update:
      return { kind: 'update', update: bytes, message };
    default:
      throw new Malformed(`No sync message is of kind ${kind}`);
  }
}

/** Runs a reader of bytes from a client. @throws Malformed for whatever it throws. */
export function reading<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw error instanceof Malformed ? error : new Malformed('The bytes cannot be read', { cause: error });
  }
}

/** A state vector of a document without anything in it. */
export const NOTHING_KNOWN = Uint8Array.of(0);

/** The longest state vector in bytes: some 40,000 client ids, each of which has written in the text. */
const MAX_STATE_VECTOR = 262_144;

/** Whether a state vector is that of a document without anything in it. @throws Malformed for what is none. */
export function knowsNothing(stateVector: Uint8Array): boolean {
  if (stateVector.length > MAX_STATE_VECTOR) throw new Malformed('No text has so many writers');
  return reading(() => Y.decodeStateVector(stateVector)).size === 0;
}

/** An update without anything in it. */
export const NOTHING_NEW = Uint8Array.of(0, 0);

/** Whether an update is plainly empty; one with content may still hold nothing that is new. */
export function saysNothing(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}

/** Whether an update has more in it than deletions; what it has may be there already. */
export function addsWords(update: Uint8Array): boolean {
  return update[0] !== 0;
}

/** Asks a client for what it has beyond a state vector. */
export function step1(stateVector: Uint8Array): Uint8Array {
  return sync(syncKinds.step1, stateVector);
}

/** Answers a client's step 1. */
export function step2(update: Uint8Array): Uint8Array {
  return sync(syncKinds.step2, update);
}

/** An update on its way to a peer. */
export function updateMessage(update: Uint8Array): Uint8Array {
  return sync(syncKinds.update, update);
}

function sync(kind: number, bytes: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, kinds.sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}

/** Presence entries for a client; see presence.ts for what is in them. */
export function presenceMessage(entries: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, kinds.presence);
    encoding.writeVarUint8Array(encoder, entries);
  });
}

/** How many of the connection's update frames are committed, and the text's seq that holds the last of them. */
export function acknowledgement(count: number, seq: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, kinds.acknowledge);
    encoding.writeVarUint(encoder, count);
    encoding.writeVarUint(encoder, seq);
  });
}

/** Whether the client may write now, and if not, why. */
export function stateMessage(mode: 'edit' | 'read', reason: string | null): Uint8Array {
  return jsonMessage(kinds.state, { mode, reason });
}

/** What was not accepted: the numbers of the update frames, counted from 1 on this connection; none for a step 2. */
export function refusedMessage(code: UpdateRefused, frames: readonly number[]): Uint8Array {
  return jsonMessage(kinds.refused, { code, frames });
}

function jsonMessage(kind: number, content: object): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarString(encoder, JSON.stringify(content));
  });
}
