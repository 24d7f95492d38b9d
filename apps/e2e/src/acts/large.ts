import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { socketOf } from '../server';

const TOOL = join(__dirname, '..', '..', 'tools', 'seed-large.mjs');

/** An agreement of 47 parties, half-way through its approval. */
export interface LargeAgreement {
  readonly agreement: string;
  readonly version: string;
  /** The persona of one in its secretariat. */
  readonly secretariat: string;
  /** Every party, by name, with the persona of its council's secretary and what it came to; null for nothing yet. */
  readonly parties: readonly {
    readonly party: string;
    readonly name: string;
    readonly secretary: string;
    readonly outcome: string | null;
  }[];
}

/**
 * Puts an agreement of 47 parties into the database of a server that runs, past the server.
 *
 * @param dataDir the folder of a server with an embedded database.
 */
export function seedLargeAgreement(dataDir: string): LargeAgreement {
  return JSON.parse(execFileSync(process.execPath, [TOOL, socketOf(dataDir)], { encoding: 'utf8' })) as LargeAgreement;
}
