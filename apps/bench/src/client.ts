import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { bytesAt, kinds, nothingToAdd, syncKinds, textAt, type Dialect } from './dialects';
import { clientFrame, FrameReader, opcodes } from './frames';
import { findTags } from './tags';

/** Where a client goes in. */
export interface Entrance {
  readonly port: number;
  readonly path: string;
  readonly cookie: string | null;
  readonly dialect: Dialect;
}

/** What a client makes known; each is called with the time of arrival, in ms of `performance.now()`. */
export interface Hearing {
  /** An edit of somebody has arrived. */
  tag?(tag: number, at: number): void;
  /** A step 2 or an update of somebody has arrived; the bytes are a copy. */
  sync?(update: Uint8Array, at: number): void;
  /** Enig says whether the client may write now. */
  state?(mode: string, at: number): void;
  /** Enig has refused something. */
  refused?(code: string): void;
}

/** All clients read into the same memory, one after the other, so that reading leaves nothing to collect. */
const SHARED = Buffer.alloc(1_048_576);
const HEAD_END = '\r\n\r\n';

/** A client on a bare socket, as light as it can be made: it finds the edits in what it is sent, and keeps no document. */
export class Client {
  /** Why the server closed; null while it has not. A socket that was cut has 0. */
  closed: number | null = null;
  /** When anything came the last time, in ms of `performance.now()`. */
  lastHeard = 0;
  /** Opens when the text has come, or with the socket where a server has none. */
  readonly ready: Promise<void>;
  /** Opens when the socket is gone. */
  readonly gone: Promise<void>;

  private readonly socket: Socket;
  private readonly frames = new FrameReader();
  private readonly skip: number;
  private head: string | null = '';
  /** What the socket said of its end; null for nothing. */
  private trouble: string | null = null;
  private isReady: () => void = () => undefined;
  private failed: (error: Error) => void = () => undefined;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly entrance: Entrance,
    private readonly hearing: Hearing,
  ) {
    this.skip = entrance.dialect.prefix.length;
    this.ready = new Promise((open, fail) => ((this.isReady = open), (this.failed = fail)));
    this.ready.catch(() => undefined); // who does not wait for it does not care
    this.socket = connect({
      ...{ host: '127.0.0.1', port: entrance.port, noDelay: true },
      onread: { buffer: SHARED, callback: (length) => this.read(SHARED.subarray(0, length)) },
    });
    this.gone = new Promise((done) => this.socket.once('close', () => done(this.end())));
    this.socket.once('connect', () => this.socket.write(this.request()));
    this.socket.on('error', ({ message }) => (this.trouble = message));
  }

  /** Sends messages in one write; to a server that has closed, nothing. */
  send(...messages: readonly Uint8Array[]): void {
    if (this.closed !== null) return;
    this.socket.write(messages.length === 1 && messages[0] ? clientFrame(messages[0]) : framesOf(messages));
  }

  /** Opens when the server has answered a step 1 the next time, or has gone. */
  answered(): Promise<void> {
    if (this.closed !== null) return Promise.resolve();
    return new Promise((done) => this.waiting.push(done));
  }

  leave(): void {
    this.socket.destroy();
  }

  private request(): string {
    const { path, cookie } = this.entrance;
    return [
      `GET ${path} HTTP/1.1`,
      ...['Host: localhost', 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'],
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      ...(cookie === null ? [] : [`Cookie: ${cookie}`]),
      HEAD_END.slice(2),
    ].join('\r\n');
  }

  private read(bytes: Buffer): boolean {
    const at = performance.now();
    this.lastHeard = at;
    const rest = this.head === null ? bytes : this.readHead(bytes);
    if (rest) this.frames.push(rest, (opcode, message, from, to) => this.hear(opcode, message.subarray(from, to), at));
    return true;
  }

  /** @returns what follows the answer to the upgrade; null while it has not ended. */
  private readHead(bytes: Buffer): Buffer | null {
    const before = this.head?.length ?? 0;
    const head = (this.head ?? '') + bytes.toString('latin1');
    const end = head.indexOf(HEAD_END);
    this.head = end === -1 ? head : null;
    if (end === -1) return null;
    if (!head.startsWith('HTTP/1.1 101')) {
      this.failed(new Error(`Not let in: ${head.slice(0, head.indexOf('\r\n'))}`));
      this.socket.destroy();
      return null;
    }
    const { greeting, hasText } = this.entrance.dialect;
    if (greeting.length > 0) this.send(...greeting);
    if (!hasText) this.isReady();
    return bytes.subarray(end + HEAD_END.length - before);
  }

  private hear(opcode: number, message: Buffer, at: number): void {
    if (opcode === opcodes.binary) this.hearMessage(message, at);
    else if (opcode === opcodes.ping) this.socket.write(clientFrame(message, opcodes.pong));
    else if (opcode === opcodes.close) {
      this.closed = message.length >= 2 ? message.readUInt16BE(0) : 0;
      this.socket.end(clientFrame(message, opcodes.close));
      this.wake();
    }
  }

  private hearMessage(message: Buffer, at: number): void {
    const kind = message[this.skip];
    if (kind === kinds.sync || kind === kinds.syncReply) return this.hearSync(message, this.skip + 1, at);
    if (kind === kinds.state && this.hearing.state) {
      const { mode }: { mode: string } = JSON.parse(textAt(message, this.skip + 1));
      this.hearing.state(mode, at);
    } else if (kind === kinds.refused && this.hearing.refused) {
      const { code }: { code: string } = JSON.parse(textAt(message, this.skip + 1));
      this.hearing.refused(code);
    }
  }

  private hearSync(message: Buffer, place: number, at: number): void {
    const part = message[place];
    if (part === syncKinds.step1) return this.send(nothingToAdd(this.entrance.dialect));
    if (this.hearing.sync) this.hearing.sync(bytesAt(message, place + 1), at);
    if (part === syncKinds.step2) this.answer();
    const { tag } = this.hearing;
    if (tag) findTags(message, place, message.length, (found) => tag(found, at));
  }

  private answer(): void {
    this.isReady();
    this.wake();
  }

  private end(): void {
    this.closed ??= 0;
    const why = this.trouble === null ? '' : ` (${this.trouble})`;
    this.failed(new Error(`Closed with ${this.closed}${why} before the text had come`));
    this.wake();
  }

  private wake(): void {
    const waiting = this.waiting;
    if (waiting.length === 0) return;
    this.waiting = [];
    for (const wake of waiting) wake();
  }
}

function framesOf(messages: readonly Uint8Array[]): Buffer {
  return Buffer.concat(messages.map((message) => clientFrame(message)));
}
