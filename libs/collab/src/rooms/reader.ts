import type { Logged } from '../ports';

/** Who a reader reads for. */
export interface ReadingFor {
  /** What was committed after a seq, in order. */
  since(seq: number): Promise<readonly Logged[]>;
  /** Takes what is committed and was not known here, in order. */
  take(rows: readonly Logged[]): void;
  /** The log could not be read. */
  failed(error: unknown): void;
}

/** How far a room is in its text's log. Where something is missing, it reads on (CO-14). */
export class Reader {
  private upTo: number;
  /** The highest seq heard of. */
  private wanted = 0;
  /** Committed rows that came before what stands before them in the log. */
  private readonly early = new Map<number, Logged>();
  private looking: Promise<void> | null = null;
  private stopped = false;

  constructor(
    seq: number,
    private readonly room: ReadingFor,
  ) {
    this.upTo = seq;
  }

  /** Everything up to here is known. */
  get seq(): number {
    return this.upTo;
  }

  /** Whether nothing is missing, as far as one has heard. */
  get isLevel(): boolean {
    return this.looking === null && this.wanted <= this.upTo;
  }

  /**
   * Rows are committed, by whichever node. They are taken in the order of the log, and what they show to be missing is
   * read there: two nodes that were sent different things must come to the same.
   */
  came(rows: readonly Logged[]): void {
    if (this.stopped) return;
    this.taken(rows);
    this.noticed(Math.max(0, ...rows.map(({ seq }) => seq)));
  }

  /** The log has come to `seq`. */
  noticed(seq: number): void {
    this.wanted = Math.max(this.wanted, seq);
    if (this.wanted <= this.upTo || this.stopped) return;
    this.looking ??= this.readOn()
      .catch((error: unknown) => this.room.failed(error))
      .finally(() => {
        this.looking = null;
        this.noticed(this.wanted);
      });
  }

  /** Resolves when everything up to `seq` is known, or reading has failed. */
  async reach(seq: number): Promise<void> {
    this.noticed(seq);
    while (this.upTo < seq && this.looking) await this.looking;
  }

  private async readOn(): Promise<void> {
    while (this.upTo < this.wanted && !this.stopped) {
      const rows = await this.room.since(this.upTo);
      if (rows.length === 0) throw new Error('The log has not got what was announced');
      if (!this.stopped) this.taken(rows);
    }
  }

  /** What follows on what is known is taken now; what does not, when it does. */
  private taken(rows: readonly Logged[]): void {
    for (const row of rows) if (row.seq > this.upTo) this.early.set(row.seq, row);
    const next: Logged[] = [];
    for (let row = this.early.get(this.upTo + 1); row; row = this.early.get(this.upTo + 1)) {
      this.early.delete(row.seq);
      this.upTo = row.seq;
      next.push(row);
    }
    if (next.length > 0) this.room.take(next);
  }

  stop(): void {
    this.stopped = true;
    this.early.clear();
  }
}
