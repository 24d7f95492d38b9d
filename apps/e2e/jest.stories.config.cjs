/** The built product in a real browser. */
module.exports = {
  ...require('../../jest.preset.cjs'),
  displayName: 'stories',
  rootDir: __dirname,
  testMatch: ['<rootDir>/src/stories/**/*.spec.ts'],
  globalSetup: require.resolve('./tools/browser-setup.cjs'),
  testTimeout: 120_000,
};
