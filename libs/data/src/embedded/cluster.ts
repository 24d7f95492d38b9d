import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account';
import type { Binaries } from './binaries';

/** The database user and the database of the embedded server. */
export const OWNER = 'enig';

const MAJOR = '18';

/** macOS has no C.UTF-8 of its own; there PostgreSQL brings it. */
const LOCALE =
  process.platform === 'darwin'
    ? ['--locale=en_US.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    : ['--locale=C.UTF-8'];

/**
 * Makes the cluster in `folder` unless it is there. It is made beside and renamed at the end, so that a broken-off
 * initdb leaves nothing that looks like a database. What lies there without being a database is moved aside, never
 * removed.
 *
 * @throws Error when the folder holds the data of another major version of PostgreSQL.
 */
export function ensureCluster(folder: string, binaries: Binaries, account: Account | undefined): 'made' | 'found' {
  if (existsSync(join(folder, 'PG_VERSION'))) {
    refuseOtherVersion(folder);
    return 'found';
  }
  if (existsSync(folder)) renameSync(folder, firstFree(`${folder}.unfinished`));
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  if (account !== undefined) chownSync(unfinished, account.uid, account.gid);
  const initdb = runAs(account, binaries.initdb, [
    '--pgdata',
    unfinished,
    `--username=${OWNER}`,
    '--encoding=UTF8',
    ...LOCALE,
    '--auth-local=trust',
    '--auth-host=reject',
  ]);
  if (initdb.status !== 0) {
    throw new Error(`Databasen kunne ikke oprettes i ${folder}:\n${initdb.error?.message ?? initdb.stderr}`);
  }
  renameSync(unfinished, folder);
  return 'made';
}

/**
 * Stops a server that a killed process of ours left behind in this folder. Without one it does nothing: PostgreSQL
 * itself recognises a lock file whose process is gone.
 */
export function stopOrphan(folder: string, binaries: Binaries, account: Account | undefined): boolean {
  if (!existsSync(join(folder, 'postmaster.pid'))) return false;
  if (runAs(account, binaries.pgCtl, ['status', '-D', folder]).status !== 0) return false;
  const stop = runAs(account, binaries.pgCtl, ['stop', '-D', folder, '-m', 'fast', '-w', '-t', '60']);
  if (stop.status !== 0) throw new Error(`En tidligere PostgreSQL i ${folder} ville ikke stoppe:\n${stop.stderr}`);
  return true;
}

function refuseOtherVersion(folder: string): void {
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (found === MAJOR) return;
  throw new Error(
    `${folder} er lavet af PostgreSQL ${found}, og denne udgave bruger PostgreSQL ${MAJOR}. ` +
      'Brug den gamle udgave til at tage en kopi, eller vælg en anden mappe med DATA_DIR.',
  );
}

function firstFree(name: string): string {
  for (let n = 1; ; n += 1) if (!existsSync(`${name}-${n}`)) return `${name}-${n}`;
}

function runAs(account: Account | undefined, program: string, args: string[]): SpawnSyncReturns<string> {
  // Started in the root folder: the account may not be allowed into ours.
  return spawnSync(program, args, { encoding: 'utf8', cwd: '/', ...identityOf(account), env: environment() });
}

/** What makes a child process run as the account. */
export function identityOf(account: Account | undefined): { uid?: number; gid?: number } {
  return account === undefined ? {} : { uid: account.uid, gid: account.gid };
}

/** PostgreSQL's programs need nothing of our environment, and would obey its PG… variables and locale. */
export function environment(): NodeJS.ProcessEnv {
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    LC_ALL: process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8',
    TZ: 'UTC',
  };
}
