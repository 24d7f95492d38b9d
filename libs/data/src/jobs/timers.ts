import { instantOf, type Instant, type Json } from '@enig/kernel';
import type { DataSource, EntityManager } from 'typeorm';

/** A transaction under way; who has none of libs/data's tasks hands it on and asks it nothing. */
export type Transaction = EntityManager;

/** What can be done when a time has come. da: timertype */
export type TimerKind = 'reminder' | 'decisionReminder' | 'agreementTurn';

/** Something that is to happen at a time. */
export interface NewTimer {
  /** Names it for ever: what has fired once is not set again. A new plan has new keys, as with the new deadline in them. */
  readonly key: string;
  readonly kind: TimerKind;
  /** What it is about, as the id of a round: by it all of a kind are dropped. */
  readonly subject: string;
  readonly dueAt: Instant;
  /** What it needs, and nothing confidential. */
  readonly payload: Json;
}

/** A timer whose time has come. */
export type DueTimer = NewTimer;

/**
 * Sets a timer, inside the caller's transaction (OP-3). One of the same key that has not fired is moved; one that has
 * fired, or does so at this very moment, is left as it is.
 */
export async function setTimer(manager: EntityManager, timer: NewTimer): Promise<void> {
  const { key, kind, subject, dueAt, payload } = timer;
  await manager.query(
    `WITH moved AS (
       UPDATE timer SET due_at = $4, next_at = $4, payload = $5, set_at = clock_timestamp(), failures = 0
       WHERE key = (SELECT key FROM timer WHERE key = $1 AND fired_at IS NULL FOR UPDATE SKIP LOCKED)
       RETURNING key)
     INSERT INTO timer (key, kind, subject, due_at, next_at, payload)
     SELECT $1::text, $2::text, $3::text, $4::timestamptz, $4::timestamptz, $5::jsonb WHERE NOT EXISTS (SELECT FROM moved)
     ON CONFLICT (key) DO NOTHING`,
    [key, kind, subject, dueAt, JSON.stringify(payload)],
  );
}

/**
 * Drops what has not fired of one kind about one subject, inside the caller's transaction: it is superseded. One that
 * fires at this very moment is not waited for, since it may be waiting for a lock the caller has: whoever handles a timer
 * looks, under the lock of its subject, whether it still is what is wanted.
 *
 * @returns the keys of what was dropped.
 */
export async function dropTimers(
  manager: EntityManager,
  subject: string,
  kind: TimerKind,
): Promise<ReadonlySet<string>> {
  const [dropped] = await manager.query<[{ key: string }[], number]>(
    `DELETE FROM timer WHERE key IN (
       SELECT key FROM timer WHERE subject = $1 AND kind = $2 AND fired_at IS NULL FOR UPDATE SKIP LOCKED)
     RETURNING key`,
    [subject, kind],
  );
  return new Set(dropped.map(({ key }) => key));
}

/** What is done when a time has come, in the transaction in which it is noted that it was done. */
export type FireTimer = (transaction: Transaction, timer: DueTimer) => Promise<void>;

/** In s: after the first failure, and at the longest. */
const PAUSE = { first: 60, longest: 3_600 };

interface TimerRow {
  readonly key: string;
  readonly kind: TimerKind;
  readonly subject: string;
  readonly due_at: Date;
  readonly payload: Json;
}

/** Fires timers (OP-3). Several processes may: a timer that one of them is firing is passed over by the others. */
export class TimerStore {
  constructor(private readonly source: DataSource) {}

  /**
   * Fires the timer that is most overdue, in one transaction with its effect: both are committed, or neither. One that
   * fails is tried again after a pause, so that the others are not kept waiting.
   *
   * @returns whether there was one.
   * @throws what `fire` does.
   */
  async fireNext(kinds: readonly TimerKind[], fire: FireTimer): Promise<boolean> {
    let taken: string | null = null;
    try {
      return await this.source.transaction(async (manager) => {
        const [row] = await manager.query<TimerRow[]>(
          `SELECT key, kind, subject, due_at, payload FROM timer
           WHERE fired_at IS NULL AND next_at <= clock_timestamp() AND kind = ANY ($1)
           ORDER BY next_at, key LIMIT 1 FOR UPDATE SKIP LOCKED`,
          [kinds],
        );
        if (!row) return false;
        const { due_at: dueAt, ...timer } = row;
        taken = row.key;
        await fire(manager, { ...timer, dueAt: instantOf(dueAt) });
        await manager.query('UPDATE timer SET fired_at = clock_timestamp() WHERE key = $1', [row.key]);
        return true;
      });
    } catch (error) {
      if (taken !== null) await this.postpone(taken);
      throw error;
    }
  }

  private async postpone(key: string): Promise<void> {
    await this.source.query(
      `UPDATE timer SET failures = failures + 1,
         next_at = clock_timestamp() + make_interval(secs => least($2 * power(2, least(failures, 10)), $3))
       WHERE key = $1 AND fired_at IS NULL`,
      [key, PAUSE.first, PAUSE.longest],
    );
  }
}
