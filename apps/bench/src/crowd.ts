import { randomInt } from 'node:crypto';
import { Client } from './client';
import { presenceMessage } from './dialects';
import { Load, type Counts, type Outcome, type Pace, type Writer } from './load';
import type { LongText } from './long-text';
import type { ServerProcess } from './server-process';
import type { System } from './systems';
import { presenceOf, Typist } from './typing';

/** How many have a text open, and how many of them type. */
export interface CrowdSize {
  readonly clients: number;
  readonly typing: number;
  /** Whether everybody shows themselves when they come. */
  readonly presence: boolean;
}

/** What came of a load on a crowd. */
export interface CrowdOutcome extends Outcome {
  /** Clients the server has closed; what they did not get is among the undelivered. */
  readonly closed: number;
  /** With what the first of them was closed; null while nobody was. */
  readonly closedWith: number | null;
}

/** Most clients that come in at the same time. */
const AT_ONCE = 25;
/** How long in ms nothing may come before a crowd counts as settled, and how long that is waited for. */
const QUIET = { silent: 400, longest: 20_000 } as const;

/** Many clients of one text, on one server or spread over several. */
export class Crowd {
  private readonly clients: Client[] = [];
  private readonly writers: Writer[] = [];
  private load: Load | null = null;

  constructor(
    private readonly system: System,
    private readonly servers: readonly ServerProcess[],
  ) {}

  /** The Yjs client ids of those who type. */
  get typists(): readonly number[] {
    return this.writers.map(({ typist }) => typist.client);
  }

  /** Which of the servers a client is on. */
  serverOf(client: number): number {
    return client % this.servers.length;
  }

  /** Brings everybody in, and waits until each has the text. */
  async gather(text: string, { ends }: LongText, size: CrowdSize): Promise<void> {
    for (let from = 0; from < size.clients; from += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, size.clients - from) }, (_, index) => from + index);
      await Promise.all(some.map((number) => this.enter(text, number, ends, size)));
    }
    await this.quiet();
  }

  /** Everybody has heard that everybody is here: nothing has come for a while. */
  private async quiet(): Promise<void> {
    const until = performance.now() + QUIET.longest;
    const lastHeard = () => Math.max(...this.clients.map((client) => client.lastHeard));
    while (performance.now() < until && performance.now() - lastHeard() < QUIET.silent)
      await new Promise((next) => setTimeout(next, 50));
  }

  private async enter(text: string, number: number, ends: LongText['ends'], size: CrowdSize): Promise<void> {
    const server = this.servers[this.serverOf(number)];
    const end = ends[(number * 7) % ends.length];
    if (!server || !end) throw new Error('No server, or nothing to write behind');
    const entrance = this.system.entrance(server, text, number);
    const client = new Client(entrance, { tag: (tag, at) => this.load?.heard(number, tag, at) });
    this.clients.push(client);
    await client.ready.catch((error: unknown) => {
      throw new Error(`${String(error)}\n${server.lastWords}`);
    });
    const { dialect } = entrance;
    const typist = new Typist(randomInt(2 ** 31, 2 ** 32 - 1), end);
    if (number < size.typing) this.writers.push({ typist, client, dialect, number });
    if (size.presence) client.send(presenceMessage(dialect, presenceOf(typist.client, 1, end)));
  }

  /** How much has been typed, warm-ups included. */
  get typed(): number {
    return this.load?.nextTag ?? 0;
  }

  /** Lets those who type do so. */
  async type(pace: Pace, onWindow: (edge: 'opens' | 'closes') => void, counts?: Counts): Promise<CrowdOutcome> {
    this.load = new Load(this.clients.length, pace, this.load?.nextTag ?? 0, counts);
    const writers = [...this.writers].sort((one, other) => one.number - other.number);
    const outcome = await this.load.run(writers, onWindow);
    const codes = this.clients.flatMap(({ closed }) => closed ?? []);
    return { ...outcome, closed: codes.length, closedWith: codes[0] ?? null };
  }

  /** Sends everybody home, and waits until they have gone. */
  async leave(): Promise<void> {
    for (const client of this.clients) client.leave();
    await Promise.all(this.clients.map(({ gone }) => gone));
  }
}
