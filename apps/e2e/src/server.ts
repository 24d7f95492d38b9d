import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..', '..');
/** Longest wait in ms for a first start, with a new database and its demo, on a busy machine. */
const READY_WITHIN = 180_000;

/** The built product, running for one test file. */
export interface Server {
  /** `http://localhost:<port>`, the same after a restart. */
  readonly url: string;
  /** Where its data is, kept until {@link stop}. */
  readonly dataDir: string;
  /** What it has written for people to read since it was last started. */
  readonly said: string;
  /** As a power cut would: nothing is told, nothing is finished. It can be started again on the same data. */
  kill(): Promise<void>;
  /** Starts again after {@link kill} or {@link end}, with the same data and address; from now on also with these settings. */
  restart(more?: Readonly<Record<string, string>>): Promise<void>;
  /** Asks it to end, as Ctrl-C (SIGINT) or a service manager (SIGTERM) does. @returns the code it ended with. */
  end(signal: 'SIGINT' | 'SIGTERM'): Promise<number | null>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

/** Starts the built server on a free port, with an embedded database in a temporary folder. */
export async function startServer(settings: Readonly<Record<string, string>> = {}): Promise<Server> {
  const dataDir = mkdtempSync(join(tmpdir(), 'enig-e2e-'));
  // Where root runs the tests, PostgreSQL's account must be able to enter.
  chmodSync(dataDir, 0o755);
  let kept = settings;
  let running = await ready(launch({ DATA_DIR: dataDir, PORT: '0', ...kept }));
  const { url } = running;
  return {
    url,
    dataDir,
    get said() {
      return running.said;
    },
    kill: async () => void (await running.ended('SIGKILL')),
    restart: async (more = {}) => {
      kept = { ...kept, ...more };
      running = await ready(launch({ DATA_DIR: dataDir, ...kept, PORT: new URL(url).port }));
    },
    end: (signal) => running.ended(signal),
    stop: async () => {
      await running.ended('SIGINT');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The folder in which the socket of an embedded database lies that runs: where its owner comes in. */
export function socketOf(dataDir: string): string {
  // The fifth line says so.
  const [, , , , socket = ''] = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  return socket;
}

/** A start that may still fail. */
export interface Start {
  /** What it has written so far. */
  readonly said: string;
  /** Resolves with the address when it takes requests; `null` when it ended instead. */
  readonly answer: Promise<string | null>;
  /** Sends a signal, where it has not ended yet. @returns the code it ended with; null after a signal. */
  ended(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts the built server with these settings alone. */
export function launch(settings: Readonly<Record<string, string>>): Start {
  const child = spawn(process.execPath, [join(ROOT, 'dist/apps/api/main.js')], {
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const answer = new Promise<string | null>((done) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /http:\/\/localhost:\d+/.exec(said);
      if (address !== null) done(address[0]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('close', () => done(null));
  });
  return {
    get said() {
      return said;
    },
    answer,
    ended: (signal) => ended(child, signal),
  };
}

async function ready(start: Start): Promise<{ readonly url: string; readonly said: string } & Pick<Start, 'ended'>> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<null>((done) => {
    late = setTimeout(() => done(null), READY_WITHIN);
  });
  const url = await Promise.race([start.answer, tooLate]);
  clearTimeout(late);
  if (url === null) {
    await start.ended('SIGKILL');
    throw new Error(`The server was not ready within ${READY_WITHIN} ms:\n${start.said}`);
  }
  return Object.assign(start, { url });
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    await new Promise<void>((done) => {
      child.once('exit', () => done());
      child.kill(signal);
    });
  }
  return child.exitCode;
}
