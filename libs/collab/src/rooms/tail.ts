import { updateMessage } from '../protocol';
import type { Logged } from '../ports';
import type { Entry } from './entry';
import type { Frame } from './fan-out';
import { Reader } from './reader';

/** An entry of this node that is in the log now. */
export interface Commit {
  readonly entry: Entry;
  readonly seq: number;
}

/** Who a tail works for. */
export interface TailOwner {
  /** What was committed after a seq, in order. */
  since(seq: number): Promise<readonly Logged[]>;
  /** The last committed seq. */
  head(): Promise<number>;
  /** Takes what is committed into the document, in order. */
  apply(rows: readonly Logged[]): void;
  /** What another node committed has been taken in. */
  came(): void;
  /** The log could not be read. */
  failed(error: unknown): void;
}

/**
 * The end of a text's log as a node sees it: what it has on its way there, and what comes in from all nodes, which
 * reaches the document and the peers in the order of the log (CO-14).
 */
export class Tail {
  private readonly reader: Reader;
  /** Committed and not passed on yet. */
  private frames: Frame[] = [];
  /** Entries of this node by their seq, until what stands before them in the log is here. */
  private readonly own = new Map<number, Entry>();
  private sent = 0;
  private sentBytes = 0;
  /** Whether what is taken in now came with a commit of this node, of which the owner tells the peers. */
  private isOwnCommit = false;
  /** Reads of the log that somebody's words wait for. */
  private levelling = 0;

  constructor(
    seq: number,
    private readonly owner: TailOwner,
  ) {
    this.reader = new Reader(seq, {
      since: (after) => owner.since(after),
      take: (rows) => {
        this.add(rows);
        if (!this.isOwnCommit) owner.came();
      },
      failed: (error) => owner.failed(error),
    });
  }

  /** Up to here everything that is committed has been passed on, or will be next. */
  get seq(): number {
    return this.reader.seq;
  }

  get bytesUnderWay(): number {
    return this.sentBytes;
  }

  /** Whether nothing of this node is on its way to the log, nor waits for it to be read. */
  get isIdle(): boolean {
    return this.sent === 0 && this.levelling === 0;
  }

  /** Whether nothing is under way, and nothing missing as far as one has heard. */
  get isLevel(): boolean {
    return this.isIdle && this.reader.isLevel;
  }

  /** An entry goes to the log. */
  send(entry: Entry): void {
    this.sent += 1;
    this.sentBytes += entry.update.length;
  }

  /** Entries have come back that are not in the log. */
  returned(entries: readonly Entry[]): void {
    this.sent -= entries.length;
    for (const { update } of entries) this.sentBytes -= update.length;
  }

  /** Entries are in the log, one after the other. What has been read there before this answer came is not taken twice. */
  committed(commits: readonly Commit[]): void {
    this.returned(commits.map(({ entry }) => entry));
    const news = commits.filter(({ seq }) => seq > this.reader.seq);
    for (const { entry, seq } of commits) if (seq <= this.reader.seq) entry.intake.landed(entry);
    for (const { entry, seq } of news) this.own.set(seq, entry);
    this.isOwnCommit = true;
    try {
      this.reader.came(news.map(({ entry, seq }) => ({ seq, update: entry.update })));
    } finally {
      this.isOwnCommit = false;
    }
  }

  /** What was committed after what is known, in order. */
  private add(rows: readonly Logged[]): void {
    this.owner.apply(rows);
    for (const { seq, update } of rows) {
      const own = this.own.get(seq);
      this.own.delete(seq);
      own?.intake.landed(own);
      this.frames.push({ message: own?.message ?? updateMessage(update), from: own?.intake.session ?? null });
    }
  }

  /** What is to be passed on now. */
  takeFrames(): readonly Frame[] {
    const frames = this.frames;
    this.frames = [];
    return frames;
  }

  /** Another node has come to `seq`, with these rows as far as it has told of them. */
  noticed(seq: number, rows: readonly Logged[]): void {
    this.reader.came(rows);
    this.reader.noticed(seq);
  }

  /**
   * Resolves when all is here that was in the log at the call, or reading has failed, and something else is done too.
   * Throws what asking throws.
   */
  async level(besides: Promise<void>): Promise<void> {
    this.levelling += 1;
    try {
      await Promise.all([this.owner.head().then((seq) => this.reader.reach(seq)), besides]);
    } finally {
      this.levelling -= 1;
    }
  }

  /** Nothing is read any more. */
  stop(): void {
    this.reader.stop();
  }
}
