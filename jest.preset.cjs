/**
 * What every project's jest.config.cjs starts from. Code under test runs as CommonJS, as in the bundled server, so that
 * there is one copy of Yjs in a process.
 */

/** Packages that ship ES modules only and must be turned into CommonJS as our own sources are. */
const esModulesOnly = ['fractional-indexing', 'temporal-polyfill', 'temporal-utils'];

const swc = (parser) => [
  '@swc/jest',
  {
    swcrc: false,
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      parser,
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: true,
        react: { runtime: 'automatic' },
      },
    },
  },
];

module.exports = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons'] },
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/src/**/*.spec.tsx'],
  moduleNameMapper: {
    '^@enig/collab/testing$': `${__dirname}/libs/collab/src/gate/test-corpus.ts`,
    '^@enig/data/testing$': `${__dirname}/libs/data/src/test-database.ts`,
    '^@enig/documents/testing$': `${__dirname}/libs/documents/src/test-documents.ts`,
    '^@enig/([a-z]+)$': `${__dirname}/libs/$1/src/index.ts`,
    '\\.(css|svg)$': `${__dirname}/jest.style-stub.cjs`,
  },
  transform: {
    '\\.tsx$': swc({ syntax: 'typescript', tsx: true, decorators: true }),
    '\\.(ts|js|mjs)$': swc({ syntax: 'typescript', decorators: true }),
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModulesOnly.join('|')})/)`],
};
