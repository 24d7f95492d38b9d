import { randomUUID } from 'node:crypto';
import type { TextId } from '@enig/kernel';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import type { Announcement } from './agreement-change';
import { APP_ROLE } from './connect';

/** The one channel nodes speak on. */
const CHANNEL = 'enig';
/** Shortest and longest pause in ms before a broken connection is tried again. */
const RETRY_MS = { first: 100, longest: 5_000 };

/** What a node hears: that something changed, or that a text's log has come to `seq`. */
export type Heard = Announcement & { readonly seq?: number };

/** Where the bus connects, and who hears of trouble with the connection. */
export interface BusOptions {
  readonly url: string;
  readonly applicationName: string;
  /** Sends the notifications. */
  readonly source: DataSource;
  /** A notification was lost or the connection broke. The bus goes on by itself. */
  readonly trouble: (error: unknown) => void;
}

/**
 * Tells the nodes of an installation what has been committed, over PostgreSQL's LISTEN and NOTIFY. This node hears its
 * own news at once, without the round trip. What is told here is a hint: it is sent after the commit and can be lost,
 * so whoever must not miss anything also looks by themselves, and looks at once when {@link onReconnect} is called.
 */
export class Bus {
  private readonly node = randomUUID();
  private readonly hearers = new Set<(heard: Heard) => void>();
  private readonly reconnected = new Set<() => void>();
  private waiting = new Map<string, Heard>();
  private sending: Promise<void> | null = null;
  private client: Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private closed = false;

  private constructor(private readonly options: BusOptions) {}

  /** Connects. @throws what PostgreSQL says when the first connection fails; later ones are retried. */
  static async open(options: BusOptions): Promise<Bus> {
    const bus = new Bus(options);
    await bus.connect();
    return bus;
  }

  /** Hears everything, from this node and from others. @returns how to stop hearing. */
  listen(hear: (heard: Heard) => void): () => void {
    this.hearers.add(hear);
    return () => void this.hearers.delete(hear);
  }

  /** Is told when the connection is back: what was said meanwhile has not been heard. */
  onReconnect(act: () => void): () => void {
    this.reconnected.add(act);
    return () => void this.reconnected.delete(act);
  }

  /** Tells of a committed change; resolves when it is sent on. Never throws: the change stands, told or not. */
  readonly announce = async (announcement: Announcement): Promise<void> => {
    this.tell(announcement);
    while (this.sending) await this.sending;
  };

  /** Tells that a text's log has come to `seq`. Many commits in a short time become one notification. */
  announceSeq(text: TextId, seq: number): void {
    this.tell({ topic: 'text', id: text, seq });
  }

  private tell(heard: Heard): void {
    this.dispatch(heard);
    // What is about the same thing and waits still is said once, with the newest seq.
    this.waiting.set(`${heard.topic} ${heard.id} ${heard.seq === undefined}`, heard);
    this.sending ??= this.send().finally(() => (this.sending = null));
  }

  private async send(): Promise<void> {
    await Promise.resolve();
    while (this.waiting.size > 0) {
      const payloads = [...this.waiting.values()].map((heard) => JSON.stringify({ ...heard, node: this.node }));
      this.waiting = new Map();
      await this.options.source
        .query('SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload', [CHANNEL, payloads])
        .catch((error: unknown) => this.options.trouble(error));
    }
  }

  private dispatch(heard: Heard): void {
    for (const hear of this.hearers) {
      try {
        hear(heard);
      } catch (error) {
        this.options.trouble(error); // one who stumbles must not keep the news from the others, nor from who told it
      }
    }
  }

  private async connect(): Promise<void> {
    const { url, applicationName } = this.options;
    const client = new Client({
      connectionString: url,
      application_name: applicationName,
      options: `-c role=${APP_ROLE}`,
      keepAlive: true,
    });
    client.on('notification', ({ payload }) => this.receive(payload ?? ''));
    client.on('error', (error) => this.options.trouble(error));
    client.once('end', () => this.reconnect(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      client.removeAllListeners('end');
      await client.end().catch(() => undefined);
      throw error;
    }
    this.client = client;
  }

  private receive(payload: string): void {
    const { node, ...heard }: Heard & { readonly node: string } = JSON.parse(payload);
    if (node !== this.node) this.dispatch(heard);
  }

  private reconnect(lost: Client, wait: number = RETRY_MS.first): void {
    if (this.closed || (this.client !== null && this.client !== lost)) return;
    this.client = null;
    this.retry = setTimeout(() => {
      this.connect().then(
        () => {
          for (const act of this.reconnected) act();
        },
        (error: unknown) => {
          this.options.trouble(error);
          this.reconnect(lost, Math.min(wait * 2, RETRY_MS.longest));
        },
      );
    }, wait);
  }

  /** Sends what waits and stops listening. */
  async close(): Promise<void> {
    this.closed = true;
    if (this.retry) clearTimeout(this.retry);
    while (this.sending) await this.sending;
    await this.client?.end();
    this.hearers.clear();
  }
}
