import { spawnSync } from 'node:child_process';
import { chownSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Account } from './account';

/** Another living process of ours works on the same data folder. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(
      `Databasen i ${folder} bruges allerede af et andet Enig (proces ${pid}). ` +
        'Stop det først, eller vælg en anden mappe: DATA_DIR=… npm start.',
    );
  }
}

/**
 * Takes the lock file, or throws {@link DataFolderInUse}. The file names the process and when that process started,
 * so that neither a killed owner nor another program with the owner's old number keeps us out.
 *
 * @returns how to give the lock back.
 */
export function takeLock(file: string, folder: string, account?: Account): () => void {
  const mine = identity(process.pid);
  for (;;) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      if (account !== undefined) chownSync(file, account.uid, account.gid);
      return () => giveBack(file, mine);
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    }
    const found = read(file);
    if (found !== undefined) removeStale(file, found, folder);
  }
}

function giveBack(file: string, mine: string): void {
  if (read(file) === mine) rmSync(file, { force: true });
}

/** Moves the file away before it is removed: of two that find it stale only one gets it, and it checks what it got. */
function removeStale(file: string, found: string, folder: string): void {
  const pid = Number(found.split(' ')[0]);
  if (pid > 0 && identity(pid) === found) throw new DataFolderInUse(folder, pid);
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  const taken = read(aside);
  if (taken !== undefined && taken !== found) {
    renameSync(aside, file);
    throw new DataFolderInUse(folder, Number(taken.split(' ')[0]));
  }
  rmSync(aside, { force: true });
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** A process as `pid start`; the start alone is `gone` when there is no such process. */
function identity(pid: number): string {
  return `${pid} ${startOf(pid) ?? 'gone'}`;
}

function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') {
    // Field 22 of stat is the start in clock ticks since boot; the name before it may hold blanks and brackets.
    const stat = read(`/proc/${pid}/stat`);
    const ticks = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return ticks === undefined ? undefined : `${bootId()}/${ticks}`;
  }
  const ps = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return ps.stdout.trim() === '' ? undefined : ps.stdout.trim();
}

/** Ticks count from boot, so they mean nothing without knowing which boot. */
function bootId(): string {
  return read('/proc/sys/kernel/random/boot_id')?.trim() ?? 'boot';
}

function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
