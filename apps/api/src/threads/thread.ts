import { Worker } from 'node:worker_threads';

/** How long in ms a thread is kept without work. */
const KEEP = 60_000;

/** What a thread may use. */
export interface ThreadLimits {
  /** Most memory in MiB for its objects; what a native library takes for itself is not counted. */
  readonly memory: number;
  /**
   * Most memory in MiB the whole process may grow by during one job: bytes that are unpacked lie outside the objects of
   * the thread, and no bound of its own holds for them. Left out: no limit.
   */
  readonly growth?: number;
  /** Longest time in ms for one job; null for no limit. */
  readonly time: number | null;
}

/** What a worker answers a job with, and what it tells meanwhile. */
export type ThreadAnswer = { readonly error: unknown } | { readonly value: unknown } | { readonly told: unknown };

/** A job took longer than its thread gives one. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

/** A job took more memory than its thread gives one. */
export class TooLargeForThread extends Error {
  override readonly name = 'TooLargeForThread';
}

/** How often in ms it is looked at how much the process has grown. */
const LOOK = 50;
const MIB = 1024 * 1024;

interface Asked<Job> {
  readonly job: Job;
  readonly handedOver: readonly ArrayBuffer[];
  readonly tell: (told: unknown) => void;
  readonly done: (value: unknown) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * A worker thread that is started when it is asked something, and ended when it has not been for long. It does one job
 * at a time; the others wait here. A job that takes too much memory or time ends the thread and fails alone: who waits
 * behind it gets another thread.
 */
export class Thread<Job> {
  private readonly waiting: Asked<Job>[] = [];
  private current: Asked<Job> | null = null;
  private worker: Worker | null = null;
  private clock: NodeJS.Timeout | null = null;
  private scales: NodeJS.Timeout | null = null;

  /** @param file  a worker that calls `answerJobs` of ./answer-jobs. */
  constructor(
    private readonly file: string,
    private readonly limits: ThreadLimits,
  ) {}

  /**
   * @param handedOver  memory of the job that goes to the thread without being copied, and is gone on this side.
   * @param tell        is told what the thread says while it works.
   * @throws what the thread failed with, TooSlow, or why it ended.
   */
  ask(
    job: Job,
    handedOver: readonly ArrayBuffer[] = [],
    tell: (told: unknown) => void = () => undefined,
  ): Promise<unknown> {
    return new Promise((done, failed) => {
      this.waiting.push({ job, handedOver, tell, done, failed });
      this.goOn();
    });
  }

  /** Ends the thread; what it was asked fails. Who asks again gets another. */
  async close(): Promise<void> {
    const { worker } = this;
    const all = [...(this.current ? [this.current] : []), ...this.waiting.splice(0)];
    this.forget();
    for (const { failed } of all) failed(ended());
    await worker?.terminate();
  }

  private goOn(): void {
    if (this.current) return;
    this.stopClock();
    const asked = this.waiting.shift();
    if (!asked) return this.rest();
    this.current = asked;
    const worker = (this.worker ??= this.start());
    if (this.limits.time !== null)
      this.setClock(this.limits.time, () => this.end(worker, new TooSlow('The job took too long')));
    this.weigh(worker);
    try {
      worker.postMessage(asked.job, [...asked.handedOver]);
    } catch (error) {
      this.settle(({ failed }) => failed(error));
    }
  }

  private rest(): void {
    if (this.worker) this.setClock(KEEP, () => void this.close());
  }

  private start(): Worker {
    const worker = new Worker(this.file, { resourceLimits: { maxOldGenerationSizeMb: this.limits.memory } });
    worker.unref();
    worker.on('message', (answer: ThreadAnswer) => {
      if (worker !== this.worker) return;
      if ('told' in answer) return this.current?.tell(answer.told);
      this.settle(({ done, failed }) => ('error' in answer ? failed(answer.error) : done(answer.value)));
    });
    worker.on('error', (error) => this.lose(worker, error));
    worker.on('exit', () => this.lose(worker, ended()));
    return worker;
  }

  private end(worker: Worker, error: Error): void {
    this.lose(worker, error);
    void worker.terminate();
  }

  private weigh(worker: Worker): void {
    const { growth } = this.limits;
    if (growth === undefined) return;
    const most = process.memoryUsage.rss() + growth * MIB;
    this.scales = setInterval(() => {
      if (process.memoryUsage.rss() > most) this.end(worker, new TooLargeForThread('The job took too much memory'));
    }, LOOK).unref();
  }

  private lose(worker: Worker, error: unknown): void {
    if (worker !== this.worker) return;
    this.worker = null;
    this.settle(({ failed }) => failed(error));
  }

  private settle(answer: (asked: Asked<Job>) => void): void {
    const asked = this.current;
    this.current = null;
    if (asked) answer(asked);
    this.goOn();
  }

  private forget(): void {
    this.stopClock();
    this.worker = null;
    this.current = null;
  }

  private setClock(ms: number, ring: () => void): void {
    this.clock = setTimeout(ring, ms).unref();
  }

  private stopClock(): void {
    if (this.clock) clearTimeout(this.clock);
    if (this.scales) clearInterval(this.scales);
    [this.clock, this.scales] = [null, null];
  }
}

function ended(): Error {
  return new Error('The thread has ended');
}
