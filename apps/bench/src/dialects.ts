import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** Kinds of message. The first are y-websocket's; 4 is Hocuspocus' answer to a step 1; from 100 they are Enig's own. */
export const kinds = {
  sync: 0,
  presence: 1,
  auth: 2,
  syncReply: 4,
  acknowledge: 100,
  state: 101,
  refused: 102,
} as const;

/** Parts of a sync message, as y-protocols numbers them. */
export const syncKinds = { step1: 0, step2: 1, update: 2 } as const;

const NOTHING = new Uint8Array();
/** The state vector of an empty document, and an update that adds nothing. */
const EMPTY_VECTOR = Uint8Array.of(0);
const EMPTY_UPDATE = Uint8Array.of(0, 0);

/** How a server wants to be spoken to. */
export interface Dialect {
  /** What stands before the kind in every message, both ways. */
  readonly prefix: Uint8Array;
  /** What a client says when its socket is open. */
  readonly greeting: readonly Uint8Array[];
  /** Whether the server has the text, so that a client is ready only when it has come. */
  readonly hasText: boolean;
}

/** y-websocket's protocol, as Enig speaks it. */
export const yWebsocket: Dialect = { prefix: NOTHING, greeting: [step1(NOTHING)], hasText: true };

/** The same frames to a relay, which has nothing to answer with. */
export const bare: Dialect = { prefix: NOTHING, greeting: [], hasText: false };

/** Hocuspocus puts the document's name before every message and waits for a token first. */
export function hocuspocus(document: string): Dialect {
  const prefix = encoding.encode((encoder) => encoding.writeVarString(encoder, document));
  const token = encoding.encode((encoder) => {
    encoding.writeUint8Array(encoder, prefix);
    encoding.writeVarUint(encoder, kinds.auth);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, 'bench');
  });
  return { prefix, greeting: [token, step1(prefix)], hasText: true };
}

function step1(prefix: Uint8Array): Uint8Array {
  return sync(prefix, syncKinds.step1, EMPTY_VECTOR);
}

/** Asks for what one lacks, as somebody who has all of these Yjs clients have written and will write. */
export function upToDate({ prefix }: Dialect, clients: readonly number[]): Uint8Array {
  const vector = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clients.length);
    for (const client of clients) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, 2 ** 31);
    }
  });
  return sync(prefix, syncKinds.step1, vector);
}

/** The answer of a client that has nothing of its own. */
export function nothingToAdd({ prefix }: Dialect): Uint8Array {
  return sync(prefix, syncKinds.step2, EMPTY_UPDATE);
}

/** An update, as a client sends it. */
export function updateMessage({ prefix }: Dialect, update: Uint8Array): Uint8Array {
  return sync(prefix, syncKinds.update, update);
}

/** Presence, as a client sends it. */
export function presenceMessage({ prefix }: Dialect, presence: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8Array(encoder, prefix);
    encoding.writeVarUint(encoder, kinds.presence);
    encoding.writeVarUint8Array(encoder, presence);
  });
}

/** A sync message; of any part, so that also nonsense can be sent. */
function sync(prefix: Uint8Array, part: number, bytes: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8Array(encoder, prefix);
    encoding.writeVarUint(encoder, kinds.sync);
    encoding.writeVarUint(encoder, part);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}

/** The bytes inside a message that stand behind a length, copied. */
export function bytesAt(message: Buffer, from: number): Uint8Array {
  const decoder = decoding.createDecoder(message.subarray(from));
  return decoding.readVarUint8Array(decoder).slice();
}

/** The text inside a message that stands behind a length. */
export function textAt(message: Buffer, from: number): string {
  return decoding.readVarString(decoding.createDecoder(message.subarray(from)));
}
