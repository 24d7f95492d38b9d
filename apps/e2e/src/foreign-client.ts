import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/** How a program from outside connects: what a browser would send by itself. */
export interface ForeignOptions {
  readonly cookie?: string;
  readonly origin?: string;
}

/** What became of a connection: the code it was closed with, or why there never was one. */
export type Ended = { readonly code: number } | { readonly failed: string };

/** Longest wait in ms for something to happen to a connection. */
const WITHIN = 60_000;

/**
 * The stock y-websocket client with the WebSocket of `ws`, which lets a program send the headers that a browser would:
 * nothing in it knows of Enig.
 */
export class ForeignClient {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  private ending: Ended | null = null;
  private readonly waiting = new Set<() => void>();

  constructor(url: string, text: string, { cookie, origin }: ForeignOptions) {
    const headers = { ...(cookie === undefined ? {} : { cookie }), ...(origin === undefined ? {} : { origin }) };
    class Socket extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols, { headers });
      }
    }
    this.provider = new WebsocketProvider(`${url.replace(/^http/, 'ws')}/collab`, text, this.doc, {
      connect: false,
      disableBc: true,
      // The types ask for a browser's WebSocket; this is the one for programs.
      WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
    });
    this.provider.on('sync', () => this.wake());
    this.provider.on('connection-close', (event) => this.end({ code: event?.code ?? 0 }));
    this.provider.on('connection-error', (event) =>
      this.end({ failed: 'message' in event ? String(event.message) : event.type }),
    );
    this.doc.on('update', () => this.wake());
    this.provider.connect();
  }

  /** The words of the title now. */
  get title(): Y.Text {
    return this.doc.getText('title');
  }

  /** Adds a paragraph at the end of the introduction. */
  say(words: string): void {
    this.doc.transact(() => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(words)]);
      const introduction = this.doc.getXmlFragment('intro');
      introduction.insert(introduction.length, [paragraph]);
    });
  }

  /** Sends bytes that are no message of the protocol. */
  sendBytes(bytes: Uint8Array): void {
    this.provider.ws?.send(bytes);
  }

  /** Resolves when the text is here. */
  async synced(): Promise<void> {
    await this.until(() => this.provider.synced);
  }

  /** Resolves when something holds of the text. */
  async sees(holds: () => boolean): Promise<void> {
    await this.until(holds);
  }

  /** Resolves when the connection is over, with what ended it. */
  async ended(): Promise<Ended> {
    await this.until(() => this.ending !== null);
    if (this.ending === null) throw new Error('The connection has not ended');
    return this.ending;
  }

  leave(): void {
    this.provider.destroy();
    this.doc.destroy();
  }

  private end(how: Ended): void {
    this.ending ??= how;
    this.wake();
  }

  private wake(): void {
    for (const look of [...this.waiting]) look();
  }

  private async until(holds: () => boolean): Promise<void> {
    await new Promise<void>((done, failed) => {
      const late = setTimeout(() => {
        this.waiting.delete(look);
        failed(new Error(`Nothing happened within ${WITHIN} ms; ended: ${JSON.stringify(this.ending)}`));
      }, WITHIN);
      const look = (): void => {
        if (!holds()) return;
        clearTimeout(late);
        this.waiting.delete(look);
        done();
      };
      this.waiting.add(look);
      look();
    });
  }
}
