/** The long forms of the tests, by `npm run soak`: `*.soak.ts` instead of `*.spec.ts`. */
module.exports = {
  ...require('./jest.config.cjs'),
  displayName: 'soak',
  testMatch: ['<rootDir>/src/**/*.soak.ts'],
};
