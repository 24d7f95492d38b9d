import type { Awareness } from 'y-protocols/awareness';
import { Listeners } from './listeners';
import { isSame, snapshotOf, type CollaborationSnapshot, type Kept } from './snapshot';
import { changesAt, type Facts, type Heard } from './state';

/** What is known of a text from elsewhere, at any moment. */
export type Elsewhere = {
  readonly unsavedSince: () => number | null;
  readonly kept: () => Kept;
  readonly awareness: Awareness;
};

/** What a page shows of an open text: it follows from the facts, and is told of when it changes, also by time alone. */
export class Showing {
  private readonly shows = new Listeners<[]>();
  private shown: CollaborationSnapshot;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isOver = false;

  /** @param now the moment, in milliseconds since 1970. */
  constructor(
    private known: Heard,
    private readonly elsewhere: Elsewhere,
    private readonly now: () => number,
  ) {
    this.shown = this.compute();
  }

  /** What has been heard so far. */
  get facts(): Facts {
    return { ...this.known, unsavedSince: this.elsewhere.unsavedSince() };
  }

  /** What is to be shown now; the same object until something changes. */
  get snapshot(): CollaborationSnapshot {
    return this.shown;
  }

  /** Calls back whenever the snapshot changes. @returns how to stop. */
  get subscribe(): (listener: () => void) => () => void {
    return this.shows.add;
  }

  /** Something has been heard. */
  learn(facts: Partial<Heard>): void {
    this.known = { ...this.known, ...facts };
    this.refresh();
  }

  /** Something may have changed elsewhere. */
  refresh(): void {
    if (this.isOver) return;
    const next = this.compute();
    if (isSame(next, this.shown)) return;
    this.shown = next;
    clearTimeout(this.timer);
    const at = changesAt(next.state, this.facts);
    if (at !== null) this.timer = setTimeout(() => this.refresh(), at - this.now() + 1);
    this.shows.tell();
  }

  /** Nothing is shown any more. */
  end(): void {
    this.isOver = true;
    clearTimeout(this.timer);
    this.shows.clear();
  }

  private compute(): CollaborationSnapshot {
    return snapshotOf(this.facts, this.elsewhere.kept(), this.elsewhere.awareness, this.now());
  }
}
