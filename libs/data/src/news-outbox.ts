/** Most news that are kept while they cannot be told; beyond it the oldest are forgotten. */
const MOST_KEPT = 10_000;

/** News that wait to be told, by what they are about: of one thing only what is newest. */
export class NewsOutbox<News> {
  private waiting = new Map<string, News>();

  get isEmpty(): boolean {
    return this.waiting.size === 0;
  }

  put(about: string, news: News): void {
    this.waiting.set(about, news);
    this.forgetOldest();
  }

  /** Everything that waits. */
  take(): ReadonlyMap<string, News> {
    const taken = this.waiting;
    this.waiting = new Map();
    return taken;
  }

  /** What was taken and could not be told, before what has come since. */
  giveBack(taken: ReadonlyMap<string, News>): void {
    this.waiting = new Map([...taken, ...this.waiting]);
    this.forgetOldest();
  }

  private forgetOldest(): void {
    for (const oldest of this.waiting.keys()) {
      if (this.waiting.size <= MOST_KEPT) return;
      this.waiting.delete(oldest);
    }
  }
}
