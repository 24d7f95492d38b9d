import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@enig/data';

/** A PostgreSQL for one spec alone, since it is going to be stopped at once and started again. */
export class OwnPostgres {
  private constructor(
    private readonly folder: string,
    private running: EmbeddedPostgres,
  ) {}

  static async start(): Promise<OwnPostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'enig-own-'));
    chmodSync(folder, 0o755); // where root runs the tests, PostgreSQL's account must be able to enter
    const postgres = new OwnPostgres(folder, await startIn(folder));
    postgres.lead();
    return postgres;
  }

  /** The same before and after a crash. */
  get url(): string {
    const url = new URL(this.running.url);
    url.searchParams.set('host', this.link);
    return url.toString();
  }

  private get link(): string {
    return join(this.folder, 'socket');
  }

  /** Each start has a folder of its own for its socket; people find it by a link. */
  private lead(): void {
    rmSync(this.link, { force: true });
    symlinkSync(new URL(this.running.url).searchParams.get('host') ?? '', this.link);
  }

  /** Stops it as `pg_ctl stop -m immediate` does: nothing is finished and nothing written out. */
  async crash(): Promise<void> {
    const [pid] = readFileSync(join(this.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGQUIT');
    await this.running.stop();
  }

  /** Starts it again; it recovers from its log first. */
  async recover(): Promise<void> {
    this.running = await startIn(this.folder);
    this.lead();
  }

  async stop(): Promise<void> {
    await this.running.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function startIn(folder: string): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
}
