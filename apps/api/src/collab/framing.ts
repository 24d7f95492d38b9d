import type { Parcel } from '@enig/collab';

/** A binary message in one frame, as a server sends it: final, not masked (RFC 6455, 5.2). */
const BINARY = 0x82;
/** Payloads longer than this have their length in two bytes, and in eight from 65,536. */
const SHORT = 125;
const MEDIUM = 65_535;
/** Messages longer than this in bytes are not copied next to others. */
const LARGE = 16_384;

const framedParcels = new WeakMap<Parcel, readonly Buffer[]>();
const framedMessages = new WeakMap<Uint8Array, Buffer>();

/** The bytes of a parcel on the wire: one piece, but for large messages. Made once for all who get the same parcel. */
export function framed(parcel: Parcel): readonly Buffer[] {
  const known = framedParcels.get(parcel);
  if (known) return known;
  const pieces: Buffer[] = [];
  let small: Buffer[] = [];
  for (const message of parcel) {
    if (message.length <= LARGE) {
      small.push(framedMessage(message));
      continue;
    }
    pieces.push(Buffer.concat([...small, headerOf(message.length)]), viewOf(message));
    small = [];
  }
  const [only] = small;
  if (only) pieces.push(small.length === 1 ? only : Buffer.concat(small));
  framedParcels.set(parcel, pieces);
  return pieces;
}

/** A message goes into several parcels: of those who get all of a commit, and of those who sent a part of it. */
function framedMessage(message: Uint8Array): Buffer {
  const known = framedMessages.get(message);
  if (known) return known;
  const frame = Buffer.concat([headerOf(message.length), message]);
  framedMessages.set(message, frame);
  return frame;
}

function headerOf(length: number): Buffer {
  if (length <= SHORT) return Buffer.from([BINARY, length]);
  const header = Buffer.alloc(length <= MEDIUM ? 4 : 10);
  header[0] = BINARY;
  header[1] = length <= MEDIUM ? 126 : 127;
  if (length <= MEDIUM) header.writeUInt16BE(length, 2);
  else header.writeUIntBE(length, 4, 6);
  return header;
}

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
