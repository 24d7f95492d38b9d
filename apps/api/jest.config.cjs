module.exports = {
  ...require('../../jest.preset.cjs'),
  displayName: 'api',
  rootDir: __dirname,
  setupFiles: [require.resolve('./jest.as-served.cjs')],
  globalSetup: require.resolve('../../libs/data/jest.global-setup.cjs'),
  globalTeardown: require.resolve('../../libs/data/jest.global-teardown.cjs'),
  testTimeout: 30_000,
};
