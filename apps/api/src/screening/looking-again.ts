import { FileStore, LookingThrough, ScreeningStore, type Bus } from '@enig/data';
import type { RoundId, Sha256 } from '@enig/kernel';
import type { Ground } from '../core/core.module';
import type { Work } from '../jobs/work';
import { FileThreads } from '../threads/file-threads';
import { inspected } from './file-warnings';

/**
 * After a better finder has come with a new version of Enig: looks through files an older one has seen, and then the
 * rounds that are published or that papers were made of, one at a time, so that nobody waits for it on a page. What
 * cannot be read now, as when the machine is busy, is left for when the process begins anew, and is not published
 * meanwhile.
 *
 * @param threads  where files are read; they are ended with the search.
 */
export function lookingAgain(
  work: Pick<Work, 'searches'>,
  { source, bus }: Pick<Ground, 'source'> & { readonly bus: Pick<Bus, 'announce'> },
  threads = new FileThreads(),
): void {
  const looking = new LookingThrough(source, bus.announce);
  const store = new ScreeningStore({ source, announce: bus.announce });
  const files = new FileStore(source);
  const [tried, seen]: [Sha256[], RoundId[]] = [[], []];
  const nextFile = async (): Promise<boolean> => {
    const sha256 = await looking.nextFile(tried);
    if (sha256 === null) return false;
    tried.push(sha256);
    const file = await files.read(sha256);
    const seen = file && (await inspected(threads, file.bytes));
    if (seen) await store.keepInspection(sha256, seen);
    return true;
  };
  const nextRound = async (): Promise<boolean> => {
    const round = await looking.nextRound(seen);
    if (round === null) return false;
    seen.push(round);
    await looking.tellOfFindings(round);
    await bus.announce({ topic: 'round', id: round });
    return true;
  };
  work.searches.push({
    next: async () => (await nextFile()) || nextRound(),
    close: () => threads.onModuleDestroy(),
  });
}
