import { ScreeningStore, type NewInspection } from '@enig/data';
import { isSha256 } from '@enig/kernel';
import { formatList } from '@enig/messages';
import { Injectable } from '@nestjs/common';
import { NotFound } from '../core/errors';
import type { AppViewer } from '../core/viewer';
import type { FileThreads } from '../threads/file-threads';
import { wordPlace } from './places';

/** What was seen in files, as those who put them there are told: each was looked through when it came in. */
@Injectable()
export class FileWarnings {
  constructor(private readonly store: ScreeningStore) {}

  /** Sentences, none where nothing was found. @throws NotFound for what is no file's hash */
  async of(viewer: AppViewer, { sha256, name }: { readonly sha256: string; readonly name: string }): Promise<string[]> {
    if (!isSha256(sha256)) throw new NotFound('file');
    const seen = await this.store.lastInspection(sha256);
    if (!seen) return [viewer.say('screening.file.unseen', { name })];
    const { numbers, unread, kind } = seen;
    const places = formatList(numbers.map((each) => wordPlace(viewer.say, each)));
    const count = numbers.reduce((sum, each) => sum + each.count, 0);
    const missed =
      kind === 'refused' ? [{ why: 'refused', number: null }] : unread.filter(({ why }) => why !== 'author');
    const isSigned = unread.some(({ why }) => why === 'author');
    const unreadPlaces = formatList(missed.map(({ why, number }) => wordPlace(viewer.say, { place: why, number })));
    return [
      ...(count > 0 ? [viewer.say('screening.file.numbers', { count, name, places })] : []),
      ...(isSigned ? [viewer.say('screening.file.author', { name })] : []),
      ...(missed.length > 0 ? [viewer.say('screening.file.unread', { name, places: unreadPlaces })] : []),
    ];
  }
}

/**
 * What is kept of what a reader saw in a file; it was taken by its name when it came in, here only what it says is asked.
 *
 * @returns null where reading it took too long or too much, which may be the machine's doing and says nothing of the file.
 */
export async function inspected(threads: FileThreads, bytes: Uint8Array): Promise<NewInspection | null> {
  const seen = await threads.inspect(bytes, '', 'worker');
  if (seen.ok) return seen.value;
  return seen.error.code === 'HE-45-FILE-TOO-HEAVY' ? null : { kind: 'refused', numbers: [], unread: [] };
}
