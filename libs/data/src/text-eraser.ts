import type { Ports } from '@enig/collab';
import type { TextId } from '@enig/kernel';
import type { DataSource, QueryRunner } from 'typeorm';
import * as Y from 'yjs';
import { docOf } from './text-content';
import { KEEP_SNAPSHOT, READ_LOGS, readLogs, updatesOf, type LogRow } from './text-snapshot';

/** One number for "somebody is erasing in this database". */
const ERASING = 1_795_200_001;

/** Texts sent long enough ago, of which something is left that was taken back before. $1: days. */
const DUE = `
  SELECT DISTINCT r.text FROM submission s JOIN response r ON r.id = s.response
  WHERE s.submitted_at <= clock_timestamp() - make_interval(days => $1)
    AND EXISTS (SELECT FROM text_update u WHERE u.text = r.text AND u.seq <= s.text_seq)`;

/** Removes from the logs of what was sent in what its writers had taken back before (CO-27). */
export class TextEraser {
  /** @param fold  where that is done; here, if nobody says. */
  constructor(
    private readonly source: DataSource,
    private readonly fold: Ports['fold'] = foldHere,
  ) {}

  /**
   * Erases everything that is due. Where somebody else is at it, nothing is done.
   *
   * @param days  how long after it was sent in a text's drafts are kept.
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
