import { sha256, type BodyId, type JobId, type Json, type PersonId, type Sha256 } from '@enig/kernel';
import type { SeatKind } from '@enig/access';
import type { DataSource, EntityManager } from 'typeorm';
import type { Announce } from '../agreement-change';
import { sendLetters, type NewLetter } from '../letters/outbox';
import type { JobKind } from './asking';

/** How far a job is. da: jobtilstand */
export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** A job as it stands. */
export interface JobView {
  readonly id: JobId;
  readonly kind: JobKind;
  readonly payload: Json;
  readonly person: PersonId;
  readonly body: BodyId;
  readonly capacity: SeatKind;
  readonly path: string | null;
  readonly state: JobState;
  /** How much of it is done, of how much; null as long as nobody can say. */
  readonly done: number;
  readonly total: number | null;
  /** The code of the sentence that says what is happening, or why it failed. */
  readonly message: string | null;
  readonly file: { readonly sha256: Sha256; readonly name: string } | null;
  /** How often somebody has begun it. */
  readonly attempts: number;
}

/** What a job has made. */
export interface Made {
  readonly bytes: Uint8Array;
  /** What the file is called when it is saved. */
  readonly name: string;
  readonly mediaType: string;
}

/** How long in s who has a job may be silent before it is somebody else's. */
const LEASE_SECONDS = 30;
/** A job whose workers have died this often is not begun again: it may be what killed them. */
const MOST_ATTEMPTS = 3;
/** Who has waited longer than this many s is told by a letter. */
const LONG_WAIT_SECONDS = 30;

interface JobRow extends Omit<JobView, 'file'> {
  readonly file: Sha256 | null;
  readonly file_name: string | null;
}

const COLUMNS = `id, kind, payload, person, body, capacity, path, state, done, total, message, attempts, file, file_name`;

/**
 * Jobs that workers take (OP-4). Who has taken one has it for as long as they give signs of life; whoever has lost it
 * changes nothing any more: `lease` is asked for in every statement.
 */
export class JobStore {
  constructor(
    private readonly source: DataSource,
    private readonly announce: Announce,
    private readonly leaseSeconds = LEASE_SECONDS,
  ) {}

  /** One job; null for no such job. */
  async job(id: JobId): Promise<JobView | null> {
    const [row] = await this.source.query<JobRow[]>(`SELECT ${COLUMNS} FROM job WHERE id = $1`, [id]);
    return row ? viewOf(row) : null;
  }

  /** Stops a job that is not over. @returns whether it was not. */
  async cancel(id: JobId): Promise<boolean> {
    return this.change(
      id,
      `UPDATE job SET state = 'cancelled', lease = NULL, leased_until = NULL, finished_at = clock_timestamp()
       WHERE id = $1 AND state IN ('waiting', 'running')`,
    );
  }

  /** Takes the job that has waited longest, or one whose worker is silent. @returns null where there is none. */
  async take(kinds: readonly JobKind[], lease: string): Promise<JobView | null> {
    await this.giveUp();
    const [rows] = await this.source.query<[JobRow[], number]>(
      `UPDATE job SET state = 'running', lease = $2, attempts = attempts + 1, done = 0, total = NULL, message = NULL,
         leased_until = clock_timestamp() + make_interval(secs => $3)
       WHERE id = (
         SELECT id FROM job
         WHERE kind = ANY ($1) AND (state = 'waiting' OR (state = 'running' AND leased_until < clock_timestamp()))
         ORDER BY asked_at FOR UPDATE SKIP LOCKED LIMIT 1)
       RETURNING ${COLUMNS}`,
      [kinds, lease, this.leaseSeconds],
    );
    const [row] = rows;
    if (row) await this.announce({ topic: 'job', id: row.id });
    return row ? viewOf(row) : null;
  }

  /** A sign of life. @returns whether the job is still whose lease it is: not stopped, and not somebody else's. */
  async beat(id: JobId, lease: string): Promise<boolean> {
    const [, beaten] = await this.source.query<[unknown, number]>(
      `UPDATE job SET leased_until = clock_timestamp() + make_interval(secs => $3)
       WHERE id = $1 AND lease = $2 AND state = 'running'`,
      [id, lease, this.leaseSeconds],
    );
    return beaten > 0;
  }

