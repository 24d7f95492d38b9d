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
}

/** The role all but migrations work as: it can add facts, never change or remove one (CO-17). */
export const APP_ROLE = 'enig_app';

/**
 * Opens a pool of connections. Every connection has the role `enig_app` from its first statement, so no code path can
 * work as the owner by mistake. The caller closes it with `destroy()`.
 */
export async function connect({
  url,
  applicationName,
  asOwner = false,
  poolSize = 10,
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
    ...(asOwner ? {} : { extra: { options: `-c role=${APP_ROLE}` } }),
  });
  return source.initialize();
}

/**
 * Opens a pool for what runs at every keystroke: prepared statements on connections of its own, so that it never waits
 * for a page. The same role and the same care as {@link connect}; the caller closes it with `end()`.
 */
export function connectPool({ url, applicationName, poolSize = 4 }: Omit<ConnectOptions, 'asOwner'>): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: applicationName,
    max: poolSize,
    options: `-c role=${APP_ROLE}`,
  });
  pool.on('error', () => undefined); // as above: whoever needs a connection next gets a new one or the error
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
