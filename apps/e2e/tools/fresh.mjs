/**
 * `npm run fresh`: does the first command of the README work for a newcomer? Clones what is committed into a home that
 * only its owner can enter, installs, starts, stops as Ctrl-C does, starts again, kills without warning and starts once
 * more. As root it does all that twice: as root, and as an ordinary user made for it.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const USER = 'enig-fresh';
const READY_WITHIN = 300_000;

const isRoot = process.getuid?.() === 0;
const registry = output('npm', ['config', 'get', 'registry']);
await tryAs(undefined);
if (isRoot) await tryAs(makeUser());
process.stdout.write('\nAlt virkede.\n');

async function tryAs(account) {
  const name = account === undefined ? (isRoot ? 'root' : 'den, der kører dette') : USER;
  process.stdout.write(`\n── som ${name} ──\n`);
  const home = mkdtempSync(join(tmpdir(), 'enig-fresh-'));
  const said = [];
  let running;
  try {
    const clone = join(home, 'enig');
    execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, clone]);
    if (account !== undefined) chownAll(home, account);
    chmodSync(home, 0o700);
    const how = { account, home, clone, port: await freePort(), said };
    await timed('npm ci', () => finished(run('npm', ['ci', '--no-progress'], how)));
    running = await timed('første start', () => started(how));
    await timed('stop (Ctrl-C)', () => stopped(running, 'SIGINT'));
    running = await timed('anden start', () => started(how));
    process.kill(-running.pid, 'SIGKILL');
    running = await timed('start efter kill -9', () => started(how));
    await timed('stop (SIGTERM)', () => stopped(running, 'SIGTERM'));
    running = undefined;
  } catch (error) {
    process.stderr.write(said.join(''));
    if (running !== undefined) process.kill(-running.pid, 'SIGTERM');
    throw error;
  } finally {
    const moved = /Data lægges i (\/var\/lib\/enig\/[0-9a-f]+)/.exec(said.join(''))?.[1];
    if (moved !== undefined) rmSync(moved, { recursive: true, force: true });
    rmSync(home, { recursive: true, force: true });
    if (account !== undefined) execFileSync('userdel', [USER]);
  }
}

/** A new one each time: a run that was cut short may have left its own behind. */
function makeUser() {
  if (spawnSync('id', [USER], { stdio: 'ignore' }).status === 0) execFileSync('userdel', [USER]);
  execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/bin/sh', USER]);
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(output('id', [flag, USER])));
  return { uid, gid };
}

function chownAll(path, { uid, gid }) {
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) chownAll(join(path, name), { uid, gid });
  chownSync(path, uid, gid);
}

function output(command, args) {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

/** Nothing of the caller's environment but where programs are: a newcomer has none of it. */
function run(command, args, { account, home, clone, port, said }) {
  const temporary = join(home, 'tmp');
  mkdirSync(temporary, { recursive: true });
  if (account !== undefined) chownSync(temporary, account.uid, account.gid);
  const child = spawn(command, args, {
    cwd: clone,
    env: { PATH: process.env.PATH, HOME: home, TMPDIR: temporary, PORT: String(port), npm_config_registry: registry },
    ...account,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (chunk) => said.push(chunk.toString()));
  child.stderr.on('data', (chunk) => said.push(chunk.toString()));
  return child;
}

async function timed(what, act) {
  const began = Date.now();
  const value = await act();
  process.stdout.write(`${what}: ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
  return value;
}

async function finished(child) {
  const code = await new Promise((done) => child.once('close', done));
  if (code !== 0) throw new Error(`It ended with ${code}`);
}

async function started(how) {
  const child = run('npm', ['start'], how);
  const until = Date.now() + READY_WITHIN;
  while (child.exitCode === null && Date.now() < until) {
    if (await answers(how.port)) return child;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error('The server did not get ready');
}

async function answers(port) {
  try {
    return (await fetch(`http://localhost:${port}/readyz`)).ok;
  } catch {
    return false;
  }
}

/** A terminal sends Ctrl-C to everything that runs in it; SIGTERM comes to npm alone. */
async function stopped(child, signal) {
  const ended = finished(child);
  process.kill(signal === 'SIGINT' ? -child.pid : child.pid, signal);
  await ended;
}

function freePort() {
  return new Promise((found) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}
