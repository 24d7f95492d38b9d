import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './workspace';

/**
 * The picture in docs/architecture.md as a table, written out once more: whoever widens eslint.layers.mjs must say so
 * here too. Left the layer, right what it may use.
 */
const house: Record<string, string> = {
  kernel: '',
  hearing: 'kernel',
  approval: 'kernel',
  agreement: 'kernel hearing approval',
  access: 'kernel hearing approval agreement',
  text: 'kernel',
  collab: 'kernel text',
  messages: 'kernel hearing approval agreement access',
  data: 'kernel hearing approval agreement access text collab messages',
  documents: 'kernel hearing approval agreement text messages',
  ui: 'kernel hearing approval agreement access text messages',
  api: 'kernel hearing approval agreement access text collab data documents messages',
  web: 'kernel hearing approval agreement access text messages ui',
  e2e: '',
  bench: 'kernel hearing approval agreement access text collab data documents messages',
};
const layers = Object.keys(house);
const apps = ['api', 'web', 'e2e', 'bench'];

interface Case {
  readonly title: string;
  readonly file: string;
  readonly code: string;
  /** The rules that must be broken; none where the code is allowed. */
  readonly broken: readonly string[];
}

const BOUNDARY = '@nx/enforce-module-boundaries';
const IMPORTS = 'no-restricted-imports';
const SYNTAX = 'no-restricted-syntax';
const GLOBALS = 'no-restricted-globals';

function inLayer(layer: string, name = 'virtual.ts'): string {
  return `${apps.includes(layer) ? 'apps' : 'libs'}/${layer}/src/${name}`;
}

const directions: Case[] = layers.flatMap((from) =>
  layers
    .filter((to) => to !== from)
    .map((to) => {
      const allowed = house[from]?.split(' ').includes(to) === true;
      return {
        title: `${from} → ${to}`,
        file: inLayer(from),
        code: imports(from, to),
        broken: allowed ? [] : [BOUNDARY, IMPORTS],
      };
    }),
);

/** By name; an app has nothing to import by name, so there the path is tried as well. Some messages are kept from web. */
function imports(from: string, to: string): string {
  const byName = `export ${from === 'web' && to === 'messages' ? '{ createMessages }' : '*'} from '@enig/${to}';\n`;
  if (!apps.includes(to)) return byName;
  return `${byName}export * from '${apps.includes(from) ? '../..' : '../../../apps'}/${to}/src/main';\n`;
}

/** Packages that are installed, so Nx knows them too. */
const packages: [layer: string, allowed: string[], forbidden: string[]][] = [
  ['kernel', ['canonicalize', '@noble/hashes/sha2', 'temporal-polyfill'], ['typeorm', 'yjs', '@nestjs/common', 'zod']],
  ['hearing', [], ['temporal-polyfill', 'typeorm', 'yjs', 'react', 'graphql', '@nestjs/common', '@casl/ability']],
  ['approval', [], ['temporal-polyfill', 'typeorm', 'yjs', 'react', 'graphql', '@nestjs/common', '@casl/ability']],
  ['agreement', [], ['temporal-polyfill', 'typeorm', 'yjs', 'react', 'graphql', '@nestjs/common', '@casl/ability']],
  ['access', ['@casl/ability'], ['yjs', 'typeorm', '@nestjs/common', 'fast-check']],
  [
    'text',
    ['yjs', 'lib0/encoding', 'diff', 'fractional-indexing', '@tiptap/core', '@tiptap/pm/model'],
    ['react', 'y-websocket'],
  ],
  ['collab', ['yjs', 'y-protocols/sync', 'lib0/decoding'], ['ws', 'pg', 'typeorm', 'y-websocket', '@nestjs/common']],
  ['messages', [], ['react', '@nestjs/common', 'yjs']],
  ['data', ['typeorm', 'pg', 'yjs'], ['@nestjs/common', 'graphql', 'express', 'react', 'nodemailer', 'docx', 'yauzl']],
  [
    'documents',
    [
      'docx',
      '@myriaddreamin/typst-ts-node-compiler',
      '@expo-google-fonts/ibm-plex-sans',
      'pdfjs-dist',
      'yauzl',
      'yazl',
      'saxes',
    ],
    ['typeorm', 'pg', 'react', 'yjs', '@nestjs/common', 'express', 'nodemailer', 'mammoth', 'pdf-lib'],
  ],
  ['ui', ['react', 'dkfds', 'yjs', 'y-websocket'], ['typeorm', 'urql', 'react-router', 'docx', 'pdfjs-dist']],
  [
    'api',
    ['@nestjs/common', 'graphql', 'ws', 'zod', 'yjs', 'nodemailer'],
    ['typeorm', 'pg', 'react', 'playwright-core', 'docx', '@myriaddreamin/typst-ts-node-compiler', 'yauzl'],
  ],
  ['web', ['react', 'react-router', 'urql'], ['typeorm', '@nestjs/common', 'express', 'docx', 'pdfjs-dist']],
  ['e2e', ['playwright-core', 'y-websocket'], ['typeorm', 'pg', '@nestjs/common', '@hocuspocus/server']],
  ['bench', ['ws', 'pg', '@hocuspocus/server', '@hocuspocus/extension-database'], ['typeorm', '@nestjs/common']],
];
const external: Case[] = packages.flatMap(([layer, allowed, forbidden]) => [
  ...allowed.map((name) => ({ title: `${layer} uses ${name}`, file: inLayer(layer), code: uses(name), broken: [] })),
  ...forbidden.map((name) => ({
    title: `${layer} uses ${name}`,
    file: inLayer(layer),
    code: uses(name),
    broken: [BOUNDARY, IMPORTS],
  })),
]);

