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
   * Entries of this node were committed, one after the other.
   *
   * @returns whether they follow on what is known. If not, another node was in between, and they are read from the log in
   *   their turn: two nodes that were sent different things must come to the same.
   */
  follows(first: number, last: number): boolean {
    const isNext = first === this.upTo + 1;
    if (isNext) this.upTo = last;
    else this.noticed(last);
    return isNext;
  }

  /** Another node has come to `seq`. */
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
      const unknown = rows.filter(({ seq }) => seq > this.upTo); // own ones may have followed meanwhile
      this.upTo = Math.max(this.upTo, rows.at(-1)?.seq ?? 0);
      if (!this.stopped) this.room.take(unknown);
    }
  }

  stop(): void {
    this.stopped = true;
  }
}
