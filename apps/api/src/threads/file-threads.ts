import { join } from 'node:path';
import type { InspectedFile } from '@enig/documents';
import type { FileRefused } from '@enig/hearing';
import { err, type Result } from '@enig/kernel';
import type { OnModuleDestroy } from '@nestjs/common';
import { Busy } from '../core/errors';
import { Thread, TooLargeForThread, TooSlow, type ThreadLimits } from './thread';

/** What the serving thread asks the thread that reads files. */
export interface FileJob {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** As it was sent; only its ending is looked at. */
  readonly name: string;
}

/** Beside this file among the sources, and beside the bundle it becomes a part of. */
const WORKER = join(__dirname, 'file-worker.cjs');
/** Several times what the largest honest file takes; what takes more is refused. */
const LIMITS: ThreadLimits = { memory: 768, growth: 1_536, time: 30_000 };

/** How many files may wait, each with its bytes, and how many of them from one person. */
const MOST_WAITING = 20;
const MOST_EACH = 4;

/** A file that waits: to be read when it is its turn, or to fail. */
interface Turn {
  readonly go: () => Promise<void>;
  readonly fail: (error: Error) => void;
}

/**
 * Reads files people send in away from the serving thread, one after the other: of everybody who waits one file in turn,
 * so that who sends many, or one that takes long, keeps others waiting for one of them. A hostile file ends its thread
 * alone.
 */
export class FileThreads implements OnModuleDestroy {
  private readonly thread: Thread<FileJob>;
  /** By whose they are, who is next first. */
  private readonly lines = new Map<string, Turn[]>();
  private isReading = false;

  constructor(limits: ThreadLimits = LIMITS) {
    this.thread = new Thread(WORKER, limits);
  }

  /**
   * What a file is and says, or why it is not taken (HE-45); also that reading it took too much.
   *
   * @param whose  who sends it.
   * @throws Busy where too many wait, of all or of theirs.
   */
  inspect(bytes: Uint8Array, name: string, whose: string): Promise<Result<InspectedFile, FileRefused>> {
    const line = this.lines.get(whose) ?? [];
    const waiting = [...this.lines.values()].reduce((sum, { length }) => sum + length, 0);
    if (waiting >= MOST_WAITING || line.length >= MOST_EACH) throw new Busy('Too many files wait to be read');
    return new Promise((done, failed) => {
      const go = (): Promise<void> => this.read(bytes, name).then(done, failed);
      this.lines.set(whose, [...line, { go, fail: failed }]);
      void this.goOn();
    });
  }

  /** Ends the thread. What it was reading fails, and what waits. */
  async onModuleDestroy(): Promise<void> {
    const waiting = [...this.lines.values()].flat();
    this.lines.clear();
    for (const { fail } of waiting) fail(new Error('Nobody reads files any more'));
    await this.thread.close();
  }

  private async goOn(): Promise<void> {
    if (this.isReading) return;
    this.isReading = true;
    for (let turn = this.take(); turn; turn = this.take()) await turn.go();
    this.isReading = false;
  }

  /** The next one's first file; they come last after it. */
  private take(): Turn | null {
    for (const [whose, [turn, ...rest]] of this.lines) {
      this.lines.delete(whose);
      if (rest.length > 0) this.lines.set(whose, rest);
      if (turn) return turn;
    }
    return null;
  }

  /** The thread takes its copy when it begins: what waits is held once. */
  private async read(bytes: Uint8Array, name: string): Promise<Result<InspectedFile, FileRefused>> {
    const copy = new Uint8Array(bytes);
    try {
      return (await this.thread.ask({ bytes: copy, name }, [copy.buffer])) as Result<InspectedFile, FileRefused>;
    } catch (error) {
      if (isTooHeavy(error)) return err({ code: 'HE-45-FILE-TOO-HEAVY' });
      throw error;
    }
  }
}

function isTooHeavy(error: unknown): boolean {
  if (error instanceof TooSlow || error instanceof TooLargeForThread) return true;
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
