import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const TOOL = join(__dirname, '..', '..', 'tools', 'pass-deadline.mjs');

/**
 * Lets a round's deadline be now, as nobody can who uses the product.
 *
 * @param dataDir the folder of a server with an embedded database.
 */
export function passDeadline(dataDir: string, round: string): void {
  // The fifth line says in which folder the database's socket lies.
  const [, , , , socket = ''] = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  execFileSync(process.execPath, [TOOL, socket, round]);
}
