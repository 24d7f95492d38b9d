import type { Ports } from '@enig/collab';
import type { TextId } from '@enig/kernel';
import type { DataSource, QueryRunner } from 'typeorm';
import * as Y from 'yjs';
import { docOf } from './text-content';
import { KEEP_SNAPSHOT, READ_LOGS, readLogs, updatesOf, type LogRow } from './text-snapshot';

/** One number for "somebody is erasing in this database". */
const ERASING = 1_795_200_001;

/** How long in days what somebody had made is kept for them to fetch. */
const PAPER_DAYS = 30;

/** Texts of which something is left that is due: what that is, the database alone says. $1: days. */
const DUE = `
  SELECT r.text FROM response r
  WHERE EXISTS (SELECT FROM text_update u WHERE u.text = r.text AND u.seq <= drafts_due_through(r.text, $1))
  UNION ALL SELECT c.text FROM case_paper c
  WHERE EXISTS (SELECT FROM text_update u WHERE u.text = c.text AND u.seq <= drafts_due_through(c.text, $1))`;

/**
 * Removes from the logs of responses and cases what their writers took back before they were sent, or before nobody could send
 * them any more, the documents and annexes they took out before that, and files nothing came to refer to (CO-27).
 */
export class TextEraser {
  /** @param fold  where that is done; here, if nobody says. */
  constructor(
    private readonly source: DataSource,
    private readonly fold: Ports['fold'] = foldHere,
  ) {}

  /**
   * Erases everything that is due. Where somebody else is at it, nothing is done.
   *
   * @param days  how long a text's drafts are kept after it was sent in, its round closed or its agreement abandoned,
   *              or, where it was sent and corrected, its round ended; and files nobody uses, at least a week.
   * @returns how many texts lost their drafts.
   */
  async eraseDue(days: number): Promise<number> {
    const lock = this.source.createQueryRunner();
    try {
      const [free]: { is_free: boolean }[] = await lock.query('SELECT pg_try_advisory_lock($1) AS is_free', [ERASING]);
      return free?.is_free ? await this.eraseAlone(lock, days) : 0;
    } finally {
      await lock.release();
    }
  }

  private async eraseAlone(lock: QueryRunner, days: number): Promise<number> {
    try {
      const due: { text: TextId }[] = await lock.query(DUE, [days]);
      for (const { text } of due) await this.erase(text, days);
      await lock.query('SELECT erase_removed_files($1)', [days]);
      await lock.query('SELECT erase_job_files($1)', [PAPER_DAYS]);
      await lock.query('SELECT erase_unused_files($1)', [days]);
      return due.length;
    } finally {
      await lock.query('SELECT pg_advisory_unlock($1)', [ERASING]);
    }
  }

  /** Folded first and without a lock: what is kept is there for good, and whoever erases sees whether it is enough. */
  private async erase(text: TextId, days: number): Promise<void> {
    const log = readLogs([text], await this.source.query<LogRow[]>(READ_LOGS, [[text]])).get(text);
    if (log && log.tail.length > 0)
      await this.source.query(KEEP_SNAPSHOT, [text, log.seq, Buffer.from(await this.fold(updatesOf(log)))]);
    await this.source.query('SELECT erase_text_updates($1, $2)', [text, days]);
  }
}

async function foldHere(updates: readonly Uint8Array[]): Promise<Uint8Array> {
  const doc = docOf(updates);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
