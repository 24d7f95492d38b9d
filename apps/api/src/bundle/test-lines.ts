import { createHash } from 'node:crypto';
import { canonicalHash, type Json } from '@enig/kernel';

/** The files of a case, by path. */
type Files = Map<string, Buffer>;

/** An act as it lies in a case. */
export interface Line {
  number: number;
  previous: string | null;
  hash: string;
  kind?: string;
  facts?: { [name: string]: Json };
  [name: string]: Json | undefined;
}

/** The hash a line ought to have, worked out from what docs/bundle-format.md says of it. */
export function hashOf({ hash: _, withheld, ...line }: Line): string {
  const { agreement, number, at, kind, previous, salt = null, person, body, capacity, facts } = line;
  if (withheld === true) return canonicalHash({ agreement, number, at, kind, said: line['said'], previous } as Json);
  if (salt === null)
    return canonicalHash({ agreement, number, at, person, body, capacity, kind, facts, previous } as Json);
  return canonicalHash({ agreement, number, at, kind, said: saidOf(line), previous } as Json);
}

/** What stands for what a line says, where that is withheld. */
export function saidOf({ salt = null, person, body, capacity, facts }: Omit<Line, 'hash'>): string {
  return canonicalHash({ salt, person, body, capacity, facts } as Json);
}

/** Takes out what the acts that are gone told of. */
export function forget(files: Files, gone: readonly Line[], left: readonly Line[]): void {
  const versions = new Set(left.map(({ facts }) => facts?.['version']));
  const kinds = new Set(gone.map(({ kind }) => kind));
  if (kinds.has('conclude')) files.delete('notices.json');
  else if (kinds.has('noteSentToAuthority')) forgetNotices(files, gone);
  for (const { facts, kind } of gone) {
    const sent = kind === 'sendCase' ? folderOfCase(files, String(facts?.['sha256'])) : null;
    for (const path of [...files.keys()]) {
      if (typeof facts?.['decision'] === 'string' && path.includes(facts['decision'])) files.delete(path);
      if (sent !== null && path.startsWith(sent)) files.delete(path);
      if (typeof facts?.['reference'] === 'string' && path.includes(facts['reference'])) files.delete(path);
    }
  }
  for (const [path, bytes] of [...files])
    if (path.endsWith('/manifest.json') && !versions.has(createHash('sha256').update(bytes).digest('hex')))
      forgetVersion(files, path);
}

/** Where the case with this hash lies; null where none is in it. */
function folderOfCase(files: Files, hash: string): string | null {
  const found = [...files].find(
    ([path, bytes]) => path.endsWith('/case.json') && createHash('sha256').update(bytes).digest('hex') === hash,
  );
  return found ? found[0].slice(0, -'case.json'.length) : null;
}

function forgetNotices(files: Files, gone: readonly Line[]): void {
  const notices = JSON.parse(String(files.get('notices.json'))) as { sent: { at: string }[] };
  const sent = notices.sent.filter(({ at }) => !gone.some((act) => act['at'] === at));
  files.set('notices.json', pretty({ ...notices, sent }));
}

function forgetVersion(files: Files, manifest: string): void {
  const folder = manifest.slice(0, -'manifest.json'.length);
  const others = [...files].filter(([path]) => path.endsWith('/manifest.json') && path !== manifest);
  const isUsed = (path: string): boolean =>
    others.some(([, bytes]) => bytes.toString('utf8').includes(/[0-9a-f]{64}/u.exec(path)?.[0] ?? '?'));
  for (const path of [...files.keys()]) {
    if (path.startsWith(folder)) files.delete(path);
    if (/^(texts|annexes)\//u.test(path) && !isUsed(path)) files.delete(path);
  }
}

/** JSON as Enig writes it. */
export function pretty(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
