import { Holding } from './holding';
import type { Loaded, Logged } from '../ports';
import type { Session } from './session';

/** How many looks without use let the text be dropped from memory. */
const LOOKS_UNUSED = 10;

/** Who a shelf works for. */
export interface ShelfOwner {
  /** The text as the log has it now; null when it is no longer there. */
  fetch(): Promise<Loaded | null>;
  /** It is in memory again; `seq` is what the log had come to. */
  fetched(seq: number): void;
  /** An update of so many bytes has come in. */
  grew(bytes: number): void;
  /** It could not be fetched. */
  failed(error: unknown): void;
}

/** Where a room has its text: in memory while it is used, fetched from the log when it is needed again (CO-25). */
export class Shelf {
  private held: Holding | null;
  private fetching: Promise<void> | null = null;
  /** What was committed while it is fetched: it may be younger than what is brought. */
  private missed: Logged[] = [];
  /** Who has said something that needs the text, while it is fetched. */
  private readonly patient = new Set<Session>();
  private looksUnused = 0;
  private ended = false;

  constructor(
    loaded: Loaded,
    private readonly owner: ShelfOwner,
  ) {
    this.held = new Holding(loaded);
  }

  /** Null while it is not in memory. */
  get holding(): Holding | null {
    return this.held;
  }

  /** It is being used. @returns what is held; null when it must be fetched: then the session is resumed afterwards. */
  use(session: Session): Holding | null {
    this.looksUnused = 0;
    if (this.held || this.ended) return this.held;
    this.patient.add(session);
    void this.ready();
    return null;
  }

  /** Resolves when the text is in memory, or could not be fetched; the owner has heard of that. */
  async ready(): Promise<void> {
    this.looksUnused = 0;
    if (this.held || this.ended) return;
    this.fetching ??= this.fetch().finally(() => (this.fetching = null));
    await this.fetching;
  }

  private async fetch(): Promise<void> {
    try {
      const loaded = await this.owner.fetch();
      if (this.ended) return;
      if (!loaded) throw new Error('A text that was open is no longer there');
      const holding = new Holding(loaded);
      holding.apply(this.missed);
      this.missed = [];
      this.held = holding;
      this.owner.fetched(loaded.seq);
      const patient = [...this.patient];
      this.patient.clear();
      for (const session of patient) session.resume();
    } catch (error) {
      this.owner.failed(error);
    }
  }

  /** What is committed, in order. @throws what {@link Holding.apply} throws */
  apply(rows: readonly Logged[]): void {
    if (this.held) this.held.apply(rows);
    else if (this.fetching) this.missed.push(...rows);
    for (const { update } of rows) this.owner.grew(update.length);
  }

  /** To be called every second. @returns whether the text has not been used for so long that it can be dropped. */
  isUnused(): boolean {
    this.looksUnused += 1;
    return this.held !== null && this.looksUnused >= LOOKS_UNUSED;
  }

  drop(): void {
    this.held?.drop();
    this.held = null;
  }

  /** Nothing is fetched any more. */
  end(): void {
    this.ended = true;
    this.patient.clear();
    this.missed = [];
    this.drop();
  }
}
