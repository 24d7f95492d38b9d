/** How often in ms a long test says how far it is. */
const SAY_EVERY = 10_000;

/** What a long test does so many times; a share of that with a setting as `SOAK=0.05`. For specs only. */
export function soaking(times: number): number {
  const share = Number(process.env['SOAK'] ?? 1);
  if (!(share > 0)) throw new RangeError('SOAK is a share, as 0.05');
  return Math.max(1, Math.round(times * share));
}

/** Says now and then how far a long test is, and at the end what it came to. For specs only. */
export class Progress {
  private readonly started = performance.now();
  private saidAt = this.started;

  constructor(
    private readonly what: string,
    private readonly total: number,
  ) {}

  /** So many are done. */
  at(done: number): void {
    const now = performance.now();
    if (now - this.saidAt < SAY_EVERY && done < this.total) return;
    this.saidAt = now;
    this.say(`${done} of ${this.total}`);
  }

  /** All is done, and came to this. */
  end(summary: Readonly<Record<string, number>>): void {
    const numbers = Object.entries(summary).map(([name, number]) => `${number} ${name}`);
    this.say(`done: ${numbers.join(', ')}`);
  }

  private say(words: string): void {
    const seconds = Math.round((performance.now() - this.started) / 1_000);
    process.stderr.write(`${this.what}: ${words} (${seconds} s)\n`);
  }
}
