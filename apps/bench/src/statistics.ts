/** Width of a bucket in ms, and how many there are: up to a minute. What took longer counts as a minute. */
const BUCKET = 0.05;
const BUCKETS = 60_000 / BUCKET;

/** Times in ms, counted in buckets so that millions of them cost neither memory nor sorting. */
export class Latencies {
  private readonly buckets = new Uint32Array(BUCKETS + 1);
  private total = 0;

  add(ms: number): void {
    const bucket = Math.min(BUCKETS, Math.max(0, Math.round(ms / BUCKET)));
    this.buckets[bucket] = (this.buckets[bucket] ?? 0) + 1;
    this.total += 1;
  }

  get count(): number {
    return this.total;
  }

  /**
   * The smallest time that `share` of all do not exceed (nearest rank), to 0.05 ms; NaN when there are none.
   *
   * @param never how many more there should have been: they count as slower than any.
   */
  percentile(share: number, never = 0): number {
    const rank = Math.max(1, Math.ceil(share * (this.total + never)));
    if (rank > this.total) return never > 0 ? Number.POSITIVE_INFINITY : Number.NaN;
    let seen = 0;
    for (let bucket = 0; bucket <= BUCKETS; bucket += 1) {
      seen += this.buckets[bucket] ?? 0;
      if (seen >= rank) return bucket * BUCKET;
    }
    return Number.NaN;
  }
}

/** The middle one; of an even number the mean of the two in the middle; NaN of none, and where one is not a number. */
export function median(values: readonly number[]): number {
  if (values.some(Number.isNaN)) return Number.NaN;
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  const high = sorted[Math.floor(middle)] ?? Number.NaN;
  return (low + high) / 2;
}
