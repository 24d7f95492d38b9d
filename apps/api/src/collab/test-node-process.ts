import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A node in a process of its own, to be killed. For specs only. */
export class NodeProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {}

  get url(): string {
    return `ws://127.0.0.1:${this.port}`;
  }

  /** @param database where its texts are. */
  static async start(database: string): Promise<NodeProcess> {
    const child = fork(join(__dirname, 'test-child.cjs'), [join(__dirname, 'test-child.ts'), database], {
      execArgv: [],
    });
    const died = once(child, 'exit').then(([code]) => Promise.reject(new Error(`The node ended with ${String(code)}`)));
    const [said] = (await Promise.race([once(child, 'message'), died])) as [{ port: number }];
    died.catch(() => undefined); // it is meant to be killed later
    return new NodeProcess(child, said.port);
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** `kill -9`. Resolves when it is gone. */
  async kill(): Promise<void> {
    if (!this.isRunning) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}
