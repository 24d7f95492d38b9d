import type { DocumentModel } from '@enig/documents';
import { sha256, type Sha256 } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { Busy } from '../core/errors';
import type { FileFormat } from './document-jobs';
import { DocumentThreads } from './document-threads';

/** Most bytes of files that are kept; a meeting's pack has a few hundred thousand. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Most files that are being made or wait for it: each takes up to some seconds of the one thread. */
const MOST_MADE = 24;

/**
 * Files of what is heard and of receipts, made once: what is heard is frozen, so the same document is the same file, and
 * on the day a hearing opens everybody asks for the same few. What was used last is kept longest. Nothing is kept beside the process:
 * another node, or this one after a start, makes them again.
 */
@Injectable()
export class MadeDocuments {
  /** From the one that was asked for longest ago to the latest. */
  private readonly kept = new Map<Sha256, Uint8Array>();
  private readonly making = new Map<Sha256, Promise<Uint8Array>>();
  private bytes = 0;

  constructor(private readonly threads: DocumentThreads) {}

  /** The document as a file. @throws Busy where too many wait · what the making did */
  async file(format: FileFormat, model: DocumentModel): Promise<Uint8Array> {
    const key = sha256(new TextEncoder().encode(JSON.stringify([format, model])));
    const kept = this.kept.get(key);
    if (kept) {
      this.keep(key, kept);
      return kept;
    }
    return this.making.get(key) ?? this.make(key, format, model);
  }

  private make(key: Sha256, format: FileFormat, model: DocumentModel): Promise<Uint8Array> {
    if (this.making.size >= MOST_MADE) throw new Busy('Too many documents are waited for');
    const made = this.threads
      .make(format, model)
      .then((file) => {
        this.keep(key, file);
        return file;
      })
      .finally(() => this.making.delete(key));
    this.making.set(key, made);
    return made;
  }

  private keep(key: Sha256, file: Uint8Array): void {
    this.forget(key);
    this.kept.set(key, file);
    this.bytes += file.length;
    for (const [oldest] of this.kept) {
      if (this.bytes <= MOST_BYTES) return;
      this.forget(oldest);
    }
  }

  private forget(key: Sha256): void {
    this.bytes -= this.kept.get(key)?.length ?? 0;
    this.kept.delete(key);
  }
}
