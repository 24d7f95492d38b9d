/** Opcodes of RFC 6455 that are met here. */
export const opcodes = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/**
 * One whole message as a client sends it. The masking key is 0, which the protocol allows: the server unmasks as ever,
 * and the generator need not mask.
 */
export function clientFrame(payload: Uint8Array, opcode: number = opcodes.binary): Buffer {
  const length = payload.length;
  const extra = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  const frame = Buffer.alloc(6 + extra + length);
  frame[0] = 0x80 | opcode;
  frame[1] = 0x80 | (extra === 0 ? length : extra === 2 ? 126 : 127);
  if (extra === 2) frame.writeUInt16BE(length, 2);
  if (extra === 8) frame.writeBigUInt64BE(BigInt(length), 2);
  frame.set(payload, 6 + extra);
  return frame;
}

/** Is shown a message's payload: `bytes` from `start` to `end`. It is only there until the call returns. */
export type Visit = (opcode: number, bytes: Buffer, start: number, end: number) => void;

interface Frame {
  readonly opcode: number;
  readonly start: number;
  readonly end: number;
}

/** Cuts what a server sends into messages. Fragmented messages are not expected: no server measured here sends any. */
export class FrameReader {
  private rest = Buffer.alloc(0);
  private filled = 0;
  private needed = 0;

  /** Takes the next bytes of the stream; they may be overwritten afterwards. */
  push(chunk: Buffer, visit: Visit): void {
    if (this.filled === 0) return this.keep(chunk, this.walk(chunk, visit));
    this.append(chunk);
    if (this.filled < this.needed) return;
    const whole = this.rest.subarray(0, this.filled);
    this.filled = 0;
    this.keep(whole, this.walk(whole, visit));
  }

  /** @returns where the first message begins that is not whole. */
  private walk(bytes: Buffer, visit: Visit): number {
    for (let at = 0; ;) {
      const frame = frameAt(bytes, at);
      this.needed = frame === null ? 0 : frame.end - at;
      if (frame === null || frame.end > bytes.length) return at;
      visit(frame.opcode, bytes, frame.start, frame.end);
      at = frame.end;
    }
  }

  private keep(bytes: Buffer, from: number): void {
    if (from < bytes.length) this.append(bytes.subarray(from));
  }

  private append(bytes: Buffer): void {
    const length = this.filled + bytes.length;
    if (this.rest.length < length) {
      const larger = Buffer.alloc(Math.max(length, 2 * this.rest.length, this.needed));
      this.rest.copy(larger, 0, 0, this.filled);
      this.rest = larger;
    }
    bytes.copy(this.rest, this.filled);
    this.filled = length;
  }
}

/** The message that begins there; null while not even its head is whole. Servers do not mask. */
function frameAt(bytes: Buffer, at: number): Frame | null {
  const [first, second] = [bytes[at], bytes[at + 1]];
  if (first === undefined || second === undefined) return null;
  const extra = second < 126 ? 0 : second === 126 ? 2 : 8;
  const start = at + 2 + extra;
  if (start > bytes.length) return null;
  const length =
    extra === 0 ? second : extra === 2 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
  return { opcode: first & 0x0f, start, end: start + length };
}
