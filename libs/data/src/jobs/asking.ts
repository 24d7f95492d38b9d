import { randomUUID } from 'node:crypto';
import type { JobId, Json, PersonId } from '@enig/kernel';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../act';
import { pathInside } from '../letters/outbox';

/** What can be made by a worker while somebody waits and sees how far it is. da: jobtype */
export type JobKind = 'bundle' | 'case' | 'cases' | 'memo' | 'used' | 'onePage';

/** Something a worker is asked to make. */
export interface NewJob {
  /** Names what is asked for, as `memo:<round>:docx`: the same asked twice by the same person is made once. */
  readonly key: string;
  readonly kind: JobKind;
  /** What it needs: ids, and nothing confidential. */
  readonly payload: Json;
  /** Who sees it, stops it and fetches what was made; nobody else does. */
  readonly askedBy: Actor;
  /** The page it is asked for on. Who waits long is told by a letter that leads back there; without it, by none. */
  readonly path?: string;
}

/**
 * Asks for a job, inside the caller's transaction (OP-4). One of the same key that is under way or done is the answer;
 * one that failed or was stopped begins anew.
 */
export async function askJob(manager: EntityManager, job: NewJob): Promise<JobId> {
  const { key, kind, payload, askedBy, path } = job;
  const { person, body, capacity } = askedBy;
  const [row] = await manager.query<{ id: JobId }[]>(
    `INSERT INTO job (id, key, kind, payload, person, body, capacity, path) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (key, person) DO UPDATE
     SET state = 'waiting', payload = $4, body = $6, capacity = $7, path = $8, asked_at = clock_timestamp(), attempts = 0,
       done = 0, total = NULL, message = NULL, finished_at = NULL
     WHERE job.state IN ('failed', 'cancelled')
     RETURNING id`,
    [
      randomUUID(),
      key,
      kind,
      JSON.stringify(payload),
      person,
      body,
      capacity,
      path === undefined ? null : pathInside(path),
    ],
  );
  return row ? row.id : jobThereAlready(manager, key, person);
}

/** Asked apart: somebody else's row, committed a moment ago, is seen by the next statement only. */
async function jobThereAlready(manager: EntityManager, key: string, person: PersonId): Promise<JobId> {
  const [row] = await manager.query<{ id: JobId }[]>('SELECT id FROM job WHERE key = $1 AND person = $2', [
    key,
    person,
  ]);
  if (!row) throw new Error('The job was not stored');
  return row.id;
}
