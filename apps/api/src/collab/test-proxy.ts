import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

interface Pair {
  readonly near: Socket;
  readonly far: Socket;
}

/** A network between clients and a node, which can be made to fail. For specs only. */
export class Proxy {
  private readonly pairs = new Set<Pair>();
  private isHeld = false;

  private constructor(
    private readonly server: Server,
    /** The port of the node behind it; null while there is no way to it. */
    public target: number | null,
  ) {
    server.on('connection', (near) => this.join(near));
  }

  static async open(target: number | null): Promise<Proxy> {
    const server = createServer({ allowHalfOpen: true });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Proxy(server, target);
  }

  /** As `ws://127.0.0.1:49152`. */
  get url(): string {
    const address = this.server.address() as AddressInfo;
    return `ws://127.0.0.1:${address.port}`;
  }

  private join(near: Socket): void {
    near.on('error', () => near.destroy());
    if (this.target === null) return void near.destroy();
    const far = connect({ port: this.target, host: '127.0.0.1', allowHalfOpen: true });
    const pair = { near, far };
    this.pairs.add(pair);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (bytes: Buffer) => void (to.writable && to.write(bytes)));
      from.on('end', () => to.end());
      from.on('error', () => this.cutOne(pair));
      from.on('close', () => this.cutOne(pair));
      if (this.isHeld) from.pause();
    }
  }

  private cutOne(pair: Pair): void {
    this.pairs.delete(pair);
    pair.near.destroy();
    pair.far.destroy();
  }

  /** Ends every connection without a word, and what is under way in it is lost. */
  cut(): void {
    for (const pair of [...this.pairs]) this.cutOne(pair);
  }

  /** Ends one direction of every connection; the other goes on for as long as the other end likes. */
  halfClose(side: keyof Pair): void {
    for (const pair of this.pairs) pair[side].end();
  }

  /** Nothing gets through until {@link release}. */
  hold(): void {
    this.isHeld = true;
    for (const { near, far } of this.pairs) [near, far].forEach((socket) => socket.pause());
  }

  release(): void {
    this.isHeld = false;
    for (const { near, far } of this.pairs) [near, far].forEach((socket) => socket.resume());
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }
}
