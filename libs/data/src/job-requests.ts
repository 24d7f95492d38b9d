import type { AgreementId, JobId, RoundId } from '@enig/kernel';
import type { DataSource } from 'typeorm';
import { askJob, type NewJob } from './jobs/asking';

/** Asks for jobs where nothing else is written with them. */
export class JobRequests {
  constructor(private readonly source: DataSource) {}

  /**
   * As `askJob`, in a transaction of its own.
   *
   * @param round  what a paper is about: who asks while something is left out of it waits until that is done, so that
   *   what ends a round's papers (HE-50) ends all of them.
   */
  ask(job: NewJob, round: RoundId | null = null): Promise<JobId> {
    return this.source.transaction(async (manager) => {
      if (round !== null) await manager.query('SELECT id FROM hearing_round WHERE id = $1 FOR SHARE', [round]);
      return askJob(manager, job);
    });
  }

  /** The same for what is about a whole agreement, and so about each of its rounds. */
  askAbout(job: NewJob, agreement: AgreementId): Promise<JobId> {
    return this.source.transaction(async (manager) => {
      await manager.query('SELECT id FROM hearing_round WHERE agreement = $1 ORDER BY id FOR SHARE', [agreement]);
      return askJob(manager, job);
    });
  }
}
