import { performance, type EventLoopUtilization } from 'node:perf_hooks';
import type { Client } from './client';
import { presenceMessage, updateMessage, type Dialect } from './dialects';
import { Latencies } from './statistics';
import { MAX_TAGS, tagOf } from './tags';
import { presenceOf, type Typist } from './typing';

/** Somebody who types: their socket, and how it wants to be spoken to. */
export interface Writer {
  readonly typist: Typist;
  readonly client: Client;
  readonly dialect: Dialect;
  /** Their number among all clients. */
  readonly number: number;
}

/** How much is typed, and for how long. Times in ms. */
export interface Pace {
  /** Over all who type. */
  readonly editsPerSecond: number;
  /** Runs before it counts. */
  readonly warmUp: number;
  readonly window: number;
  /** Whether each edit moves a caret that the others see. */
  readonly presence: boolean;
  /** Where more than `share` of the deliveries come later than `ms`, the rest need not be waited for. */
  readonly lost?: { readonly share: number; readonly ms: number };
}

/** Longest wait in ms for what has not arrived, and how long nothing may arrive before it is given up. */
const DRAIN = { longest: 10_000, silent: 2_500 } as const;

/** What came of a load. */
export interface Outcome {
  readonly latencies: Latencies;
  /** Edits sent in the window. */
  readonly edits: number;
  /** Deliveries of them that had not come ten seconds after the last edit, or when it was given up. */
  readonly undelivered: number;
  /** Length of the window in ms, as it was. */
  readonly lasted: number;
  /** Share of the window in which the generator was busy. */
  readonly generatorBusy: number;
}

/** Which deliveries are counted: by the numbers of who typed and who received. All when not given. */
export type Counts = (from: number, to: number) => boolean;

/** Lets people type, and times each edit from the write at the socket to its arrival at every other client. */
export class Load {
  private readonly sentAt: number[] = [];
  private readonly sentBy: number[] = [];
  private readonly arrived: Uint8Array;
  private readonly latencies = new Latencies();
  private firstCounted = Number.POSITIVE_INFINITY;
  private missing = 0;
  private lastArrival = 0;

  /** @param firstTag above all tags used in the text before, so that a latecomer of another load is not taken for ours. */
  constructor(
    private readonly clients: number,
    private readonly pace: Pace,
    private readonly firstTag: number,
    private readonly counts: Counts = () => true,
  ) {
    const planned = Math.ceil((pace.editsPerSecond * (pace.warmUp + pace.window)) / 1_000) + 2;
    if (firstTag + planned > MAX_TAGS) throw new RangeError('More edits than there are tags');
    this.arrived = new Uint8Array(planned * clients);
  }

  /** The first tag that is free for the next load. */
  get nextTag(): number {
    return this.firstTag + this.sentAt.length;
  }

  /** An edit has arrived at a client. To be called from its {@link Hearing}. */
  readonly heard = (client: number, tag: number, at: number): void => {
    const edit = tag - this.firstTag;
    const sent = this.sentAt[edit];
    const from = this.sentBy[edit];
    const place = edit * this.clients + client;
    if (sent === undefined || from === undefined || from === client || this.arrived[place] === 1) return;
    this.arrived[place] = 1;
    if (edit < this.firstCounted || !this.counts(from, client)) return;
    this.missing -= 1;
    this.lastArrival = at;
    this.latencies.add(at - sent);
  };

  /** @param onWindow called when the window opens and when it closes, to read meters. */
  async run(writers: readonly Writer[], onWindow: (edge: 'opens' | 'closes') => void): Promise<Outcome> {
    await this.type(writers, this.pace.warmUp);
    this.firstCounted = this.sentAt.length;
    onWindow('opens');
    const began = performance.now();
    const busy: EventLoopUtilization = performance.eventLoopUtilization();
    await this.type(writers, this.pace.window);
    const lasted = performance.now() - began;
    const generatorBusy = performance.eventLoopUtilization(busy).utilization;
    onWindow('closes');
    const edits = this.sentAt.length - this.firstCounted;
    await this.drained();
    return { latencies: this.latencies, edits, undelivered: this.missing, lasted, generatorBusy };
  }

  /** The writers take turns, so that each types evenly and they do not type at the same moment. */
  private async type(writers: readonly Writer[], ms: number): Promise<void> {
    const began = performance.now();
    const total = Math.round((this.pace.editsPerSecond * ms) / 1_000);
    for (let done = 0; done < total;) {
      const due = Math.min(total, Math.floor(((performance.now() - began) * this.pace.editsPerSecond) / 1_000));
      for (; done < due; done += 1) this.edit(writers[done % writers.length]);
      await new Promise((next) => setTimeout(next, 1));
    }
  }

  private edit(writer: Writer | undefined): void {
    if (!writer) return;
    const { typist, client, dialect, number } = writer;
    const tag = this.nextTag;
    const update = updateMessage(dialect, typist.type(`${tagOf(tag)} `));
    const caret = this.pace.presence
      ? [presenceMessage(dialect, presenceOf(typist.client, tag + 2, typist.caret))]
      : [];
    this.sentBy.push(number);
    if (this.sentAt.length >= this.firstCounted) this.missing += this.receivers(number);
    this.sentAt.push(performance.now());
    client.send(update, ...caret);
  }

  private receivers(from: number): number {
    let receivers = 0;
    for (let to = 0; to < this.clients; to += 1) if (to !== from && this.counts(from, to)) receivers += 1;
    return receivers;
  }

  private async drained(): Promise<void> {
    const until = performance.now() + DRAIN.longest;
    this.lastArrival = performance.now();
    while (this.missing > 0 && performance.now() < until) {
      if (performance.now() - this.lastArrival > DRAIN.silent || this.isLost()) return;
      await new Promise((next) => setTimeout(next, 5));
    }
  }

  private isLost(): boolean {
    const { lost } = this.pace;
    const isLate = lost !== undefined && performance.now() - (this.sentAt.at(-1) ?? 0) > lost.ms;
    return isLate && this.missing > lost.share * (this.latencies.count + this.missing);
  }
}
