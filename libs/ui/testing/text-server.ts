import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocketServer, type WebSocket } from 'ws';
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';

/** A server for one text: it speaks the protocol, and commits only while it is told to. */
export class TextServer {
  readonly doc = new Y.Doc();
  readonly paths: string[] = [];
  commits = true;
  /** The code a new connection is closed with; null: it is let in. */
  closes: number | null = null;
  private readonly sockets = new Set<WebSocket>();
  private readonly late: (() => void)[] = [];

  private constructor(
    private readonly http: Server,
    private readonly wss: WebSocketServer,
  ) {
    wss.on('connection', (socket, request) => this.welcome(socket, request.url ?? ''));
  }

  static async start(port = 0): Promise<TextServer> {
    const http = createServer();
    const server = new TextServer(http, new WebSocketServer({ server: http }));
    http.listen(port, '127.0.0.1');
    await once(http, 'listening');
    return server;
  }

  get port(): number {
    return (this.http.address() as AddressInfo).port;
  }

  /** What a client sent while nothing was committed is committed now. */
  catchUp(): void {
    this.commits = true;
    for (const commit of this.late.splice(0)) commit();
  }

  /** So many of what a client sent while nothing was committed are refused, and the rest is committed. */
  refuseFirst(count: number): void {
    this.late.splice(0, count);
    this.catchUp();
  }

  say(kind: 101 | 102, content: object): void {
    const message = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, kind);
      encoding.writeVarString(encoder, JSON.stringify(content));
    });
    for (const socket of this.sockets) socket.send(message);
  }

  /** An update from somebody else. */
  push(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update);
    const message = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 0);
      writeUpdate(encoder, update);
    });
    for (const socket of this.sockets) socket.send(message);
  }

  /** Asks every client for what it has, as when somebody may write again. */
  ask(): void {
    for (const socket of this.sockets) socket.send(this.question());
  }

  close(code: number): void {
    for (const socket of this.sockets) socket.close(code);
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.terminate();
    this.wss.close();
    this.http.close();
    await once(this.http, 'close');
  }

  private welcome(socket: WebSocket, path: string): void {
    this.paths.push(path);
    if (this.closes !== null) return socket.close(this.closes);
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    let count = 0;
    socket.on('message', (data: Buffer) => {
      const bytes = new Uint8Array(data);
      if (bytes[0] !== 0) return;
      if (bytes[1] === 0) return this.hear(bytes, socket);
      const commit = () => {
        this.hear(bytes, socket);
        if (bytes[1] === 2) count += 1;
        socket.send(numbers(100, count, 7));
      };
      if (this.commits) commit();
      else this.late.push(commit);
    });
    socket.send(this.question());
  }

  private question(): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 0);
      writeSyncStep1(encoder, this.doc);
    });
  }

  private hear(bytes: Uint8Array, socket: WebSocket): void {
    const decoder = decoding.createDecoder(bytes.subarray(1));
    const answer = encoding.createEncoder();
    encoding.writeVarUint(answer, 0);
    readSyncMessage(decoder, answer, this.doc, null);
    if (encoding.length(answer) > 1) socket.send(encoding.toUint8Array(answer));
  }
}

function numbers(...all: number[]): Uint8Array {
  return encoding.encode((encoder) => all.forEach((number) => encoding.writeVarUint(encoder, number)));
}
