import type { Outcome } from './committer';
import type { Entry } from './entry';
import type { Intake } from './intake';
import type { UpdateRefused } from '../ports';
import type { Room } from './room';
import type { Commit } from './tail';

/** Entries the log took, by room. */
export type Commits = ReadonlyMap<Room, readonly Commit[]>;

/** Entries of one connection the log did not take, and why it did not take the first of them. */
export interface Refusal {
  readonly code: UpdateRefused | 'STALE';
  readonly entries: Entry[];
}

/** What became of a batch, by whom it concerns. */
export function sorted(outcomes: readonly Outcome<Entry>[]): {
  readonly commits: Commits;
  readonly refused: ReadonlyMap<Intake, Refusal>;
} {
  const commits = new Map<Room, Commit[]>();
  const refused = new Map<Intake, Refusal>();
  for (const { entry, appended } of outcomes) {
    const { intake } = entry;
    if (appended.ok) {
      const its = commits.get(intake.room) ?? [];
      commits.set(intake.room, its);
      its.push({ entry, seq: appended.seq });
    } else {
      const refusal = refused.get(intake) ?? { code: appended.code, entries: [] };
      refused.set(intake, refusal);
      refusal.entries.push(entry);
    }
  }
  return { commits, refused };
}
