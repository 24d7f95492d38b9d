module.exports = {
  ...require('../../jest.preset.cjs'),
  displayName: 'ui',
  rootDir: __dirname,
  testEnvironment: 'jest-environment-jsdom',
  setupFilesAfterEnv: [`${__dirname}/../../jest.waiting.cjs`],
};
