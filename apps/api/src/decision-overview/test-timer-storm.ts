import { fork, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { connect, migrate, setTimer, type Database } from '@enig/data';
import { instantOf } from '@enig/kernel';
import { eventually } from '../collab/test-eventually';
import { OwnPostgres } from '../collab/test-own-postgres';

const WORKERS = 8;
const PAST = instantOf('2020-01-01T08:00:00.000Z');
/** Longest wait in ms for the rest, on a busy machine. */
const PATIENCE = 240_000;

/** What came of a storm. */
export interface Storm {
  readonly timers: number;
  /** Effects in the database: one each. */
  readonly effects: number;
  readonly distinct: number;
  /** Timers that are not noted as fired. */
  readonly left: number;
  readonly killed: number;
  readonly crashes: number;
}

/**
 * For specs only: overdue timers, eight workers that are killed at random and replaced, and a database that is stopped
 * hard while they fire. What each timer does is to add a row that nothing keeps from being added twice.
 */
export class TimerStorm {
  private workers: ChildProcess[] = [];

  private constructor(
    private readonly postgres: OwnPostgres,
    private owner: Database,
  ) {}

  static async open(): Promise<TimerStorm> {
    const postgres = await OwnPostgres.start();
    await migrate(postgres.url);
    const owner = await ownerOf(postgres);
    await owner.query('CREATE TABLE fired (key text NOT NULL)');
    await owner.query('GRANT SELECT, INSERT ON fired TO enig_app');
    return new TimerStorm(postgres, owner);
  }

  async close(): Promise<void> {
    for (const worker of this.workers) worker.kill('SIGKILL');
    await this.owner.destroy();
    await this.postgres.stop();
  }

  /** @param kills how many workers are killed, spread over the timers; each is replaced but the last few. */
  async blow(timers: number, kills: number, crashes = 1): Promise<Storm> {
    await this.begin(timers);
    for (let deed = 1; deed <= kills + crashes; deed += 1) {
      await this.until(Math.floor((timers * deed) / (kills + crashes + 1)));
      if (deed % Math.ceil((kills + crashes) / (crashes + 1)) === 0 && this.crashed < crashes) await this.crash();
      else this.killOne(this.killed < kills - WORKERS / 2);
    }
    await this.until(timers);
    await Promise.all(this.coming.splice(0));
    for (const worker of this.workers.splice(0)) worker.kill('SIGKILL');
    return { timers, ...(await this.counted()), killed: this.killed, crashes: this.crashed };
  }

  private coming: Promise<void>[] = [];
  private killed = 0;
  private crashed = 0;

  private async begin(timers: number): Promise<void> {
    [this.killed, this.crashed] = [0, 0];
    await this.owner.query('TRUNCATE fired, timer');
    for (let index = 0; index < timers; index += 1) {
      const timer = { key: `t${index}`, kind: 'decisionReminder', subject: 'a', dueAt: PAST, payload: {} } as const;
      await setTimer(this.owner.manager, timer);
    }
    this.workers = await Promise.all(Array.from({ length: WORKERS }, () => this.worker()));
    for (const worker of this.workers) worker.send('go');
  }

  /** One that begins while the database is gone ends again, and another begins in its place. */
  private async worker(): Promise<ChildProcess> {
    const child = join(__dirname, 'test-timer-child.ts');
    for (;;) {
      const worker = fork(join(__dirname, '../collab/test-child.cjs'), [child, this.postgres.url], {
        ...{ execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
      });
      const begins = once(worker, 'message').then(() => true);
      const ends = once(worker, 'exit').then(() => false);
      if (await Promise.race([begins, ends])) return worker;
    }
  }

  /** The others go on meanwhile: a new process takes longer to begin than they may take to end it all. */
  private killOne(isReplaced: boolean): void {
    const [worker] = this.workers.splice(randomInt(this.workers.length), 1);
    worker?.kill('SIGKILL');
    this.killed += 1;
    if (isReplaced) this.coming.push(this.replace());
  }

  private async replace(): Promise<void> {
    const next = await this.worker();
    this.workers.push(next);
    next.send('go');
  }

  private async crash(): Promise<void> {
    await this.owner.destroy();
    await this.postgres.crash();
    await this.postgres.recover();
    this.owner = await ownerOf(this.postgres);
    this.crashed += 1;
  }

  /** Until so many have fired. One that failed as the database went is not waited for: its pause is ended. */
  private async until(fired: number): Promise<void> {
    await eventually(
      async () => {
        await this.owner.query('UPDATE timer SET next_at = due_at WHERE fired_at IS NULL AND failures > 0');
        return (await this.counted()).distinct >= fired;
      },
      () => `${fired} timers have not fired`,
      PATIENCE,
    );
  }

  private async counted(): Promise<Pick<Storm, 'effects' | 'distinct' | 'left'>> {
    const [row] = await this.owner.query<Pick<Storm, 'effects' | 'distinct' | 'left'>[]>(
      `SELECT (SELECT count(*)::int FROM fired) AS effects, (SELECT count(DISTINCT key)::int FROM fired) AS "distinct",
         (SELECT count(*)::int FROM timer WHERE fired_at IS NULL) AS "left"`,
    );
    return row ?? { effects: 0, distinct: 0, left: 0 };
  }
}

function ownerOf(postgres: OwnPostgres): Promise<Database> {
  return connect({ url: postgres.url, applicationName: 'spec', asOwner: true });
}
