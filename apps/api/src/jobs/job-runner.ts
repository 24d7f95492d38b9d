import { randomUUID } from 'node:crypto';
import type { JobStore, JobView, Made, NewLetter } from '@enig/data';
import { message, type JobStep } from '@enig/messages';
import { LOCALE } from '../core/viewer';
import { NotMade, type DoJob, type Work } from './work';

/** What running jobs needs. */
export interface JobGround {
  readonly store: JobStore;
  readonly work: Work;
  readonly trouble: (error: unknown) => void;
  /** How often in ms a sign of life is given; well within the lease. */
  readonly beatEvery?: number;
}

const BEAT_EVERY = 8_000;
/** Shortest time in ms between two rows of progress: nobody reads faster. */
const PROGRESS_EVERY = 250;

/** Why a job is not gone on with. */
type End = 'lost' | 'closing';

/** Makes what jobs ask for, one at a time (OP-4, OP-5). */
export class JobRunner {
  private running: AbortController | null = null;
  private isClosed = false;

  constructor(private readonly ground: JobGround) {}

  /** Takes a job and does it to its end. @returns whether there was one. */
  readonly next = async (): Promise<boolean> => {
    const { store, work } = this.ground;
    const lease = randomUUID();
    const job = await store.take(work.jobs.kinds, lease);
    if (!job) return false;
    const act = work.jobs.of(job.kind);
    if (!act) throw new Error(`Nobody does ${job.kind}`);
    if (this.isClosed) await store.putBack(job.id, lease);
    else await this.run(job, lease, act);
    return true;
  };

  /** What is under way is let go of, for another worker. */
  close(): void {
    this.isClosed = true;
    this.running?.abort('closing' satisfies End);
  }

  private async run(job: JobView, lease: string, act: DoJob): Promise<void> {
    const { store, trouble, beatEvery = BEAT_EVERY } = this.ground;
    const stop = new AbortController();
    this.running = stop;
    const still = async (asked: Promise<boolean>): Promise<void> => {
      if (!(await asked)) stop.abort('lost' satisfies End);
    };
    const beat = setInterval(() => void still(store.beat(job.id, lease)).catch(trouble), beatEvery);
    const progress = new Progress((at) => still(store.progress(job.id, lease, at)), trouble);
    try {
      const { person, body, capacity } = job;
      const made = await unlessAborted(
        act(job.payload, {
          id: job.id,
          askedBy: { person, body, capacity },
          progress: progress.tell,
          signal: stop.signal,
        }),
        stop.signal,
      );
      await progress.over();
      if (made) await store.finish(job.id, lease, made, letterOf(job));
      else if (stop.signal.reason === 'closing') await store.putBack(job.id, lease);
    } catch (error) {
      await progress.over();
      await store.fail(job.id, lease, error instanceof NotMade ? error.reason : null);
      trouble(error);
    } finally {
      clearInterval(beat);
      this.running = null;
    }
  }
}

/** What was made, or null as soon as nobody wants it any more; who makes it may not heed the signal at once. */
function unlessAborted(making: Promise<Made>, signal: AbortSignal): Promise<Made | null> {
  const aborted = new Promise<null>((done) => {
    signal.addEventListener('abort', () => done(null), { once: true });
  });
  making.catch(() => undefined); // what comes of it after it was given up is of no interest
  return Promise.race([making.catch((error: unknown) => rethrowUnless(signal, error)), aborted]);
}

/** Who heeds the signal throws; that is no failure. */
function rethrowUnless(signal: AbortSignal, error: unknown): null {
  if (signal.aborted) return null;
  throw error;
}

function letterOf({ id, kind, person, body, path, attempts }: JobView): NewLetter | null {
  if (path === null) return null;
  const what = message(LOCALE, `job.kind.${kind}`);
  return { key: `jobDone:${id}:${attempts}`, kind: 'jobDone', to: person, body, path, facts: { what } };
}

interface At {
  readonly done: number;
  readonly total: number | null;
  readonly message: JobStep | null;
}

/** Writes how far it is, but not oftener than somebody can read it; of what comes meanwhile only the last. */
class Progress {
  private next: At | null = null;
  private writing: Promise<void> | null = null;

  constructor(
    private readonly write: (at: At) => Promise<void>,
    private readonly trouble: (error: unknown) => void,
  ) {}

  readonly tell = (done: number, total: number | null, step?: JobStep): void => {
    this.next = { done, total, message: step ?? null };
    this.writing ??= this.writeAll().finally(() => (this.writing = null));
  };

  /** Nothing more is written. */
  async over(): Promise<void> {
    this.next = null;
    await this.writing;
  }

  private async writeAll(): Promise<void> {
    while (this.next) {
      const at = this.next;
      this.next = null;
      await this.write(at).catch(this.trouble);
      if (this.next) await new Promise((done) => setTimeout(done, PROGRESS_EVERY).unref());
    }
  }
}
