import { createHash, randomUUID } from 'node:crypto';
import type { LocalDate } from '@enig/kernel';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { VARIABLE } from './test-cluster';
import type { LargeAgreement } from './test-large';

export type { LargeAgreement } from './test-large';
export { withoutIds } from './test-ids';
export { setDeadlineIn, spoilText, writeInResponse } from './test-response';

/** For specs only: as the function of that name, loaded where it is used: Jest's global setup must not load the stores. */
export async function completeEasyRead(source: DataSource, agreement: string): Promise<void> {
  const easyRead = await import('./test-easy-read');
  await easyRead.completeEasyRead(source, agreement);
}

/** For specs only: as the function of that name, loaded where it is used. */
export async function seedLarge(source: DataSource, today: LocalDate): Promise<LargeAgreement> {
  const large = await import('./test-large');
  return large.seedLarge(source, today);
}

/** A database of a spec's own. */
export interface TestDatabase {
  /** How its owner connects. */
  readonly url: string;
  /** Removes it, also when somebody is still connected. */
  drop(): Promise<void>;
}

/** What databases of one kind start with; built once per run, then copied in a few milliseconds. */
export interface TestTemplate {
  /** Says what is in it: two templates with one name are taken for the same. */
  readonly name: string;
  /** Fills the empty database, for example with migrations. Must close its connections. */
  build(url: string): Promise<void>;
}

/** A fresh database for one spec file, empty or as the template left it. */
export async function createTestDatabase(template?: TestTemplate): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withClient(serverUrl(), async (client) => {
    const from = template === undefined ? 'template0' : await templateDatabase(client, template);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${from}`);
  });
  return {
    url: databaseUrl(name),
    drop: () =>
      withClient(serverUrl(), async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  };
}

/** Built under a lock, so that parallel workers build it once, and named only when whole. */
async function templateDatabase(client: Client, template: TestTemplate): Promise<string> {
  const name = `template_${createHash('sha256').update(template.name).digest('hex').slice(0, 16)}`;
  await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) {
      await client.query(`DROP DATABASE IF EXISTS ${name}_unfinished WITH (FORCE)`);
      await client.query(`CREATE DATABASE ${name}_unfinished TEMPLATE template0`);
      await template.build(databaseUrl(`${name}_unfinished`));
      await client.query(`ALTER DATABASE ${name}_unfinished RENAME TO ${name}`);
    }
    return name;
  } finally {
    await client.query('SELECT pg_advisory_unlock(hashtext($1))', [name]);
  }
}

async function withClient(url: string, act: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(name: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return url.toString();
}

function serverUrl(): string {
  const url = process.env[VARIABLE];
  if (url === undefined) {
    throw new Error('No test server is running: add globalSetup and globalTeardown of libs/data to jest.config.cjs.');
  }
  return url;
}
