import type { AgreementId, Sha256 } from '@enig/kernel';
import type { SubmissionId } from '@enig/hearing';
import type { DataSource, EntityManager } from 'typeorm';

/** Where an agreement's log of acts ends: how many acts there are, and the hash that stands for all of them. */
export interface LogHead {
  readonly number: number;
  readonly hash: Sha256;
}

/**
 * Where an agreement's log ends as the caller's transaction sees it; what that transaction has logged itself is in it.
 * To be printed in whatever somebody keeps (LO-4). @returns null where nothing is logged.
 */
export async function headOf(manager: EntityManager, agreement: AgreementId): Promise<LogHead | null> {
  const [head] = await manager.query<LogHead[]>(
    'SELECT number, hash FROM act WHERE agreement = $1 ORDER BY number DESC LIMIT 1',
    [agreement],
  );
  return head ?? null;
}

/** Reads where logs end. */
export class LogReads {
  constructor(private readonly source: DataSource) {}

  /** As {@link headOf}. */
  head(agreement: AgreementId): Promise<LogHead | null> {
    return headOf(this.source.manager, agreement);
  }

  /**
   * Where the log ended when each answer was sent: the act that tells of it. A receipt names this one, so that it is the
   * same however late it is made.
   */
  async headsAt(agreement: AgreementId): Promise<ReadonlyMap<SubmissionId, LogHead>> {
    const rows = await this.source.query<(LogHead & { submission: SubmissionId })[]>(
      `SELECT facts ->> 'submission' AS submission, number, hash FROM act
       WHERE agreement = $1 AND kind IN ('submitResponse', 'replaceResponse')`,
      [agreement],
    );
    return new Map(rows.map(({ submission, number, hash }) => [submission, { number, hash }]));
  }
}
