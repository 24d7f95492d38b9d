import type { Duplex } from 'node:stream';
import { closeCodes, type CloseCode, type Connection, type Parcel } from '@enig/collab';
import { WebSocket, type RawData } from 'ws';
import { framed } from './framing';

/** How long in ms a client gets to answer our close before its socket is cut. */
const CLOSE_WITHIN = 5_000;

/** What the WebSocket protocol itself refuses, in our own codes: a y-websocket client takes these as final. */
const OWN_CODES: Readonly<Record<number, CloseCode>> = {
  1002: closeCodes.malformed,
  1007: closeCodes.malformed,
  1009: closeCodes.tooLarge,
};

/** A server-side socket that closes with our codes, also where `ws` itself refuses what came in. */
export class CollaborationSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    super.close(code === undefined ? code : (OWN_CODES[code] ?? code), reason);
  }
}

/**
 * A socket as the rooms know it. Messages are framed here and not by `ws`, so that what goes to many is framed once and
 * leaves in one write; that is sound because compression is off and `ws` itself writes only whole frames.
 */
export class SocketConnection implements Connection {
  constructor(
    private readonly client: WebSocket,
    private readonly stream: Duplex,
  ) {}

  get bufferedAmount(): number {
    return this.client.bufferedAmount;
  }

  send(parcel: Parcel): void {
    if (this.client.readyState !== WebSocket.OPEN || !this.stream.writable) return;
    const pieces = framed(parcel);
    const [only] = pieces;
    if (only && pieces.length === 1) return void this.stream.write(only);
    this.stream.cork();
    for (const piece of pieces) this.stream.write(piece);
    this.stream.uncork();
  }

  close(code: CloseCode, reason: string): void {
    this.client.close(code, reason);
    const timer = setTimeout(() => this.client.terminate(), CLOSE_WITHIN);
    this.client.once('close', () => clearTimeout(timer));
  }
}

/** A message's bytes; null for text, which nobody of ours sends. */
export function bytesOf(data: RawData, isBinary: boolean): Uint8Array | null {
  return isBinary && data instanceof Uint8Array ? data : null;
}
