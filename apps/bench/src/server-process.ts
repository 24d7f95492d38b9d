import { spawn, type ChildProcess } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { onServerCore } from './machine';
import { cpuOf } from './processes';

/** Where the tools lie, seen from the bundle in dist/apps/bench. */
export const TOOLS = join(__dirname, '../../../apps/bench/tools');

/**
 * As the image starts Enig (docker/Dockerfile), and here every system: room for what is short-lived but not quite short
 * enough, or each second or two a whole collection takes a tenth of a second of a core.
 */
export const AS_DEPLOYED = ['--initial-old-space-size=256'];

/** Longest wait in ms for a server to listen, and to stop. */
const START_WITHIN = 60_000;
const STOP_WITHIN = 10_000;

/** A server under measurement, in a process of its own on the servers' core. */
export class ServerProcess {
  private said = '';

  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (bytes: Buffer) => (this.said = (this.said + bytes.toString()).slice(-4_000)));
  }

  /** Starts a program of Node that listens on `PORT`, and waits until it does. */
  static async start(program: readonly string[], env: Readonly<Record<string, string>>): Promise<ServerProcess> {
    const port = await freePort();
    const hook = [...AS_DEPLOYED, '--expose-gc', '--require', join(TOOLS, 'hook.cjs')];
    const [command = '', ...args] = onServerCore([process.execPath, ...hook, ...program]);
    const child = spawn(command, args, {
      env: { ...process.env, ...env, PORT: String(port), NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const server = new ServerProcess(child, port);
    await server.listening();
    return server;
  }

  private async listening(): Promise<void> {
    const until = performance.now() + START_WITHIN;
    while (!(await answers(this.port))) {
      const isOver = this.child.exitCode !== null || performance.now() > until;
      if (isOver) throw new Error(`The server has not started:\n${this.said}`);
      await new Promise((next) => setTimeout(next, 20));
    }
  }

  /** CPU seconds until now. */
  get cpu(): number {
    return cpuOf(this.child.pid ?? 0);
  }

  /** The end of what it has written, to show when something went wrong. */
  get lastWords(): string {
    return this.said;
  }

  /** Asks the hook (tools/hook.cjs): `memory` in bytes after a collection; `watch` and `stall` in ms for the loop. */
  ask(ask: 'memory' | 'watch' | 'stall'): Promise<number> {
    return new Promise((done, fail) => {
      const gone = (): void => fail(new Error(`The server has gone:\n${this.said}`));
      this.child.once('exit', gone);
      this.child.once('message', ({ answer }: { readonly answer: number }) => {
        this.child.off('exit', gone);
        done(answer);
      });
      this.child.send({ ask }, (error) => error && gone());
    });
  }

  /** @param signal SIGKILL for one that is so far behind that it would not end soon. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const ended = new Promise<void>((done) => this.child.once('exit', () => done()));
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill(signal);
    const hard = setTimeout(() => this.child.kill('SIGKILL'), STOP_WITHIN);
    await ended;
    clearTimeout(hard);
  }
}

/** A port nobody listens on now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => done(true)).once('error', () => done(false));
    socket.once('connect', () => socket.destroy());
  });
}
