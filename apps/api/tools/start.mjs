/**
 * `npm start`: builds what is stale and runs the server in this process, so that a signal meant for it reaches it.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const require = createRequire(import.meta.url);

process.chdir(root);
if (existsSync('.env')) process.loadEnvFile('.env');
await build();
require(`${root}dist/apps/api/main.js`);

/** Nx knows by the content of the sources what is stale. What it says is shown only when it fails. */
async function build() {
  const began = Date.now();
  process.stdout.write('Bygger det, der er ændret …\n');
  const nx = spawn(
    process.execPath,
    [require.resolve('nx/bin/nx.js'), 'run-many', '-t', 'build', '-p', '@enig/api', '@enig/web'],
    {
      env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true', FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const said = [];
  nx.stdout.on('data', (chunk) => said.push(chunk));
  nx.stderr.on('data', (chunk) => said.push(chunk));
  const stop = () => {
    nx.kill();
    process.exit(0);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const code = await new Promise((done) => nx.on('close', done));
  process.off('SIGINT', stop).off('SIGTERM', stop);
  if (code !== 0) {
    process.stderr.write(Buffer.concat(said));
    process.exit(1);
  }
  process.stdout.write(`Bygget på ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
}
