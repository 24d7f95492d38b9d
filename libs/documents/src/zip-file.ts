import type { Instant } from '@enig/kernel';
import { ZipFile } from 'yazl';

/** A file that is to lie in a zip file. */
export interface ZipEntry {
  /** Its path in the zip file, with `/` between folders. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * What paths can be: in ASCII without spaces, where programs go through them; or as people call things, which those who
 * unpack it by hand read. Those are marked as UTF-8 in the file.
 */
const PATHS = { ascii: /^[\x21-\x7e]+$/u, called: /^[\x20-\x7e\p{L}]+$/u };

/**
 * Files as the bytes of one zip file. The same files give the same bytes, wherever and whenever it is made: they lie in
 * the order of their paths, all with the same moment, and are not compressed, for what is large among ours is already.
 *
 * @param at  when they are said to be from: to two seconds, from 1980 on, which is what the format knows; read as UTC.
 * @param paths  what they are called.
 * @throws RangeError where two have the same path, or a path is none.
 */
export async function zipOf(
  entries: AsyncIterable<ZipEntry>,
  at: Instant,
  paths: keyof typeof PATHS = 'ascii',
): Promise<Uint8Array> {
  const all: ZipEntry[] = [];
  for await (const entry of entries) all.push(entry);
  all.sort((one, other) => (one.path < other.path ? -1 : 1));
  const zip = new ZipFile();
  const options = { mtime: sameEverywhere(at), compress: false, forceDosTimestamp: true };
  for (const [index, { path, bytes }] of all.entries()) {
    if (!PATHS[paths].test(path) || all[index + 1]?.path === path) throw new RangeError(`Not a path: ${path}`);
    zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), path, options);
  }
  zip.end();
  const written: Uint8Array[] = [];
  for await (const piece of zip.outputStream) written.push(piece as Buffer);
  return new Uint8Array(Buffer.concat(written));
}

/** The format has local time, and yazl asks the computer for its own: a moment whose local time is the given one's UTC. */
function sameEverywhere(at: Instant): Date {
  const utc = new Date(at);
  return new Date(
    ...([utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate()] as const),
    ...([utc.getUTCHours(), utc.getUTCMinutes(), utc.getUTCSeconds()] as const),
  );
}
