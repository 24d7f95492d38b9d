import type { TextId } from '@enig/kernel';
import type { Loaded, Ports } from '../ports';

/** A log as long as this is folded when nobody is held up by it: updates after the snapshot, or some of many bytes. */
const LONG = { updates: 500, some: 20, bytes: 262_144 } as const;
/** One as long as this is folded before anybody is given the text. */
const VERY_LONG = 2_000;
/** So much comes in before the log of a text in use is folded once more. */
const MUCH = { updates: 5_000, bytes: 1_048_576 } as const;

/** An open text whose log is folded. */
export interface Folded {
  /** Where its clocks stand now, or null where nobody has asked. */
  mark(): Uint8Array | null;
  /** This is all of its log now, folded, and it holds at least that mark. */
  rebase(loaded: Loaded, mark: Uint8Array): void;
}

/** Keeps logs short to read (CO-25): one at a time, away from the serving thread, and seldom. */
export class Folding {
  private readonly wanted = new Set<TextId>();
  /** Those that are folded however short they are, and who waits for that. */
  private readonly awaited = new Map<TextId, (() => void)[]>();
  /** What came in since a text was opened, or folded. */
  private readonly grown = new Map<TextId, { updates: number; bytes: number }>();
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(
    private readonly ports: Pick<Ports, 'log' | 'fold' | 'trouble'>,
    private readonly openOf: (text: TextId) => Folded | null,
  ) {}

  /** A text; null for none. One with a very long log is folded first. */
  async load(text: TextId): Promise<Loaded | null> {
    const loaded = await this.ports.log.load(text);
    if (loaded && loaded.updates.length >= VERY_LONG && !this.stopped) return (await this.fold(text, loaded)) ?? loaded;
    if (loaded && isLong(loaded)) this.want(text);
    return loaded;
  }

  /** An update has come into an open text's log, from whichever node. */
  grew(text: TextId, bytes: number): void {
    const grown = this.grown.get(text) ?? { updates: 0, bytes: 0 };
    this.grown.set(text, grown);
    grown.updates += 1;
    grown.bytes += bytes;
    if (grown.updates >= MUCH.updates || grown.bytes >= MUCH.bytes) this.want(text);
  }

  /** A text is no longer in use: so that whoever opens it next has it at once. */
  quiet(text: TextId): void {
    const grown = this.grown.get(text);
    this.grown.delete(text);
    if (grown && (grown.updates >= LONG.updates || grown.bytes >= LONG.bytes)) this.want(text);
  }

  /** Folds a text's log when there is time, if it is long then. */
  want(text: TextId): void {
    if (this.stopped) return;
    this.grown.delete(text);
    this.wanted.add(text);
    this.running ??= this.run();
  }

  /** Somebody must know how long a text is once all of its log is folded. Resolves when it is, or cannot be. */
  full(text: TextId): Promise<void> {
    if (this.stopped) return Promise.resolve();
    return new Promise((done) => {
      this.awaited.set(text, [...(this.awaited.get(text) ?? []), done]);
      this.want(text);
    });
  }

  private async run(): Promise<void> {
    await Promise.resolve();
    for (const text of this.wanted) {
      this.wanted.delete(text);
      const awaiting = this.awaited.get(text);
      this.awaited.delete(text);
      await this.shorten(text, (loaded) => isLong(loaded) || (awaiting !== undefined && loaded.updates.length > 0));
      for (const done of awaiting ?? []) done();
    }
    this.running = null;
  }

  private async shorten(text: TextId, isDue: (loaded: Loaded) => boolean): Promise<void> {
    const holding = this.openOf(text);
    const mark = holding?.mark() ?? null;
    const loaded = await this.ports.log.load(text).catch(this.ports.trouble);
    const short = loaded && isDue(loaded) && !this.stopped ? await this.fold(text, loaded) : loaded;
    if (short && mark && this.openOf(text) === holding) holding?.rebase(short, mark);
  }

  /** What cannot be folded is still whole as it is; only slower to open. */
  private async fold(text: TextId, loaded: Loaded): Promise<Loaded | null> {
    const { seq } = loaded;
    try {
      const update = await this.ports.fold(updatesOf(loaded));
      await this.ports.log.keepSnapshot(text, seq, update);
      return { ...loaded, snapshot: { seq, update }, updates: [] };
    } catch (error) {
      this.ports.trouble(error);
      return null;
    }
  }

  /** Begins no more, and resolves when the one under way is done. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wanted.clear();
    for (const done of [...this.awaited.values()].flat()) done();
    this.awaited.clear();
    await this.running;
  }
}

function updatesOf({ snapshot, updates }: Loaded): readonly Uint8Array[] {
  return snapshot ? [snapshot.update, ...updates] : updates;
}

function isLong({ updates }: Loaded): boolean {
  if (updates.length >= LONG.updates) return true;
  const bytes = updates.reduce((sum, { length }) => sum + length, 0);
  return bytes >= MUCH.bytes || (updates.length >= LONG.some && bytes >= LONG.bytes);
}
