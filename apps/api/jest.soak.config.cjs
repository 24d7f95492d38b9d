/**
 * The long forms of the tests, by `npm run soak`: `*.soak.ts` instead of `*.spec.ts`. `SOAK=0.05 npm run soak` does a
 * twentieth of it, `SEED=…` repeats a run, `npm run soak -- kill` does one of them.
 */
module.exports = {
  ...require('./jest.config.cjs'),
  displayName: 'soak',
  testMatch: ['<rootDir>/src/**/*.soak.ts'],
};