function uses(name: string): string {
  return `export * from '${name}';\n`;
}

const forms: Case[] = [
  ['a type', "import type { Agreement } from '@enig/agreement';\nexport type Mine = Agreement;\n", [BOUNDARY, IMPORTS]],
  ['a dynamic import', "export const later = import('@enig/agreement');\n", [BOUNDARY]],
  ['a path into another project', "export * from '../../agreement/src/index';\n", [BOUNDARY]],
  ['a path around the index', "export * from '@enig/kernel/src/dates';\n", [IMPORTS]],
  ['a package that is not installed', uses('left-pad'), [IMPORTS]],
  ['what is made for tests', uses('@enig/data/testing'), [BOUNDARY, IMPORTS]],
].map(([title, code, broken]) => ({
  title: `hearing by ${String(title)}`,
  file: inLayer('hearing'),
  code: String(code),
  broken: broken as string[],
}));

const pure = ['kernel', 'hearing', 'approval', 'agreement', 'access'];
const impurities: [code: string, ...rules: string[]][] = [
  ["export * from 'node:fs';\n", IMPORTS],
  ["export * from 'fs';\n", IMPORTS],
  ['export const env = process.env;\n', GLOBALS, SYNTAX],
  ['export const at = Date.now();\n', SYNTAX],
  ['export const at = new Date();\n', SYNTAX],
  ['export const luck = Math.random();\n', SYNTAX],
  ['export const id = crypto.randomUUID();\n', GLOBALS, SYNTAX],
  ["console.log('hej');\n", GLOBALS, 'no-console'],
];
const purity: Case[] = pure.flatMap((layer) => [
  ...impurities.map(([code, ...broken]) => ({ title: `${layer}: ${code.trim()}`, file: inLayer(layer), code, broken })),
  {
    title: `${layer}: a date that is given`,
    file: inLayer(layer),
    code: 'export const at = (given: string): Date => new Date(given);\n',
    broken: [],
  },
]);

