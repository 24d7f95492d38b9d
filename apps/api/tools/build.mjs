/**
 * Builds the server: one CommonJS file with our own libs in it, packages from npm left where npm put them. Nest reads
 * the types of constructor parameters at run time, which esbuild cannot write down, so SWC goes over apps/api first.
 */
import { copyFile, readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const outdir = `${root}dist/apps/api`;

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

const decorators = {
  name: 'decorators',
  setup({ onLoad }) {
    onLoad({ filter: /apps[\\/]api[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), {
        filename: path,
        swcrc: false,
        sourceMaps: 'inline',
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
        },
      });
      return { contents: code, loader: 'js' };
    });
  },
};

await rm(outdir, { recursive: true, force: true });
const settings = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
  tsconfig: 'tsconfig.base.json',
  plugins: [workspace, decorators],
};
// As it serves, however it is started: unless told, graphql looks at every value for a second copy of itself.
const served = { js: "process.env.NODE_ENV ??= 'production';" };
await build({ ...settings, entryPoints: ['apps/api/src/main.ts'], outdir, banner: served });
// A thread of its own cannot be a part of the bundle. The names are those the threads are started by.
for (const worker of ['text-worker', 'document-worker', 'file-worker'])
  await build({
    ...settings,
    entryPoints: [`apps/api/src/threads/${worker}.ts`],
    outfile: `${outdir}/${worker}.cjs`,
  });
// It lies in every exported case as it is, for whoever has none of our code.
await copyFile(`${root}apps/api/tools/verify-case.mjs`, `${outdir}/verify-case.mjs`);
