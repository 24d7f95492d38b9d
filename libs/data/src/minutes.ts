import type { EntityManager } from 'typeorm';
import type { FileInspectionRow } from './screening/rows';

/**
 * Of files that are minutes those that only who put them there and the party's own people read: nobody has looked them
 * through yet, or something in them looks like a personal number or could not be read (AP-20). That they say who wrote
 * them is no reason: whoever keeps minutes is named in them.
 */
export async function heldMinutes(manager: EntityManager, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set();
  const seen = await manager.query<Pick<FileInspectionRow, 'sha256' | 'kind' | 'numbers' | 'unread'>[]>(
    `SELECT DISTINCT ON (sha256) sha256, kind, numbers, unread FROM file_inspection
     WHERE sha256 = ANY ($1) ORDER BY sha256, finder DESC`,
    [[...new Set(hashes)]],
  );
  const open = new Set<string>(seen.filter(isForAll).map(({ sha256 }) => sha256));
  return new Set(hashes.filter((hash) => !open.has(hash)));
}

/** Whether what was seen in minutes keeps nobody from reading them. */
export function isForAll({ kind, numbers, unread }: Pick<FileInspectionRow, 'kind' | 'numbers' | 'unread'>): boolean {
  return kind !== 'refused' && numbers.length === 0 && unread.every(({ why }) => why === 'author');
}
