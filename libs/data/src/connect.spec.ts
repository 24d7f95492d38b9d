import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { QueryFailedError, type DataSource } from 'typeorm';
import { checkDurability, connect, connectionFor, connectPool, NotDurable } from './connect';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded/start';
import { migrate } from './migrate';
import { createTestDatabase, type TestDatabase } from './test-database';

/** Rows that something else is computed from or that were promised to stand: nobody may change or remove them. */
const RECORDED = [
  'text_update',
  'text_client',
  'text_snapshot',
  'text_milestone',
  'text_version',
  'version',
  'version_text',
  'version_companion',
  'agreement_event',
  'round_body',
  'round_extension',
  'round_event',
  'response',
  'submission',
  'withdrawal',
  'point',
  'treatment',
  'decision',
  'confirmation',
  'act',
  'file',
];

describe('CO-17 the role of the application', () => {
  let database: TestDatabase;
  let app: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.url);
    app = await connect({ url: database.url, applicationName: 'spec' });
  });

  afterAll(async () => {
    await app.destroy();
    await database.drop();
  });

  it('is enig_app on every connection', async () => {
    const roles = await Promise.all(
      Array.from({ length: 10 }, () => app.query<{ role: string }[]>('SELECT current_user AS role')),
    );
    expect(new Set(roles.flat().map((row) => row.role))).toEqual(new Set(['enig_app']));
  });

  it.each(RECORDED)('may neither change nor remove rows of %s', async (table) => {
    const refused = expect.objectContaining({ driverError: expect.objectContaining({ code: '42501' }) });
    const [column] = await app.query<{ name: string }[]>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position DESC LIMIT 1`,
      [table],
    );
    await expect(app.query(`UPDATE ${table} SET ${column?.name} = ${column?.name}`)).rejects.toEqual(refused);
    await expect(app.query(`DELETE FROM ${table}`)).rejects.toEqual(refused);
    await expect(app.query(`TRUNCATE ${table}`)).rejects.toEqual(refused);
  });

  it('locks a round, and changes nothing of what was opened', async () => {
    const refused = expect.objectContaining({ driverError: expect.objectContaining({ code: '42501' }) });
    await expect(app.query('SELECT id FROM hearing_round FOR UPDATE')).resolves.toEqual([]);
    for (const column of ['agreement', 'version', 'opened_at', 'due_date', 'due_at', 'short_reason'])
      await expect(app.query(`UPDATE hearing_round SET ${column} = ${column}`)).rejects.toEqual(refused);
  });

  it('changes what is no recorded fact, so that the refusals above are about the tables', async () => {
    await expect(app.query(`UPDATE person SET name = name`)).resolves.toBeDefined();
    await expect(app.query(`DELETE FROM session`)).resolves.toBeDefined();
    await expect(app.query(`CREATE TABLE own (n int)`)).rejects.toBeInstanceOf(QueryFailedError);
  });

  it('refuses a condition with undefined or null in it instead of taking the first row', async () => {
    const everything: { id: string } = JSON.parse('{}');
    await expect(app.getRepository('Person').findOneBy({ id: everything.id })).rejects.toThrow(/undefined/i);
  });
});

describe('CO-12 a connection that nobody is at the other end of', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.url);
  });

  afterAll(() => database.drop());

  const SETTINGS = `SELECT current_setting('lock_timeout') AS lock, current_setting('statement_timeout') AS statement,
    current_setting('idle_in_transaction_session_timeout') AS idle, current_setting('synchronous_commit') AS waits,
    current_user AS role`;

  it('is given up by PostgreSQL, whether it is for pages, for what is typed, or for the bus, which keeps nothing', async () => {
    const pages = await connect({ url: database.url, applicationName: 'spec' });
    const rooms = connectPool({ url: database.url, applicationName: 'spec' });
    const bus = new Client({ connectionString: database.url, ...connectionFor('bus') });
    await bus.connect();
    const role = 'enig_app';
    expect(await pages.query(SETTINGS)).toEqual([{ lock: '20s', statement: '30s', idle: '30s', waits: 'on', role }]);
    expect((await rooms.query(SETTINGS)).rows).toEqual([
      { lock: '10s', statement: '20s', idle: '10s', waits: 'on', role },
    ]);
    expect((await bus.query(SETTINGS)).rows).toEqual([
      { lock: '5s', statement: '5s', idle: '10s', waits: 'off', role },
    ]);
    await bus.end();
    await rooms.end();
    await pages.destroy();
  });

  it.each(['pages', 'rooms'] as const)('of %s is waited for as long as a statement may have it', (use) => {
    const { options, connectionTimeoutMillis } = connectionFor(use);
    const [lock = Infinity, statement = Infinity] = ['lock_timeout', 'statement_timeout'].map((name) =>
      Number(new RegExp(`-c ${name}=(\\d+)`).exec(options)?.[1]),
    );
    expect(connectionTimeoutMillis).toBeGreaterThan(lock);
    expect(connectionTimeoutMillis).toBeGreaterThanOrEqual(statement);
  });

  it('lets go of its locks when it falls silent in a transaction, and the pool goes on without it', async () => {
    const pool = connectPool({ url: database.url, applicationName: 'spec' });
    const silent = await pool.connect();
    await silent.query(`SET idle_in_transaction_session_timeout = '50ms'`);
    await silent.query('BEGIN');
    await silent.query('SELECT pg_advisory_xact_lock(1)');
    await pool.query('SELECT pg_advisory_xact_lock(1)');
    await expect(silent.query('SELECT 1')).rejects.toThrow();
    silent.release(true);
    await expect(pool.query('SELECT 1')).resolves.toBeDefined();
    await pool.end();
  });

  it('is given up on this side too, when no answer comes, and is not used again', async () => {
    const pool = connectPool({ url: database.url, applicationName: 'spec', poolSize: 1, answerWithin: 50 });
    await expect(pool.query('SELECT pg_sleep(10)')).rejects.toThrow('Query read timeout');
    await expect(pool.query('SELECT 1')).resolves.toBeDefined();
    await pool.end();
  });

  it('does not hold for migrations', async () => {
    const owner = await connect({ url: database.url, applicationName: 'spec', asOwner: true });
    expect(await owner.query(SETTINGS)).toMatchObject([{ lock: '0', statement: '0', idle: '0' }]);
    await owner.destroy();
  });
});

describe('CO-18 a database that would forget', () => {
  let folder: string;
  let postgres: EmbeddedPostgres;
  let owner: DataSource;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'enig-durable-'));
    postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
    owner = await connect({ url: postgres.url, applicationName: 'spec', asOwner: true });
  });

  afterAll(async () => {
    await owner.destroy();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Sets a server setting, asks, and sets it back. */
  async function withSetting(change: string, undo: string): Promise<Error | undefined> {
    await owner.query(change);
    await owner.query('SELECT pg_reload_conf()');
    try {
      const source = await connectWhen((fresh) => isOff(fresh));
      return await checkDurability(source)
        .then(
          () => undefined,
          (error: Error) => error,
        )
        .finally(() => source.destroy());
    } finally {
      await owner.query(undo);
      await owner.query('SELECT pg_reload_conf()');
    }
  }

  /** A new connection once the server has read its settings again. */
  async function connectWhen(isSet: (source: DataSource) => Promise<boolean>): Promise<DataSource> {
    for (;;) {
      const source = await connect({ url: postgres.url, applicationName: 'spec', asOwner: true });
      if (await isSet(source)) return source;
      await source.destroy();
    }
  }

  async function isOff(source: DataSource): Promise<boolean> {
    const rows = await source.query<unknown[]>(
      `SELECT FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off'`,
    );
    return rows.length > 0;
  }

  it('is accepted while fsync, full_page_writes and synchronous_commit are on', async () => {
    await expect(checkDurability(owner)).resolves.toBeUndefined();
  });

  it.each(['fsync', 'full_page_writes', 'synchronous_commit'])(
    'is refused with %s off, in one sentence',
    async (setting) => {
      const error = await withSetting(`ALTER SYSTEM SET ${setting} = off`, `ALTER SYSTEM RESET ${setting}`);
      expect(error).toBeInstanceOf(NotDurable);
      expect(error?.message).toContain(`${setting} = off`);
    },
  );

  it('is refused when only the database or the role we sign in as has synchronous_commit off', async () => {
    const inDatabase = await withSetting(
      'ALTER DATABASE enig SET synchronous_commit = off',
      'ALTER DATABASE enig RESET synchronous_commit',
    );
    const forRole = await withSetting(
      'ALTER ROLE enig SET synchronous_commit = off',
      'ALTER ROLE enig RESET synchronous_commit',
    );
    expect([inDatabase, forRole]).toEqual([expect.any(NotDurable), expect.any(NotDurable)]);
  });
});
