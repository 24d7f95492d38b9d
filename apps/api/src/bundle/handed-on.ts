import { FileStore, isForAll, type FileRow } from '@enig/data';
import { brandId, type Sha256 } from '@enig/kernel';
import type { Say } from '@enig/messages';
import { FileThreads } from '../threads/file-threads';
import type { BundleAt } from './pieces';

/** Why a file that somebody sent in is not handed on with the case. */
export type HeldBack = 'personalNumber' | 'notReadThrough';

/** A file of somebody's that belongs to the case, or why it is held back. */
export type HandedOn = { readonly file: FileRow } | { readonly heldBack: HeldBack };

/**
 * Files of people in a case that is handed on (LO-7): one in which something looks like a personal number, or that no
 * program can read through, stays where it is, as everywhere else (AP-20). Each is read through anew, so that a better reader is heeded.
 */
export class HandedOnFiles {
  private readonly threads = new FileThreads();

  constructor(private readonly at: BundleAt) {}

  /** @throws Error for a file that is not kept */
  async of(sha256: string, name: string): Promise<HandedOn> {
    const file = await new FileStore(this.at.ground.source).read(brandId<Sha256>(sha256));
    if (!file) throw new Error(`The file ${sha256} is not kept`);
    const inspected = await this.threads.inspect(file.bytes, name, 'bundle');
    if (!inspected.ok) return { heldBack: 'notReadThrough' };
    if (isForAll(inspected.value)) return { file };
    return { heldBack: inspected.value.numbers.length > 0 ? 'personalNumber' : 'notReadThrough' };
  }

  close(): Promise<void> {
    return this.threads.onModuleDestroy();
  }
}

/** Why a file is not there, as people read it. */
export function wordHeldBack(say: Say, why: HeldBack): string {
  return say(`bundle.heldBack.${why}`);
}
