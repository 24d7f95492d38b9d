import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The system account PostgreSQL runs as: it refuses to run as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

const OWN_NAME = 'enig-postgres';
/** Tried in this order where no account can be made. */
const FALLBACKS = ['postgres', 'nobody'];

/**
 * The account to run PostgreSQL as, or `undefined` when the present one will do because it is not root. Root gets the
 * owner of the folder it finds, so that data made by an ordinary user stay that user's; else an account of our own.
 */
export function accountFor(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return ownerOf(cluster) ?? named(OWN_NAME) ?? created() ?? fallback();
}

function ownerOf(folder: string): Account | undefined {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined || found.uid === 0) return undefined;
  return accounts().find(({ uid }) => uid === found.uid);
}

function named(name: string): Account | undefined {
  return accounts().find((account) => account.name === name);
}

/** Made without home, password or shell. Debian and its kin have `useradd`, Alpine has BusyBox's `adduser`. */
function created(): Account | undefined {
  const useradd = spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', OWN_NAME]);
  if (useradd.status !== 0) spawnSync('adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', OWN_NAME]);
  return named(OWN_NAME);
}

function fallback(): Account {
  for (const name of FALLBACKS) {
    const account = named(name);
    if (account !== undefined) return account;
  }
  throw new Error(
    `PostgreSQL kan ikke køre som root, og kontoen ${OWN_NAME} kunne ikke oprettes. ` +
      'Start som en almindelig bruger, eller sæt DATABASE_URL til en PostgreSQL, du har.',
  );
}

function accounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

/** Whether the account may enter every folder on the way to this one, and the folder itself where it exists. */
export function canEnter(account: Account, folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = statSync(at, { throwIfNoEntry: false });
    if (found !== undefined && !searchable(found, account)) return false;
    if (at === dirname(at)) return true;
  }
}

function searchable(folder: { mode: number; uid: number; gid: number }, account: Account): boolean {
  if (folder.uid === account.uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === account.gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
}
