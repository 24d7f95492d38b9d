const { existsSync, readdirSync } = require('node:fs');

/** Every project with specs, in one run; the end-to-end tests have a run of their own (apps/e2e/jest.stories.config.cjs). */
const withSpecs = (folder) =>
  existsSync(`${__dirname}/${folder}/src`) &&
  readdirSync(`${__dirname}/${folder}/src`, { recursive: true, encoding: 'utf8' }).some((name) =>
    /\.spec\.tsx?$/.test(name),
  );

module.exports = {
  // Against hanging only; Jest heeds this here and not in the projects.
  testTimeout: 60_000,
  projects: ['apps', 'libs']
    .flatMap((group) => readdirSync(`${__dirname}/${group}`).map((name) => `${group}/${name}`))
    .filter(withSpecs)
    .map((folder) => `<rootDir>/${folder}`),
};
