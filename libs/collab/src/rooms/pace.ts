/** Deliveries (edits × those who get them) per second up to which nothing waits, and from which everything does. */
const QUIET = 8_000;
const BUSY = 40_000;
/** Longest wait in ms: a third of what a person notices. */
const LONGEST = 20;
/** Over how many ms the rate is taken. */
const MEMORY = 1_000;

/**
 * How long a node gathers edits before it commits them (CO-1). What a commit costs is paid per commit and per peer, so
 * where many write and many read, some milliseconds of waiting save most of the work; in a quiet room they would only
 * be waiting.
 */
export class Pace {
  private rate = 0;
  private countedAt = 0;

  /** So many deliveries were made. `now` is in ms. */
  counted(deliveries: number, now: number): void {
    this.rate = this.rateAt(now) + (deliveries * 1_000) / MEMORY;
    this.countedAt = now;
  }

  /** How long in ms the first that waits is to wait for others: 0 to 20. */
  windowAt(now: number): number {
    const busyness = (this.rateAt(now) - QUIET) / (BUSY - QUIET);
    return LONGEST * Math.min(1, Math.max(0, busyness));
  }

  /** Deliveries per second; what was long ago counts less and less. */
  private rateAt(now: number): number {
    return this.rate * Math.exp(-Math.max(0, now - this.countedAt) / MEMORY);
  }
}
