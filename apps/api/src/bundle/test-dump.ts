import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type Database } from '@enig/data';

/** What each table held, by a hash over its rows in order. */
export type TableHashes = ReadonlyMap<string, string>;

const TABLES = `SELECT format('%I', table_name) AS name FROM information_schema.tables
  WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`;
const SEQUENCES = `SELECT sequencename AS name, last_value AS last FROM pg_sequences
  WHERE schemaname = 'public' AND last_value IS NOT NULL`;

/**
 * For specs only: a dump as `pg_dump` takes it, of one moment, with the tables' own COPY. The PostgreSQL that comes with
 * npm has no `pg_dump`.
 */
export class Dump {
  private constructor(
    private readonly folder: string,
    /** As they were in that moment. */
    readonly hashes: TableHashes,
    private readonly sequences: readonly { readonly name: string; readonly last: string }[],
  ) {}

  /** @param during is awaited in the middle of it, between one table and the next. */
  static async of(owner: Database, during: () => Promise<void>): Promise<Dump> {
    const folder = mkdtempSync(join(tmpdir(), 'enig-dump-'));
    chmodSync(folder, 0o777); // the server writes into it, under an account of its own
    const runner = owner.createQueryRunner();
    try {
      await runner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const tables = (await runner.query(TABLES)) as readonly { name: string }[];
      for (const [index, { name }] of tables.entries()) {
        if (index === Math.floor(tables.length / 2)) await during();
        await runner.query(`COPY ${name} TO '${join(folder, name)}' (FORMAT binary)`);
      }
      const hashes = await tableHashes((query) => runner.query(query) as Promise<readonly { hash: string }[]>, tables);
      const sequences = (await runner.query(SEQUENCES)) as Dump['sequences'];
      return new Dump(folder, hashes, sequences);
    } finally {
      await runner.query('ROLLBACK');
      await runner.release();
    }
  }

  /** Fills a migrated database with it. As with `pg_restore`, triggers and foreign keys are asked about nothing. */
  async restoreTo(url: string): Promise<TableHashes> {
    const owner = await connect({ url, applicationName: 'restore', asOwner: true });
    const runner = owner.createQueryRunner();
    try {
      await runner.query('SET session_replication_role = replica');
      const tables = (await runner.query(TABLES)) as readonly { name: string }[];
      await runner.query(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`);
      for (const { name } of tables)
        await runner.query(`COPY ${name} FROM '${join(this.folder, name)}' (FORMAT binary)`);
      for (const { name, last } of this.sequences) await runner.query('SELECT setval($1, $2)', [name, last]);
      return await tableHashes((query) => runner.query(query) as Promise<readonly { hash: string }[]>, tables);
    } finally {
      await runner.release();
      await owner.destroy();
    }
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function tableHashes(
  ask: (query: string) => Promise<readonly { hash: string }[]>,
  tables: readonly { readonly name: string }[],
): Promise<TableHashes> {
  const hashes = new Map<string, string>();
  for (const { name } of tables) {
    const rows = `coalesce(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C"), '')`;
    const [row] = await ask(
      `SELECT count(*) || ':' || encode(sha256(convert_to(${rows}, 'UTF8')), 'hex') AS hash FROM ${name} t`,
    );
    hashes.set(name, row?.hash ?? '');
  }
  return hashes;
}
