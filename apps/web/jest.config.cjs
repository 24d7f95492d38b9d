module.exports = {
  ...require('../../jest.preset.cjs'),
  displayName: 'web',
  rootDir: __dirname,
  testEnvironment: `${__dirname}/testing/environment.cjs`,
  setupFilesAfterEnv: [`${__dirname}/../../jest.waiting.cjs`],
};
