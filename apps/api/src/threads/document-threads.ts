import { join } from 'node:path';
import type { DocumentModel } from '@enig/documents';
import type { DocumentJob, FileFormat } from './document-jobs';
import { Thread } from './thread';

/** Beside this file among the sources, and beside the bundle it becomes a part of. */
const WORKER = join(__dirname, 'document-worker.cjs');
/** A document of a hundred pages takes a second and some tens of MiB. */
const LIMITS = { memory: 512, time: 60_000 };

/** Makes files of documents away from the serving thread, one after the other. */
export class DocumentThreads {
  private readonly thread = new Thread<DocumentJob>(WORKER, LIMITS);

  /**
   * The document as a file.
   *
   * @param set is called when its pages are set, and are only to be written.
   * @throws what the making did, TooSlow, or why the thread ended.
   */
  readonly make = async (
    format: FileFormat,
    model: DocumentModel,
    set: () => void = () => undefined,
  ): Promise<Uint8Array> => {
    return (await this.thread.ask({ make: format, model }, [], set)) as Uint8Array;
  };

  /** Ends the thread. What it was making fails. */
  async close(): Promise<void> {
    await this.thread.close();
  }
}
