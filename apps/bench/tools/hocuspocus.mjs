/**
 * Hocuspocus with its database extension, as its manual sets it up, on a database of its own in the same PostgreSQL.
 * `--keep <file>` only stores documents: the file is JSON, `[{ "name": …, "file": … }]`, each file a Yjs update.
 */
import { readFile } from 'node:fs/promises';
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';
import pg from 'pg';

const url = new URL(process.env.DATABASE_URL);
await makeDatabase();
url.pathname = '/hocuspocus';
const pool = new pg.Pool({ connectionString: url.href, max: 4 });
await pool.query('CREATE TABLE IF NOT EXISTS documents (name text PRIMARY KEY, data bytea NOT NULL)');

const kept = process.argv.indexOf('--keep');
if (kept === -1) await serve();
else await keep(process.argv[kept + 1]);

async function makeDatabase() {
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  const { rowCount } = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'hocuspocus'`);
  if (rowCount === 0) await client.query('CREATE DATABASE hocuspocus');
  await client.end();
}

async function store(name, data) {
  await pool.query(
    'INSERT INTO documents (name, data) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET data = EXCLUDED.data',
    [name, data],
  );
}

async function serve() {
  const database = new Database({
    fetch: async ({ documentName }) => {
      const { rows } = await pool.query('SELECT data FROM documents WHERE name = $1', [documentName]);
      return rows[0]?.data ?? null;
    },
    store: ({ documentName, state }) => store(documentName, state),
  });
  const server = new Server({
    ...{ address: '127.0.0.1', port: Number(process.env.PORT), quiet: true, stopOnSignals: false },
    extensions: [database],
  });
  await server.listen();
  process.on('SIGTERM', () => process.exit(0));
}

async function keep(list) {
  for (const { name, file } of JSON.parse(await readFile(list, 'utf8'))) await store(name, await readFile(file));
  await pool.end();
}
