import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from './embedded/start';

/** Carries the address of the run's server from Jest's global setup to its workers. */
export const VARIABLE = 'ENIG_TEST_DATABASE_URL';

/** Starts one real PostgreSQL for a whole test run. @returns how to stop it and remove its data. */
export async function startTestCluster(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'enig-test-'));
  // Where root runs the tests, PostgreSQL's account must be able to enter.
  chmodSync(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
  process.env[VARIABLE] = postgres.url;
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
