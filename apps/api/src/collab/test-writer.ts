import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/** What a writer brings to its connection besides the text. */
export interface WriterOptions {
  readonly cookie?: string;
  readonly origin?: string;
  /** Asks for messages 100 to 102. */
  readonly acknowledges?: boolean;
  readonly params?: Readonly<Record<string, string>>;
  /** What was written before; empty when not given. */
  readonly doc?: Y.Doc;
}

/** A stock y-websocket client on a real socket, which keeps count of what it has been told. For specs only. */
export class Writer {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** Update frames sent on this connection; the number of the last one. */
  sent = 0;
  /** Update frames that are committed, as the server says. */
  acknowledged = 0;
  /** Acknowledgements that did not raise the count: each answers a step 2. */
  settledStep2 = 0;
  readonly refused = new Map<number, string>();
  refusedStep2: string[] = [];
  mode: { readonly mode: string; readonly reason: string | null } | null = null;
  closed: { readonly code: number; readonly reason: string } | null = null;
  failed: string | null = null;
  private readonly waiting = new Set<() => void>();

  constructor(
    url: string,
    text: string,
    { cookie, origin, acknowledges = true, params = {}, doc = new Y.Doc() }: WriterOptions,
  ) {
    this.doc = doc;
    const headers = { ...(cookie ? { cookie } : {}), ...(origin ? { origin } : {}) };
    class Socket extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols, { headers, perMessageDeflate: false });
      }
    }
    this.provider = new WebsocketProvider(`${url}/collab`, text, this.doc, {
      connect: false,
      disableBc: true,
      maxBackoffTime: 400, // comes back soon, so that specs need not wait
      params: { ...(acknowledges ? { ack: '1' } : {}), ...params },
      // The types ask for a browser's WebSocket; the one of `ws` is what programs use.
      WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
    });
    this.hear();
    this.provider.connect();
  }

  private hear(): void {
    const { provider, doc } = this;
    provider.messageHandlers[100] = (_encoder: unknown, decoder: decoding.Decoder) => {
      const count = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      if (count === this.acknowledged) this.settledStep2 += 1;
      this.acknowledged = count;
      this.wake();
    };
    provider.messageHandlers[101] = (_encoder: unknown, decoder: decoding.Decoder) => {
      this.mode = JSON.parse(decoding.readVarString(decoder));
      this.wake();
    };
    provider.messageHandlers[102] = (_encoder: unknown, decoder: decoding.Decoder) => {
      const { code, frames }: { code: string; frames: number[] } = JSON.parse(decoding.readVarString(decoder));
      if (frames.length === 0) this.refusedStep2.push(code);
      for (const frame of frames) this.refused.set(frame, code);
      this.wake();
    };
    doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin !== provider && provider.wsconnected) this.sent += 1;
      this.wake();
    });
    provider.on('status', ({ status }: { status: string }) => {
      if (status === 'connected') [this.sent, this.acknowledged, this.settledStep2] = [0, 0, 0];
      this.wake();
    });
    provider.on('sync', () => this.wake());
    provider.awareness.on('update', () => this.wake());
    provider.on('connection-close', (event: { code: number; reason: string } | null) => {
      if (event) this.closed = { code: event.code, reason: event.reason };
      this.wake();
    });
    provider.on('connection-error', (event: unknown) => {
      this.failed = String(event instanceof Object && 'message' in event ? event.message : event);
      this.wake();
    });
  }

  /** Resolves when the condition holds; looked at whenever this writer hears or writes something. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((wake) => this.waiting.add(wake));
  }

  /** Has the conditions of {@link until} looked at again. */
  wake(): void {
    const waiting = [...this.waiting];
    this.waiting.clear();
    for (const wake of waiting) wake();
  }

  /** Resolves when the text is here. */
  synced(): Promise<void> {
    return this.until(() => this.provider.synced);
  }

  /** Resolves when every update frame has been acknowledged or refused. */
  settled(): Promise<void> {
    return this.until(() => this.acknowledged + this.refused.size === this.sent);
  }

  get title(): Y.Text {
    return this.doc.getText('title');
  }

  get intro(): Y.XmlFragment {
    return this.doc.getXmlFragment('intro');
  }

  /** Adds a paragraph to the introduction, at the end where nothing else is said, as one update. */
  say(words: string, at = this.intro.length): void {
    this.doc.transact(() => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(words)]);
      this.intro.insert(at, [paragraph]);
    });
  }

  leave(): void {
    this.provider.destroy();
    this.doc.destroy();
  }
}
