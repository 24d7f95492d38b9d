import { localDateOf } from '@enig/kernel';
import type { DataSource } from 'typeorm';
import { connect } from './connect';
import { migrate, migrateDown } from './migrate';
import { loadReference } from './reference';
import { seedDemo } from './seed';
import { createTestDatabase, type TestDatabase } from './test-database';

/** Columns, constraints, indexes and rights of everything in the schema, one line each, in a fixed order. */
const SCHEMA = `
  SELECT line FROM (
    SELECT format('column %s.%s %s %s %s %s', table_name, column_name, data_type, collation_name, is_nullable, column_default)
      AS line FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT format('constraint %s.%s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT format('function %s %s', oid::regprocedure, proacl) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT format('right %s %s', table_name, privilege_type)
      FROM information_schema.role_table_grants WHERE grantee = 'enig_app'
  ) AS lines WHERE line NOT LIKE '%migrations%' ORDER BY line`;

let database: TestDatabase;
let owner: DataSource;

beforeEach(async () => {
  database = await createTestDatabase();
  owner = await connect({ url: database.url, applicationName: 'spec', asOwner: true });
});

afterEach(async () => {
  await owner.destroy();
  await database.drop();
});

async function schema(): Promise<string[]> {
  const rows = await owner.query<{ line: string }[]>(SCHEMA);
  return rows.map((row) => row.line);
}

/** How many there are; the last of them is the newest. */
const MIGRATIONS = 3;

async function facts(): Promise<unknown[]> {
  const tables = ['version', 'hearing_round', 'round_event', 'decision', 'seat'];
  return Promise.all(tables.map((table) => owner.query(`SELECT * FROM ${table} ORDER BY 1::text`)));
}

describe('migrations', () => {
  it('go from empty to the newest, back to empty, and to the same newest again', async () => {
    expect(await schema()).toEqual([]);
    expect(await migrate(database.url)).toHaveLength(MIGRATIONS);
    const newest = await schema();
    expect(newest.length).toBeGreaterThan(200);

    for (let left = MIGRATIONS; left > 0; left -= 1) await migrateDown(database.url);
    expect(await schema()).toEqual([]);

    await migrate(database.url);
    expect(await schema()).toEqual(newest);
  });

  it('bring a database with a year of work in it to the newest, and lose nothing of it', async () => {
    await migrate(database.url);
    const source = await connect({ url: database.url, applicationName: 'spec' });
    await loadReference(source);
    await seedDemo(source, localDateOf('2026-11-22'));
    await source.destroy();
    const before = await facts();
    for (let left = MIGRATIONS; left > 1; left -= 1) await migrateDown(database.url);
    expect(await facts()).not.toEqual(before);

    await migrate(database.url);
    expect(await facts()).toEqual(before);
  });

  it('run once when several nodes start together', async () => {
    const ran = await Promise.all([migrate(database.url), migrate(database.url), migrate(database.url)]);
    expect(ran.flat()).toHaveLength(MIGRATIONS);
  });

  it('find the role that another database on the server made at the same moment', async () => {
    const others = await Promise.all([createTestDatabase(), createTestDatabase(), createTestDatabase()]);
    await Promise.all([database, ...others].map(({ url }) => migrate(url)));
    await Promise.all(others.map((other) => other.drop()));
  });
});
