/** One frame of a connection, on its way to being committed or refused. */
export interface Receipt {
  /** The number of the update frame, counted from 1 on its connection; null for a step 2, which is not counted. */
  readonly number: number | null;
}

/** What a client is told: so many of its update frames are committed, the last of them in the text's `seq`. */
export interface Acknowledged {
  readonly count: number;
  readonly seq: number;
}

type Outcome = { readonly seq: number } | 'refused' | 'open';

/**
 * What one connection has sent and not yet heard about, in the order it was sent. Acknowledgements are given in that
 * order: "3" says that the first three frames which were not refused are committed (CO-10).
 */
export class Receipts {
  private readonly unheard = new Map<Receipt, Outcome>();
  private frames = 0;
  private committed = 0;

  /** How many are not told of yet. */
  get open(): number {
    return this.unheard.size;
  }

  /** A frame has come in. */
  expect(kind: 'update' | 'step2'): Receipt {
    const receipt: Receipt = { number: kind === 'update' ? (this.frames += 1) : null };
    this.unheard.set(receipt, 'open');
    return receipt;
  }

  /** A frame's content is committed. */
  commit(receipt: Receipt, seq: number): void {
    this.settle(receipt, { seq });
  }

  /** A frame is not accepted; it will never be counted. */
  refuse(receipt: Receipt): void {
    this.settle(receipt, 'refused');
  }

  private settle(receipt: Receipt, outcome: Outcome): void {
    if (this.unheard.has(receipt)) this.unheard.set(receipt, outcome);
  }

  /**
   * What can be told now. A step 2 gets an acknowledgement of its own that does not raise the count, so that the client
   * can tell the two apart.
   */
  told(): Acknowledged[] {
    const told: Acknowledged[] = [];
    let isRising = false;
    for (const [receipt, outcome] of this.unheard) {
      if (outcome === 'open') break;
      this.unheard.delete(receipt);
      if (outcome === 'refused') continue;
      const isCounted = receipt.number !== null;
      if (isCounted) this.committed += 1;
      const before = isCounted && isRising ? told.pop() : undefined;
      told.push({ count: this.committed, seq: Math.max(outcome.seq, before?.seq ?? 0) });
      isRising = isCounted;
    }
    return told;
  }
}
