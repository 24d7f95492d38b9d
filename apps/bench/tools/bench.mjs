/**
 * `npm run bench`: builds the server and the load generator, then measures. The server is built by its own build tool
 * and copied, so that a build made meanwhile changes nothing under a run.
 *
 *   --only <scenario>   one scenario (may be given more than once)
 *   --rounds <n>        interleaved rounds; 3 when not given
 *   --quick             one round, short windows: to see that everything runs, not to be quoted
 *   --no-build          measures what was built the last time
 */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const outdir = `${root}dist/apps/bench`;

/** They ship ES modules only; inside the bundle they need no help from Node to be CommonJS. */
const bundled = ['fractional-indexing', 'temporal-polyfill', 'temporal-utils'];

const workspace = {
  name: 'workspace',
  setup({ onResolve }) {
    onResolve({ filter: /^@enig\/[a-z]+$/ }, ({ path }) => ({ path: `${root}libs/${path.slice(6)}/src/index.ts` }));
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === 'entry-point') return undefined;
      return bundled.some((name) => path === name || path.startsWith(`${name}/`))
        ? undefined
        : { path, external: true };
    });
  },
};

const args = process.argv.slice(2);
if (!args.includes('--no-build')) {
  run([`${root}apps/api/tools/build.mjs`]);
  rmSync(outdir, { recursive: true, force: true });
  cpSync(`${root}dist/apps/api`, `${outdir}/api`, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['apps/bench/src/main.ts', 'apps/bench/src/database.ts'],
    outdir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
    tsconfig: 'tsconfig.base.json',
    plugins: [workspace],
  });
}
process.exitCode = run(['--enable-source-maps', `${outdir}/main.js`, ...args]);

/** Runs a script on the core of the load, where cores can be chosen. @returns its exit code. */
function run(script) {
  const command = [process.execPath, ...script];
  const canPin = ['0', '1'].every((core) => spawnSync('taskset', ['-c', core, 'true']).status === 0);
  const pinned = canPin ? ['taskset', '-c', '1', ...command] : command;
  const { status } = spawnSync(pinned[0], pinned.slice(1), { cwd: root, stdio: 'inherit' });
  if (status !== 0 && script[0].endsWith('build.mjs')) process.exit(status ?? 1);
  return status ?? 1;
}
