import { randomUUID } from 'node:crypto';
import type { Logged, PresenceEntry } from '@enig/collab';
import type { TextId } from '@enig/kernel';
import { Client, DatabaseError } from 'pg';
import type { Announcement } from './agreement-change';
import { connectionFor } from './connect';
import { LogOutbox, rowsOf, type LogSaid } from './log-outbox';
import { Neighbours } from './neighbours';
import { NewsOutbox } from './news-outbox';
import { PresenceOutbox, type PresenceSaid } from './presence-outbox';

/** The one channel nodes speak on. */
const CHANNEL = 'enig';
/** Shortest and longest pause in ms before a broken connection is tried again. */
const RETRY_MS = { first: 100, longest: 5_000 };
/** In ms: who tells of a change waits for the telling, so a connection nobody answers on is given up early. */
const ANSWER_WITHIN = 7_000;

/** A committed change, or that a text's log has come to `seq`; from another node with the rows it told of. */
export type Told = Announcement & { readonly seq?: number; readonly rows?: readonly Logged[] };

/** What a node hears, from itself and from others; presence and nodes from others only. */
export type Heard =
  | Told
  /** Who is in a text, as changed on a node; an empty list asks who is there. */
  | {
      readonly topic: 'presence';
      readonly id: TextId;
      readonly node: string;
      readonly entries: readonly PresenceEntry[];
    }
  /** Another node is there (`hello`), or has gone or been silent for too long (`bye`). */
  | { readonly topic: 'hello'; readonly id: string }
  | { readonly topic: 'bye'; readonly id: string };

/** Where the bus connects, and who hears of trouble with the connection. */
export interface BusOptions {
  readonly url: string;
  readonly applicationName: string;
  /** The connection broke, or a notification has to be sent again. The bus goes on by itself. */
  readonly trouble: (error: unknown) => void;
  /** How often in ms a node says that it is there; 5,000 when not given. One not heard for three times that is gone. */
  readonly helloEvery?: number;
}

/** What goes over the channel: what is heard, and which node says it. */
interface Said {
  readonly node: string;
  readonly said: Announcement | LogSaid | Life | PresenceSaid;
}

/** A sign of life. */
interface Life {
  readonly topic: 'hello' | 'bye';
}

const HELLO_EVERY = 5_000;

/**
 * Tells the nodes of an installation what has been committed, over PostgreSQL's LISTEN and NOTIFY. This node hears its
 * own news at once, without the round trip. What is told here is a hint: it is sent after the commit on a connection of
 * its own, once more where that fails, and can be lost all the same; so whoever must not miss anything also looks by
 * themselves, and looks at once when {@link onReconnect} is called.
 */
export class Bus {
  private readonly node = randomUUID();
  private readonly hearers = new Set<(heard: Heard) => void>();
  private readonly reconnected = new Set<() => void>();
  private readonly neighbours: Neighbours;
  private readonly outbox = new PresenceOutbox();
  private readonly logs = new LogOutbox();
  private readonly news = new NewsOutbox<Announcement | Life>();
  private sending: Promise<void> | null = null;
  private client: Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private closed = false;
  private readonly stopHello: () => void;

  private constructor(private readonly options: BusOptions) {
    const every = options.helloEvery ?? HELLO_EVERY;
    this.neighbours = new Neighbours(3 * every);
    const hello = setInterval(() => this.hello(), every).unref();
    this.stopHello = () => clearInterval(hello);
  }

  /** Connects. @throws what PostgreSQL says when the first connection fails; later ones are retried. */
  static async open(options: BusOptions): Promise<Bus> {
    const bus = new Bus(options);
    try {
      await bus.connect();
    } catch (error) {
      bus.stopHello();
      throw error;
    }
    bus.hello();
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
    this.dispatch(announcement);
    // What is about the same thing and waits still is said once.
    this.news.put(`${announcement.topic} ${announcement.id}`, announcement);
    this.sendSoon();
    while (this.sending) await this.sending;
  };

  /**
   * Tells that a text's log has come to `seq`, by these rows: who has what stands before them need not read them there.
   * Many commits in a short time become one notification; where no other node has been heard, none: one that has just
   * come looks by itself.
   */
  announceRows(text: TextId, seq: number, rows: readonly Logged[]): void {
    this.dispatch({ topic: 'text', id: text, seq });
    if (this.others.length === 0) return;
    this.logs.put(text, seq, rows);
    this.sendSoon();
  }

  /** Tells the other nodes who is in a text; where there is none, nothing is sent. */
  presence(text: TextId, entries: readonly PresenceEntry[]): void {
    if (this.others.length === 0) return;
    this.outbox.put(text, entries);
    this.sendSoon();
  }

  /** The other nodes there are, as far as they have been heard. */
  get others(): readonly string[] {
    return this.neighbours.names;
  }

  private hello(): void {
    for (const id of this.neighbours.takeSilent(performance.now())) this.dispatch({ topic: 'bye', id });
    if (this.client === null) return;
    this.news.put('hello', { topic: 'hello' });
    this.sendSoon();
  }

  private sendSoon(): void {
    this.sending ??= this.send().finally(() => (this.sending = null));
  }

  /**
   * What cannot be sent waits for the connection to come back, or for the next sign of life: of a log only how far it is,
   * and presence is said anew.
   */
  private async send(): Promise<void> {
    await Promise.resolve();
    while (this.client && !(this.news.isEmpty && this.logs.isEmpty && this.outbox.isEmpty)) {
      const { client } = this;
      const news = this.news.take();
      const logs = this.logs.take(this.node);
      const told = [...news.values()].map((each) => JSON.stringify({ node: this.node, said: each }));
      const payloads = [...told, ...logs.payloads, ...this.outbox.take(this.node)];
      try {
        await client.query('SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload', [CHANNEL, payloads]);
      } catch (error) {
        this.news.giveBack(news);
        for (const [text, seq] of logs.seqs) this.logs.put(text, seq, []);
        this.options.trouble(error);
        if (!(error instanceof DatabaseError)) client.end().catch(() => undefined); // and then connects anew
        return;
      }
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
      ...connectionFor('bus', ANSWER_WITHIN),
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
    const { node, said }: Said = JSON.parse(payload);
    if (node === this.node) return;
    if (said.topic === 'bye') {
      if (this.neighbours.forget(node)) this.dispatch({ topic: 'bye', id: node });
      return;
    }
    if (this.neighbours.heard(node, performance.now())) {
      this.dispatch({ topic: 'hello', id: node });
      this.hello(); // it may not know of us
    }
    if (said.topic === 'presence') this.dispatch({ ...said, node });
    else if ('rows' in said) this.dispatch({ ...said, rows: rowsOf(said.rows) });
    else if ('id' in said) this.dispatch(said);
  }

  private reconnect(lost: Client, wait: number = RETRY_MS.first): void {
    if (this.closed || (this.client !== null && this.client !== lost)) return;
    this.client = null;
    this.retry = setTimeout(() => {
      this.connect().then(
        () => {
          this.hello();
          for (const act of this.reconnected) act();
        },
        (error: unknown) => {
          this.options.trouble(error);
          this.reconnect(lost, Math.min(wait * 2, RETRY_MS.longest));
        },
      );
    }, wait);
  }

  /** Sends what waits, says goodbye, and stops listening. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.stopHello();
    if (this.retry) clearTimeout(this.retry);
    if (this.client) this.news.put('bye', { topic: 'bye' });
    this.sendSoon();
    while (this.sending) await this.sending;
    await this.client?.end();
    this.hearers.clear();
  }
}
