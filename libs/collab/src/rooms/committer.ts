import { Pace } from './pace';
import type { Appended, NewEntry, Ports, TextLog } from '../ports';

/** Most entries and bytes in one append, so that one transaction stays short. */
const MAX_BATCH = 2_000;
const MAX_BATCH_BYTES = 4_194_304;

/** An entry and what became of it. */
export interface Outcome<Entry> {
  readonly entry: Entry;
  readonly appended: Appended;
}

/** Who hears what became of entries. Neither may throw. */
export interface Hearer<Entry> {
  /** Told after every commit, before the next begins. @returns how many deliveries to peers came of it. */
  committed(outcomes: readonly Outcome<Entry>[]): number;
  /** The log failed: whether these were committed is unknown. */
  lost(entries: readonly Entry[], error: unknown): void;
}

/**
 * Group commit (CO-1): one append is on its way to the log at a time; what comes in meanwhile goes together in the
 * next. So a quiet node commits at once, and a busy one pays for one commit where it had hundreds of edits. Where very
 * many read along, the next waits some milliseconds more for company.
 */
export class Committer<Entry extends NewEntry> {
  private readonly pace = new Pace();
  private waiting: Entry[] = [];
  /** When the first of those that wait came, in ms. */
  private waitingSince = 0;
  private running: Promise<void> | null = null;
  private hurry: (() => void) | null = null;
  private isHurried = false;

  constructor(
    private readonly log: Pick<TextLog, 'append'>,
    private readonly time: Pick<Ports, 'now' | 'after'>,
    private readonly heard: Hearer<Entry>,
  ) {}

  /** Takes an entry; it is committed, refused or lost later. */
  submit(entry: Entry): void {
    if (this.waiting.length === 0) this.waitingSince = this.time.now();
    this.waiting.push(entry);
    this.running ??= this.run();
  }

  /** Takes entries back that have not been sent to the log yet. */
  withdraw(isWanted: (entry: Entry) => boolean): Entry[] {
    const taken = this.waiting.filter(isWanted);
    if (taken.length > 0) this.waiting = this.waiting.filter((entry) => !isWanted(entry));
    return taken;
  }

  /** From now on nothing waits for company. Resolves when nothing waits at all. */
  async finish(): Promise<void> {
    this.isHurried = true;
    this.hurry?.();
    while (this.running) await this.running;
  }

  private async run(): Promise<void> {
    await Promise.resolve(); // lets what came with the same read from the network go along
    while (this.waiting.length > 0) {
      const wait = this.waitingSince + this.pace.windowAt(this.time.now()) - this.time.now();
      if (wait >= 1 && !this.isHurried) await this.company(wait);
      const batch = this.nextBatch();
      if (batch.length > 0) await this.commit(batch);
    }
    this.running = null;
  }

  private async company(wait: number): Promise<void> {
    await new Promise<void>((done) => {
      const cancel = this.time.after(wait, done);
      this.hurry = () => {
        cancel();
        done();
      };
    });
    this.hurry = null;
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
    const deliveries = this.heard.committed(
      batch.flatMap((entry, index) => {
        const appended = answers[index];
        return appended ? [{ entry, appended }] : [];
      }),
    );
    this.pace.counted(deliveries, this.time.now());
  }
}
