/**
 * `node apps/e2e/tools/seed-large.mjs <socket folder>`: puts an agreement of 47 parties, half-way through its approval,
 * into the database of a server that runs, and says as JSON which it is and who decides in it. It is made by the same
 * stores as everybody's, past the server: nobody is told, and a page that is open shows it when it is loaded again.
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const outfile = `${root}dist/apps/e2e/seed-large.cjs`;

/** They ship ES modules only; inside the bundle they need no help from Node to be CommonJS. */
const bundled = ['fractional-indexing', 'temporal-polyfill', 'temporal-utils'];

const workspace = {
  name: 'workspace',
  setup({ onResolve }) {
    onResolve({ filter: /^@enig\/[a-z]+$/ }, ({ path }) => ({ path: `${root}libs/${path.slice(6)}/src/index.ts` }));
    onResolve({ filter: /^[^./]/ }, ({ path }) => {
      const isBundled = bundled.some((name) => path === name || path.startsWith(`${name}/`));
      return isBundled ? undefined : { path, external: true };
    });
  },
};

const contents = `
  export { connect } from '@enig/data';
  export { seedLarge } from './libs/data/src/test-large';
  export { instantOf, localDateAt } from '@enig/kernel';
`;
await build({
  absWorkingDir: root,
  stdin: { contents, resolveDir: root, loader: 'ts' },
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'warning',
  tsconfig: 'tsconfig.base.json',
  plugins: [workspace],
});
const { connect, seedLarge, instantOf, localDateAt } = createRequire(import.meta.url)(outfile);

const [socket = ''] = process.argv.slice(2);
const url = `postgres://enig@localhost/enig?host=${encodeURIComponent(socket)}`;
const source = await connect({ url, applicationName: 'seed-large' });
try {
  const large = await seedLarge(source, localDateAt(instantOf(new Date())));
  process.stdout.write(`${JSON.stringify(large)}\n`);
} finally {
  await source.destroy();
}
