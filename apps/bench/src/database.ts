/** The PostgreSQL of a run, on the core of what is measured: everything it starts stays there. */
import { rmSync } from 'node:fs';
import { startEmbeddedPostgres } from '@enig/data';
import { childrenOf } from './processes';

/** Ends with the run that started it, however that ends, and leaves nothing behind. */
async function main(): Promise<void> {
  const dataDir = process.argv[2] ?? '';
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  process.once('disconnect', () => {
    void postgres.stop().then(() => {
      rmSync(dataDir, { recursive: true, force: true });
      process.exit(0);
    });
  });
  process.send?.({ url: postgres.url, postmaster: childrenOf(process.pid)[0] });
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