  /** How far it is; also a sign of life. @returns as {@link beat}. */
  async progress(id: JobId, lease: string, at: Pick<JobView, 'done' | 'total' | 'message'>): Promise<boolean> {
    return this.change(
      id,
      `UPDATE job SET done = $3, total = $4, message = $5,
         leased_until = clock_timestamp() + make_interval(secs => $6)
       WHERE id = $1 AND lease = $2 AND state = 'running'`,
      [lease, at.done, at.total, at.message, this.leaseSeconds],
    );
  }

  /**
   * Keeps what was made, and tells who has waited long, in one transaction.
   *
   * @param letter  what they are told; null for nothing.
   * @returns whether it was kept: nothing is of a job that was stopped or has become somebody else's.
   */
  async finish(id: JobId, lease: string, made: Made, letter: NewLetter | null): Promise<boolean> {
    const isKept = await this.source.transaction(async (manager) => {
      const waited = await lockJob(manager, id, lease);
      if (waited === null) return false;
      const hash = sha256(made.bytes);
      await manager.query(
        `INSERT INTO file (sha256, media_type, size, bytes) VALUES ($1, $2, $3, $4) ON CONFLICT (sha256) DO NOTHING`,
        [hash, made.mediaType, made.bytes.length, Buffer.from(made.bytes)],
      );
      await manager.query(
        `UPDATE job SET state = 'done', lease = NULL, leased_until = NULL, finished_at = clock_timestamp(),
           done = coalesce(total, done), message = NULL, file = $2, file_name = $3 WHERE id = $1`,
        [id, hash, made.name],
      );
      if (letter && waited > LONG_WAIT_SECONDS) await sendLetters(manager, [letter]);
      return true;
    });
    if (isKept) await this.announce({ topic: 'job', id });
    return isKept;
  }

  /**
   * It did not succeed, and whoever asked has to ask again.
   *
   * @param reason  the code of the sentence that says why; null where nobody could make anything of it.
   */
  async fail(id: JobId, lease: string, reason: string | null): Promise<void> {
    await this.change(
      id,
      `UPDATE job SET state = 'failed', lease = NULL, leased_until = NULL, finished_at = clock_timestamp(),
         message = $3 WHERE id = $1 AND lease = $2 AND state = 'running'`,
      [lease, reason],
    );
  }

  /** Lets go of a job unfinished, for the next worker to begin at once; this time does not count. */
  async putBack(id: JobId, lease: string): Promise<void> {
    await this.change(
      id,
      `UPDATE job SET state = 'waiting', lease = NULL, leased_until = NULL, attempts = attempts - 1
       WHERE id = $1 AND lease = $2 AND state = 'running'`,
      [lease],
    );
  }

  private async giveUp(): Promise<void> {
    const [rows] = await this.source.query<[{ id: JobId }[], number]>(
      `UPDATE job SET state = 'failed', lease = NULL, leased_until = NULL, finished_at = clock_timestamp(),
         message = NULL
       WHERE state = 'running' AND leased_until < clock_timestamp() AND attempts >= $1 RETURNING id`,
      [MOST_ATTEMPTS],
    );
    for (const { id } of rows) await this.announce({ topic: 'job', id });
  }

  private async change(id: JobId, sql: string, more: readonly unknown[] = []): Promise<boolean> {
    const [, changed] = await this.source.query<[unknown, number]>(sql, [id, ...more]);
    if (changed > 0) await this.announce({ topic: 'job', id });
    return changed > 0;
  }
}

/** Locks a job for who has it. @returns how long in s it has been waited for; null where it is not theirs any more. */
async function lockJob(manager: EntityManager, id: JobId, lease: string): Promise<number | null> {
  const [row] = await manager.query<{ waited: string }[]>(
    `SELECT extract(epoch FROM clock_timestamp() - asked_at) AS waited FROM job
     WHERE id = $1 AND lease = $2 AND state = 'running' FOR UPDATE`,
    [id, lease],
  );
  return row ? Number(row.waited) : null;
}

function viewOf({ file, file_name: name, ...row }: JobRow): JobView {
  const isGiven = row.state === 'done' && file !== null && name !== null;
  return { ...row, file: isGiven ? { sha256: file, name } : null };
}
