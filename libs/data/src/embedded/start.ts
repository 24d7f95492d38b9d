import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Client } from 'pg';
import { accountFor, canEnter, type Account } from './account';
import { binariesFor, SHARED_FOLDER } from './binaries';
import { ensureCluster, environment, identityOf, OWNER, stopOrphan } from './cluster';
import { takeLock } from './lock';

/** Where the embedded database lives, and who hears what it does. */
export interface EmbeddedOptions {
  /** The folder that keeps the data between runs; made when missing. */
  readonly dataDir: string;
  /** Takes one Danish line at a time about what is being done. */
  readonly log: (line: string) => void;
}

/** A running PostgreSQL of our own. */
export interface EmbeddedPostgres {
  /** How its owner connects; a socket in the file system, as nothing listens on the network. */
  readonly url: string;
  /** Stops it cleanly and gives the folder back. Can be called twice. */
  stop(): Promise<void>;
}

/** Longest wait in ms for a start: after a crash the log has to be replayed first. */
const START_WITHIN = 120_000;
/** Longest wait in ms for a clean stop before it is stopped without waiting for anybody. */
const STOP_WITHIN = 20_000;
/** A log above this size in bytes is set aside at the next start. */
const LOG_LIMIT = 10_000_000;
/** `sun_path` holds 104 bytes on macOS, and PostgreSQL adds `/.s.PGSQL.5432`. */
const SOCKET_FOLDER_LIMIT = 85;

/**
 * Starts the PostgreSQL that comes with npm, with its data in `dataDir`. Works as root (under an account of its own),
 * after a kill -9 of either process, and after an initdb that was broken off.
 *
 * @throws DataFolderInUse when another living process uses the folder; Error with one sentence when it cannot start.
 */
export async function startEmbeddedPostgres({ dataDir, log }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const wanted = resolve(dataDir);
  const account = accountFor(join(wanted, 'postgres'));
  const folder = reachable(wanted, account, log);
  prepareFolder(folder, account);
  const unlock = takeLock(join(folder, 'enig.lock'), folder, account);
  try {
    const cluster = join(folder, 'postgres');
    const binaries = binariesFor(account, log);
    if (stopOrphan(cluster, binaries, account)) log('En tidligere PostgreSQL kørte endnu og er stoppet');
    if (ensureCluster(cluster, binaries, account) === 'made') log(`Ny database i ${cluster}`);
    const server = launch(binaries.postgres, cluster, join(folder, 'postgres.log'), account);
    try {
      await answering(server);
      return { url: urlOf(server.socket, OWNER), stop: once(() => stopServer(server, unlock)) };
    } catch (error) {
      await stopServer(server, () => undefined);
      throw error;
    }
  } catch (error) {
    unlock();
    throw error;
  }
}

/** The folder itself, or one for it under /var/lib/enig where root's PostgreSQL account may not enter it. */
function reachable(wanted: string, account: Account | undefined, log: (line: string) => void): string {
  if (account === undefined || canEnter(account, wanted)) return wanted;
  const folder = join(SHARED_FOLDER, createHash('sha256').update(wanted).digest('hex').slice(0, 16));
  log(`Data lægges i ${folder}, da kontoen ${account.name} ikke må gå ind i ${wanted}`);
  return folder;
}

function prepareFolder(folder: string, account: Account | undefined): void {
  const firstMade = mkdirSync(folder, { recursive: true });
  // A strict umask must not shut the account out of what root makes for it. The cluster itself is 0700.
  if (firstMade !== undefined && account !== undefined) openFolders(firstMade, folder);
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new Error(
      `Mappen ${folder} tilhører en anden bruger. Start som den bruger, eller vælg en anden mappe: DATA_DIR=… npm start.`,
    );
  }
}

function openFolders(first: string, last: string): void {
  for (let at = last; at.startsWith(first); at = dirname(at)) chmodSync(at, 0o755);
}

interface Server {
  readonly child: ChildProcess;
  readonly socket: string;
  readonly logFile: string;
  readonly exited: Promise<void>;
  readonly killWithUs: () => void;
}

function launch(postgres: string, cluster: string, logFile: string, account: Account | undefined): Server {
  const socket = socketFolder(account);
  const log = openLog(logFile, account);
  const child = spawn(postgres, ['-D', cluster, ...settings(socket)], {
    cwd: '/',
    env: environment(),
    ...identityOf(account),
    // In a session of its own: Ctrl-C is for us, and we stop it when we have finished what we were doing.
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const exited = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', () => done());
  });
  const killWithUs = (): void => void child.kill('SIGINT');
  process.once('exit', killWithUs);
  return { child, socket, logFile, exited, killWithUs };
}

function settings(socket: string): string[] {
  const values = {
    listen_addresses: '',
    unix_socket_directories: socket,
    unix_socket_permissions: '0700',
    max_connections: '100',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Nothing of what people wrote belongs in a log: neither the statement that failed nor the key it failed on.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** A new folder that only the account may enter; short, since the path of a socket is limited. */
function socketFolder(account: Account | undefined): string {
  const temporary = tmpdir();
  const fits = temporary.length <= SOCKET_FOLDER_LIMIT && (account === undefined || canEnter(account, temporary));
  const folder = mkdtempSync(join(fits ? temporary : '/tmp', 'enig-'));
  chmodSync(folder, 0o700);
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
  return folder;
}

function openLog(file: string, account: Account | undefined): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT) renameSync(file, `${file}.1`);
  const log = openSync(file, 'a', 0o600);
  if (account !== undefined) chownSync(file, account.uid, account.gid);
  return log;
}

/** The address of a database on the server whose socket lies in the folder. */
export function urlOf(socket: string, database: string): string {
  return `postgres://${OWNER}@localhost/${database}?host=${encodeURIComponent(socket)}`;
}

/** Waits until it takes connections, and makes our database the first time. */
async function answering(server: Server): Promise<void> {
  const until = Date.now() + START_WITHIN;
  while (isRunning(server.child)) {
    const client = new Client({ host: server.socket, user: OWNER, database: 'postgres' });
    try {
      await client.connect();
      const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [OWNER]);
      if (rowCount === 0) await client.query(`CREATE DATABASE ${OWNER}`);
      return;
    } catch (error) {
      if (!isNotYet(error) || Date.now() > until) throw error;
    } finally {
      await client.end();
    }
    await new Promise((next) => setTimeout(next, 25));
  }
  throw new Error(`PostgreSQL kunne ikke starte. Det sidste i ${server.logFile}:\n${tail(server.logFile)}`);
}

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

/** No socket yet, or a server that is starting up (57P03). */
function isNotYet(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ECONNREFUSED' || code === '57P03';
}

function tail(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
}

/** SIGINT is PostgreSQL's fast stop: open transactions are rolled back, everything committed is written out. */
async function stopServer(server: Server, unlock: () => void): Promise<void> {
  server.child.kill('SIGINT');
  const hard = setTimeout(() => server.child.kill('SIGQUIT'), STOP_WITHIN);
  await server.exited;
  clearTimeout(hard);
  process.removeListener('exit', server.killWithUs);
  rmSync(server.socket, { recursive: true, force: true });
  unlock();
}

function once(act: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= act());
}
