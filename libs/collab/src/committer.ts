import type { Appended, NewEntry, TextLog } from './ports';

/** Most entries and bytes in one append, so that one transaction stays short. */
const MAX_BATCH = 2_000;
const MAX_BATCH_BYTES = 4_194_304;

/**
 * Group commit (CO-1): one append is on its way to the log at a time; what comes in meanwhile goes together in the
 * next. So a quiet node commits at once, and a busy one pays for one commit where it had hundreds of edits.
 */
export class Committer<Entry extends NewEntry> {
  private waiting: Entry[] = [];
  private running: Promise<void> | null = null;

  constructor(
    private readonly log: TextLog,
    private readonly heard: {
      /** Told after every commit, before the next begins. Must not throw. */
      committed(outcomes: readonly { readonly entry: Entry; readonly appended: Appended }[]): void;
      /** The log failed: whether these were committed is unknown. Must not throw. */
      lost(entries: readonly Entry[], error: unknown): void;
    },
  ) {}

  /** Takes an entry; it is committed, refused or lost later. */
  submit(entry: Entry): void {
    this.waiting.push(entry);
    this.running ??= this.run();
  }

  /** Takes entries back that have not been sent to the log yet. */
  withdraw(isWanted: (entry: Entry) => boolean): Entry[] {
    const taken = this.waiting.filter(isWanted);
    if (taken.length > 0) this.waiting = this.waiting.filter((entry) => !isWanted(entry));
    return taken;
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  private async run(): Promise<void> {
    await Promise.resolve(); // lets what came with the same read from the network go along
    while (this.waiting.length > 0) await this.commit(this.nextBatch());
    this.running = null;
  }

  private nextBatch(): Entry[] {
    let bytes = 0;
    const fits = this.waiting.findIndex((entry) => (bytes += entry.update.length) > MAX_BATCH_BYTES);
    const size = Math.min(MAX_BATCH, fits <= 0 ? this.waiting.length : fits);
    const batch = this.waiting.slice(0, Math.max(1, size));
    this.waiting = this.waiting.slice(batch.length);
    return batch;
  }

  private async commit(batch: readonly Entry[]): Promise<void> {
    const answers = await this.log.append(batch).catch((error: unknown) => {
      this.heard.lost(batch, error);
      return null;
    });
    if (answers === null) return;
    this.heard.committed(
      batch.flatMap((entry, index) => {
        const appended = answers[index];
        return appended ? [{ entry, appended }] : [];
      }),
    );
  }
}
