import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onServerCore } from './machine';
import { cpuOfCluster } from './processes';

interface Started {
  readonly url: string;
  readonly postmaster: number;
}

/** The PostgreSQL all systems of a run store in; new and empty, and removed afterwards. */
export class Cluster {
  private constructor(
    private readonly child: ChildProcess,
    private readonly started: Started,
  ) {}

  static async start(): Promise<Cluster> {
    const folder = mkdtempSync(join(tmpdir(), 'enig-bench-'));
    chmodSync(folder, 0o755); // started by root, PostgreSQL runs as somebody else
    const [command = '', ...args] = onServerCore([process.execPath, join(__dirname, 'database.js'), folder]);
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const started = await new Promise<Started>((done, fail) => {
      child.once('message', (message: Started) => done(message));
      child.once('exit', () => fail(new Error('PostgreSQL has not started')));
    });
    return new Cluster(child, started);
  }

  /** How its owner connects. */
  get url(): string {
    return this.started.url;
  }

  /** CPU seconds until now. */
  get cpu(): number {
    return cpuOfCluster(this.started.postmaster);
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.child.once('exit', done));
    this.child.disconnect();
    await ended;
  }
}
