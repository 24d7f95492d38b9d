/** How much may come in at once, and how much goes on coming in for ever. */
export interface Limit {
  readonly atOnce: number;
  readonly perSecond: number;
}

/** A bucket that is emptied by what comes in and fills up with time. */
export class Allowance {
  private left: number;
  private filledAt: number;

  /** @param now  in ms. */
  constructor(
    private readonly limit: Limit,
    now: number,
  ) {
    this.left = limit.atOnce;
    this.filledAt = now;
  }

  /** Takes an amount out. @returns whether there was enough. */
  take(amount: number, now: number): boolean {
    const { atOnce, perSecond } = this.limit;
    const passed = Math.max(0, now - this.filledAt);
    this.left = Math.min(atOnce, this.left + (passed * perSecond) / 1_000);
    this.filledAt = now;
    if (amount > this.left) return false;
    this.left -= amount;
    return true;
  }
}