const env = 'export const url = process.env.DATABASE_URL;\n';
const sql = 'export const query = `SELECT name FROM person`;\n';
const byName = "export const may = (seat: { role: string }): boolean => seat.role === 'coordinator';\n";
const byKind = "export const may = (seat: { kind: string }): boolean => seat.kind === 'coordinator';\n";
const oneOf: Case[] = [
  { title: 'settings read in config.ts', file: 'apps/api/src/config.ts', code: env, broken: [] },
  { title: 'settings read elsewhere in api', file: inLayer('api'), code: env, broken: [SYNTAX] },
  { title: 'settings read in data', file: inLayer('data'), code: env, broken: [SYNTAX] },
  { title: 'settings through node:process', file: inLayer('api'), code: uses('node:process'), broken: [IMPORTS] },
  { title: 'SQL in data', file: inLayer('data'), code: sql, broken: [] },
  { title: 'SQL in api', file: inLayer('api'), code: sql, broken: [SYNTAX] },
  {
    title: 'a role by name in access',
    file: inLayer('access'),
    code: byName + byKind.replace('may', 'can'),
    broken: [],
  },
  { title: 'a role by name in web', file: inLayer('web'), code: byName, broken: [SYNTAX] },
  { title: 'a kind of seat by name in api', file: inLayer('api'), code: byKind, broken: [SYNTAX] },
  { title: 'a day without its language', file: inLayer('web'), code: uses('@enig/messages'), broken: [IMPORTS] },
  { title: 'a default export', file: inLayer('text'), code: 'export default 1;\n', broken: [SYNTAX] },
  { title: 'fast-check in a spec', file: inLayer('approval', 'virtual.spec.ts'), code: uses('fast-check'), broken: [] },
  {
    title: 'another layer in a spec',
    file: inLayer('approval', 'virtual.spec.ts'),
    code: uses('@enig/hearing'),
    broken: [BOUNDARY, IMPORTS],
  },
  {
    title: 'what is made for tests in a spec',
    file: inLayer('data', 'virtual.spec.ts'),
    code: uses('./test-database'),
    broken: [],
  },
  { title: 'what is made for tests', file: inLayer('data'), code: uses('./test-database'), broken: [IMPORTS] },
  {
    title: 'a package in a spec',
    file: inLayer('approval', 'virtual.spec.ts'),
    code: uses('yjs'),
    broken: [BOUNDARY, IMPORTS],
  },
];

const inGallery = 'libs/ui/gallery/virtual.tsx';
const inTesting = 'libs/ui/testing/virtual.ts';
const rooms: Case[] = [
  { title: 'the parts in the gallery', file: inGallery, code: uses('../src') + uses('react'), broken: [] },
  { title: 'another layer in the gallery', file: inGallery, code: uses('@enig/data'), broken: [BOUNDARY, IMPORTS] },
  { title: 'a package in the gallery', file: inGallery, code: uses('typeorm'), broken: [BOUNDARY, IMPORTS] },
  { title: 'what is for specs in the gallery', file: inGallery, code: uses('../testing/gallery'), broken: [IMPORTS] },
  { title: 'what specs use in testing', file: inTesting, code: uses('ws') + uses('node:http'), broken: [] },
  { title: 'another layer in testing', file: inTesting, code: uses('@enig/data'), broken: [BOUNDARY, IMPORTS] },
  { title: 'a package in testing', file: inTesting, code: uses('typeorm'), broken: [BOUNDARY, IMPORTS] },
  {
    title: 'a part that knows of the gallery',
    file: inLayer('ui'),
    code: uses('../gallery/sample'),
    broken: [IMPORTS],
  },
  { title: 'a part that stands on testing', file: inLayer('ui'), code: uses('../testing/gallery'), broken: [IMPORTS] },
  {
    title: 'a spec that stands on testing',
    file: inLayer('ui', 'virtual.spec.ts'),
    code: uses('../testing/gallery'),
    broken: [],
  },
];

const cases = [...directions, ...external, ...forms, ...purity, ...oneOf, ...rooms];

function lintAll(): Map<Case, string[]> {
  const lint = spawnSync(process.execPath, [join(ROOT, 'apps/e2e/tools/lint-virtual.mjs')], {
    input: JSON.stringify(cases),
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  });
  if (lint.status !== 0) throw new Error(lint.stderr);
  const found = JSON.parse(lint.stdout) as { rule: string }[][];
  return new Map(cases.map((one, n) => [one, [...new Set((found[n] ?? []).map(({ rule }) => rule))].sort()]));
}

describe('the lint that keeps the house in shape', () => {
  let broken: Map<Case, string[]>;
  beforeAll(() => {
    broken = lintAll();
  }, 60_000);

  it.each(cases.map((one) => [one.broken.length === 0 ? 'allows' : 'forbids', one.title, one] as const))(
    '%s: %s',
    (_verdict, _title, one) => {
      expect(broken.get(one)).toEqual([...one.broken].sort());
    },
  );

  it('knows every direction there is', () => {
    expect(directions).toHaveLength(layers.length * (layers.length - 1));
  });
});
