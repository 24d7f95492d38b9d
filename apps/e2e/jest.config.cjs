/** What is checked of the house itself. The stories in the browser are in jest.stories.config.cjs. */
module.exports = {
  ...require('../../jest.preset.cjs'),
  displayName: 'house',
  rootDir: __dirname,
  testMatch: ['<rootDir>/src/house/**/*.spec.ts'],
};
