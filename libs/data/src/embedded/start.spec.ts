import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { DataFolderInUse } from './lock';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './start';

jest.setTimeout(60_000);

const running: EmbeddedPostgres[] = [];
/** A database made once and stopped cleanly, with the table `kept`; most cases begin with a copy of it. */
let made: string;
let folder: string;
let lines: string[] = [];

beforeAll(async () => {
  made = openFolder();
  const postgres = await start(made);
  await ask(postgres, 'CREATE TABLE kept AS SELECT 1 AS one');
  await stopAll();
});

beforeEach(() => {
  folder = openFolder();
  lines = [];
});

afterEach(async () => {
  await stopAll();
  rmSync(folder, { recursive: true, force: true });
});

afterAll(() => rmSync(made, { recursive: true, force: true }));

/** A temporary folder that PostgreSQL's account may enter. */
function openFolder(): string {
  const temporary = mkdtempSync(join(tmpdir(), 'enig-spec-'));
  chmodSync(temporary, 0o755);
  return temporary;
}

async function stopAll(): Promise<void> {
  for (const postgres of running.splice(0)) await postgres.stop();
}

/** Puts the database that was made into this case's folder, owners and all. */
function copyMade(): void {
  execFileSync('cp', ['-Rp', join(made, 'postgres'), folder]);
}

async function start(dataDir = folder): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: (line) => lines.push(line) });
  running.push(postgres);
  return postgres;
}

async function ask(postgres: EmbeddedPostgres, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: postgres.url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

function serverPid(): number {
  return Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Waits until a process that is not our child is gone. */
async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((next) => setTimeout(next, 20));
  }
}

describe('the embedded PostgreSQL', () => {
  it('keeps what is committed from one start to the next, and is safe and UTF-8', async () => {
    const first = await start();
    expect(await ask(first, 'SHOW server_encoding')).toBe('UTF8');
    expect(await ask(first, 'SHOW fsync')).toBe('on');
    expect(await ask(first, 'SHOW listen_addresses')).toBe('');
    await ask(first, "CREATE TABLE ord AS SELECT 'rødgrød' AS navn");
    await first.stop();
    await first.stop();
    expect(readdirSync(folder)).not.toContain('enig.lock');

    const second = await start();
    expect(await ask(second, 'SELECT navn FROM ord')).toBe('rødgrød');
    expect(lines.filter((line) => line.startsWith('Ny database'))).toHaveLength(1);
  });

  it('starts again after PostgreSQL was killed and left its lock file', async () => {
    copyMade();
    const first = await start();
    const pid = serverPid();
    process.kill(pid, 'SIGKILL');
    await gone(pid);
    await first.stop();
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(true);

    expect(await ask(await start(), 'SELECT one FROM kept')).toBe(1);
  });

  it('stops a PostgreSQL that outlived its killed owner, and starts its own', async () => {
    copyMade();
    await start();
    const orphan = serverPid();
    // What kill -9 of the owner leaves: the server runs, and the lock names a process that is gone.
    writeFileSync(join(folder, 'enig.lock'), '4194305 boot/1');

    const second = await start();
    expect(serverPid()).not.toBe(orphan);
    expect(lines).toContain('En tidligere PostgreSQL kørte endnu og er stoppet');
    expect(await ask(second, 'SELECT 1')).toBe(1);
  });

  it('refuses a folder that a living process uses, in one sentence, and leaves that one alone', async () => {
    copyMade();
    const first = await start();
    await expect(startEmbeddedPostgres({ dataDir: folder, log: () => undefined })).rejects.toThrow(DataFolderInUse);
    expect(await ask(first, 'SELECT 1')).toBe(1);
  });

  it('is not kept out by another program that has the number of the killed owner', async () => {
    copyMade();
    const other = spawn('sleep', ['60']);
    try {
      writeFileSync(join(folder, 'enig.lock'), `${other.pid} boot/1`);
      expect(await ask(await start(), 'SELECT 1')).toBe(1);
    } finally {
      other.kill();
    }
  });

  it('makes the database anew when the first try was broken off', async () => {
    mkdirSync(join(folder, 'postgres.new', 'base'), { recursive: true });
    mkdirSync(join(folder, 'postgres', 'base'), { recursive: true });
    expect(await ask(await start(), 'SELECT 1')).toBe(1);
    expect(readdirSync(folder)).toContain('postgres.unfinished-1');
    expect(readdirSync(folder)).not.toContain('postgres.new');
  });

  it('refuses data of another major version instead of touching them', async () => {
    mkdirSync(join(folder, 'postgres'));
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '15\n');
    await expect(start()).rejects.toThrow('PostgreSQL 15');
    expect(readFileSync(join(folder, 'postgres', 'PG_VERSION'), 'utf8')).toBe('15\n');
  });

  it('says what PostgreSQL said when it cannot start', async () => {
    copyMade();
    writeFileSync(join(folder, 'postgres', 'postgresql.auto.conf'), 'shared_buffers = nonsense\n');
    await expect(start()).rejects.toThrow(/nonsense/);
    expect(readdirSync(folder)).not.toContain('enig.lock');
  });
});

const asRoot = process.getuid?.() === 0 ? describe : describe.skip;
asRoot('as root', () => {
  it('puts the data where its account can enter when the folder is only for root', async () => {
    const hidden = join(folder, 'home');
    mkdirSync(hidden, { mode: 0o700 });
    const postgres = await start(join(hidden, '.data'));
    const place = /\/var\/lib\/enig\/[0-9a-f]{16}/.exec(lines.join('\n'))?.[0] ?? '';
    try {
      expect(await ask(postgres, 'SHOW data_directory')).toBe(join(place, 'postgres'));
    } finally {
      await postgres.stop();
      expect(dirname(place)).toBe('/var/lib/enig');
      rmSync(place, { recursive: true });
    }
  });
});
