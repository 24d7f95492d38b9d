module.exports = {
  ...require('../../jest.preset.cjs'),
  displayName: 'api',
  rootDir: __dirname,
  globalSetup: require.resolve('../../libs/data/jest.global-setup.cjs'),
  globalTeardown: require.resolve('../../libs/data/jest.global-teardown.cjs'),
  testTimeout: 30_000,
};
