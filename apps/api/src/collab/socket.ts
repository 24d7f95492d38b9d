import type { Duplex } from 'node:stream';
import { closeCodes, type CloseCode, type Connection } from '@enig/collab';
import { WebSocket, type RawData } from 'ws';

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

/** A socket as the rooms know it. What is sent in one turn leaves in one write. */
export class SocketConnection implements Connection {
  private corked = false;

  constructor(
    private readonly client: WebSocket,
    private readonly stream: Duplex,
  ) {}

  get bufferedAmount(): number {
    return this.client.bufferedAmount;
  }

  send(message: Uint8Array): void {
    if (this.client.readyState !== WebSocket.OPEN) return;
    this.cork();
    this.client.send(message, { binary: true });
  }

  private cork(): void {
    if (this.corked) return;
    this.corked = true;
    this.stream.cork();
    process.nextTick(() => {
      this.corked = false;
      this.stream.uncork();
    });
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
