import 'reflect-metadata';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { entities } from './entities';

/** Where the database is, and as whom to speak to it. */
export interface ConnectOptions {
  /** `postgres://…`; a socket in the file system is named as `?host=/folder`. */
  readonly url: string;
  /** What the connection is called in `pg_stat_activity`. */
  readonly applicationName: string;
  /** Connects as the owner instead of the role `enig_app`. Only for migrations and tools. */
  readonly asOwner?: boolean;
  /** Most connections at once; 10 when not given. */
  readonly poolSize?: number;
  /** Longest wait in ms for an answer on this side, before the connection is given up; a spec may be in a hurry. */
  readonly answerWithin?: number;
}

/** The role all but migrations work as: it can add facts, never change or remove one (CO-17). */
export const APP_ROLE = 'enig_app';

/** In ms: how long a connection is waited for, and lets others wait. Nothing honest comes near it. */
interface Patience {
  /**
   * For a new connection or a free one of the pool, on this side: not shorter than whoever has it may take, so that one
   * who waits for a lock is not the reason why many fail who only wait for their turn.
   */
  readonly turn: number;
  /** For a lock that somebody else holds. */
  readonly lock: number;
  /** For the next statement of a transaction: a node that is gone must not hold its locks. */
  readonly idle: number;
  readonly statement: number;
  /** Whether a commit waits for the disk. A notification is a commit to PostgreSQL, though nothing of it is kept. */
  readonly durable: boolean;
}

/** Of what pages ask and of long acts (freezing), of what is typed, and of what nodes tell one another. */
const PATIENCE = {
  pages: { turn: 30_000, lock: 20_000, idle: 30_000, statement: 30_000, durable: true },
  rooms: { turn: 30_000, lock: 10_000, idle: 10_000, statement: 20_000, durable: true },
  bus: { turn: 15_000, lock: 5_000, idle: 10_000, statement: 5_000, durable: false },
} as const satisfies { readonly [pool: string]: Patience };

/** In ms: for an answer, after what PostgreSQL itself would have given up. */
const ANSWER_LATE = 5_000;

/**
 * What is said when a connection is made: its role, its patience, and that PostgreSQL notices within half a minute when
 * nobody is at the other end any more.
 */
function settingsOf({ lock, idle, statement, durable }: Patience): string {
  const settings = {
    ...{ role: APP_ROLE, lock_timeout: lock, idle_in_transaction_session_timeout: idle, statement_timeout: statement },
    ...(durable ? {} : { synchronous_commit: 'off' }),
    ...{ tcp_keepalives_idle: 10, tcp_keepalives_interval: 5, tcp_keepalives_count: 3, tcp_user_timeout: 25_000 },
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}

/**
 * How a connection is made for one of these uses. What is not answered on it within `answerWithin` ms is an error here
 * too, after PostgreSQL itself would have given it up.
 */
export function connectionFor(use: keyof typeof PATIENCE, answerWithin = PATIENCE[use].statement + ANSWER_LATE) {
  return {
    ...{ options: settingsOf(PATIENCE[use]), query_timeout: answerWithin, connectionTimeoutMillis: PATIENCE[use].turn },
    ...{ keepAlive: true, keepAliveInitialDelayMillis: 10_000 },
  };
}

/**
 * Opens a pool of connections. Every connection has the role `enig_app` from its first statement, so no code path can
 * work as the owner by mistake. The caller closes it with `destroy()`.
 */
export async function connect({
  url,
  applicationName,
  asOwner = false,
  poolSize = 10,
  answerWithin,
}: ConnectOptions): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url,
    applicationName,
    poolSize,
    entities,
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    logging: false,
    // A where-clause with undefined in it must not turn into "the first row there is".
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    // An idle connection that breaks is dropped by the pool; whoever needs one next gets a new one or the error.
    poolErrorHandler: () => undefined,
    ...(asOwner ? {} : { extra: connectionFor('pages', answerWithin) }),
  });
  return source.initialize();
}

/**
 * Opens a pool for what runs at every keystroke: prepared statements on connections of its own, so that it never waits
 * for a page. The same role and the same care as {@link connect}; the caller closes it with `end()`.
 */
export function connectPool(options: Omit<ConnectOptions, 'asOwner'>): Pool {
  const { url, applicationName, poolSize = 4, answerWithin } = options;
  const pool = new Pool({
    connectionString: url,
    application_name: applicationName,
    max: poolSize,
    ...connectionFor('rooms', answerWithin),
  });
  pool.on('error', () => undefined); // as above: whoever needs a connection next gets a new one or the error
  // One that breaks while it is used fails the next statement on it; it must not end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** The database would forget what it has confirmed, so nothing may be written to it. */
export class NotDurable extends Error {
  override readonly name = 'NotDurable';

  constructor(readonly settings: readonly string[]) {
    super(
      `PostgreSQL kan glemme det, den har bekræftet (${settings.join(', ')} = off). ` +
        'Enig starter ikke, før det er slået til: det, der vises som gemt, skal være gemt.',
    );
  }
}

/**
 * Makes sure that what PostgreSQL has committed survives a crash (CO-18).
 *
 * @throws NotDurable when `fsync`, `full_page_writes` or `synchronous_commit` is off for these connections.
 */
export async function checkDurability(source: DataSource): Promise<void> {
  const rows = await source.query<{ name: string; setting: string }[]>(
    `SELECT name, setting FROM pg_settings
     WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') ORDER BY name`,
  );
  const off = rows.filter((row) => row.setting === 'off').map((row) => row.name);
  if (rows.length !== 3 || off.length > 0) throw new NotDurable(off);
}
