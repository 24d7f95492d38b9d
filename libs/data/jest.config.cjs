module.exports = {
  ...require('../../jest.preset.cjs'),
  displayName: 'data',
  rootDir: __dirname,
  globalSetup: require.resolve('./jest.global-setup.cjs'),
  globalTeardown: require.resolve('./jest.global-teardown.cjs'),
  testTimeout: 30_000,
};
