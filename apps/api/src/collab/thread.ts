import { Worker } from 'node:worker_threads';

/** Most memory in MiB a thread may take: some thirty times the largest text that was ever folded. */
const MEMORY = 512;
/** How long in ms a thread is kept without work. */
const KEEP = 60_000;

type Answer = { readonly id: number } & ({ readonly error: unknown } | { readonly value: unknown });

/** A thread that has been started, and who waits for its answers. */
class Running {
  readonly waiting = new Map<number, { done: (value: unknown) => void; failed: (error: unknown) => void }>();

  constructor(readonly worker: Worker) {
    worker.unref();
    worker.on('error', (error) => this.fail(error));
    worker.on('exit', () => this.fail(new Error('The thread has ended')));
  }

  private fail(error: unknown): void {
    const all = [...this.waiting.values()];
    this.waiting.clear();
    for (const { failed } of all) failed(error);
  }
}

/** A worker thread that is started when it is asked something, and ended when it has not been for long. */
export class Thread<Job> {
  private running: Running | null = null;
  private count = 0;
  private rest: NodeJS.Timeout | null = null;

  /** @param file  hears `{ id, job }`, one after the other, and answers `{ id, value }` or `{ id, error }`. */
  constructor(private readonly file: string) {}

  /** @throws what the thread failed with, or why it ended. */
  ask(job: Job, handedOver: readonly ArrayBuffer[]): Promise<unknown> {
    const { worker, waiting } = (this.running ??= this.start());
    const id = (this.count += 1);
    if (this.rest) clearTimeout(this.rest);
    return new Promise((done, failed) => {
      waiting.set(id, { done, failed });
      worker.postMessage({ id, job }, [...handedOver]);
    });
  }

  private start(): Running {
    const worker = new Worker(this.file, { resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
    const running = new Running(worker);
    worker.on('message', (answer: Answer) => this.hear(running, answer));
    for (const end of ['error', 'exit']) worker.on(end, () => this.leave(running));
    return running;
  }

  private hear(running: Running, answer: Answer): void {
    const asked = running.waiting.get(answer.id);
    running.waiting.delete(answer.id);
    if ('error' in answer) asked?.failed(answer.error);
    else asked?.done(answer.value);
    if (running.waiting.size === 0 && running === this.running)
      this.rest = setTimeout(() => void this.close(), KEEP).unref();
  }

  private leave(running: Running): void {
    if (this.running === running) this.running = null;
  }

  /** Ends the thread; what it was asked fails. Who asks again gets another. */
  async close(): Promise<void> {
    if (this.rest) clearTimeout(this.rest);
    const running = this.running;
    this.running = null;
    await running?.worker.terminate();
  }
}
