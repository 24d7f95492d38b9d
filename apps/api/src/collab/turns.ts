/** How long in ms messages are heard in one turn of the loop. One that takes longer is still heard to its end. */
const LONGEST = 40;

/** Where messages come from; while some of them wait, no more are read from there. */
export interface Source {
  pause(): void;
  resume(): void;
}

/**
 * Hears messages in the order they came, and lets the loop do other work in between: a network read can bring dear
 * messages of many sockets at once, and while they are judged nobody's words would be committed or passed on (CO-23).
 */
export class Turns {
  private readonly waiting: { readonly hear: () => void; readonly source: Source }[] = [];
  private readonly counts = new Map<Source, number>();
  /** In ms, in this turn. */
  private spent = 0;
  private isNextTold = false;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Hears a message: now, or after those that wait. */
  take(hear: () => void, source: Source): void {
    if (this.waiting.length === 0 && this.spent < LONGEST) return this.run(hear);
    const count = this.counts.get(source) ?? 0;
    if (count === 0) source.pause();
    this.counts.set(source, count + 1);
    this.waiting.push({ hear, source });
  }

  private run(hear: () => void): void {
    const began = this.now();
    try {
      hear();
    } finally {
      this.spent += this.now() - began;
      this.tellNext();
    }
  }

  private tellNext(): void {
    if (this.isNextTold) return;
    this.isNextTold = true;
    setImmediate(() => this.next());
  }

  /** A new turn. Timers and the network have their say between two of them. */
  private next(): void {
    this.isNextTold = false;
    this.spent = 0;
    while (this.spent < LONGEST) {
      const first = this.waiting.shift();
      if (!first) return;
      this.run(first.hear);
      this.heard(first.source);
    }
  }

  private heard(source: Source): void {
    const count = (this.counts.get(source) ?? 0) - 1;
    if (count > 0) return void this.counts.set(source, count);
    this.counts.delete(source);
    source.resume();
  }
}
