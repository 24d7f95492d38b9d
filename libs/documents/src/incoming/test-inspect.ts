import type { FileRefused } from '@enig/hearing';
import type { Result } from '@enig/kernel';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { InspectedFile } from './inspected';

type Inspected = Result<InspectedFile, FileRefused>;

/** For specs only: a thread of plain Node that reads files. */
export class TestReader {
  private readonly worker = new Worker(join(__dirname, 'test-worker.cjs'));
  private readonly waiting = new Map<number, { done: (value: Inspected) => void; failed: (error: unknown) => void }>();
  private count = 0;

  constructor() {
    this.worker.on('message', ({ id, ...answer }: { id: number; value?: Inspected; error?: unknown }) => {
      const asked = this.waiting.get(id);
      this.waiting.delete(id);
      if (answer.value) asked?.done(answer.value);
      else asked?.failed(answer.error);
    });
    this.worker.on('error', (error) => this.waiting.forEach(({ failed }) => failed(error)));
  }

  /** What `inspectFile` says of a file. */
  read(bytes: Uint8Array, name: string): Promise<Inspected> {
    const id = (this.count += 1);
    return new Promise((done, failed) => {
      this.waiting.set(id, { done, failed });
      this.worker.postMessage({ id, bytes: new Uint8Array(bytes), name });
    });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}
