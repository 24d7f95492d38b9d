import { err, ok, type Result, type SectionId } from '@enig/kernel';
import type { Draft } from './freeze';

/** Why an agreement is not copied: one of its texts cannot be read (AG-26). `title` is that of its section. */
export type CopyRefused = {
  readonly code: 'AG-26-COPY-UNREADABLE';
  readonly section: SectionId;
  readonly title: string;
};

/** Whether an agreement can be copied: every text that stands in it can be read (AG-26). */
export function checkCopy(draft: Draft): Result<null, CopyRefused> {
  const unreadable = draft.parts.flatMap(({ sections }) => sections).find(({ isUnreadable }) => isUnreadable);
  if (!unreadable) return ok(null);
  return err({ code: 'AG-26-COPY-UNREADABLE', section: unreadable.id, title: unreadable.title });
}
