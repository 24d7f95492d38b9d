/** `npm test`: everything that must be green, in the order that fails soonest. Stops at the first stage that fails. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const require = createRequire(import.meta.url);
const results = `${root}dist/test-results`;
/** Where Linux keeps files in memory, and the room in bytes that has to be free there. */
const MEMORY = '/dev/shm';
const ROOM = 4 * 2 ** 30;

const nx = (target) => [require.resolve('nx/bin/nx.js'), 'run-many', '-t', target, '--output-style=static'];
// Jest's own cache stays; the folder for what is only of this run does not.
const jest = (...args) => [
  require.resolve('jest/bin/jest'),
  `--cacheDirectory=${root}node_modules/.cache/jest`,
  ...args,
];

const stages = [
  { name: 'format', args: [require.resolve('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'] },
  { name: 'lint', args: nx('lint') },
  { name: 'types', args: nx('types') },
  { name: 'unit and integration', args: jest('--maxWorkers=2'), counted: true },
  { name: 'build', args: nx('build') },
  {
    name: 'end to end',
    args: jest('--config', 'apps/e2e/jest.stories.config.cjs', '--maxWorkers=2'),
    counted: true,
  },
];

process.chdir(root);
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const temporary = inMemory();
const total = { passed: 0, failed: 0 };
const durations = [];
for (const stage of stages) {
  process.stdout.write(`\n── ${stage.name} ──\n`);
  const began = Date.now();
  const isGreen = await run(stage);
  durations.push(`${stage.name}: ${((Date.now() - began) / 1000).toFixed(1)} s${isGreen ? '' : ' (failed)'}`);
  if (isGreen) continue;
  process.exitCode = 1;
  break;
}
process.stdout.write(`\n${durations.join('\n')}\n\n${total.passed} passed, ${total.failed} failed\n`);

/**
 * A folder in memory for what is thrown away at the end: hundreds of databases, each of which a disk would have to have
 * first. Where there is no room it is where it is, only slower.
 */
function inMemory() {
  if (process.env.TMPDIR || !hasRoom()) return {};
  const folder = mkdtempSync(`${MEMORY}/enig-`);
  // Where root runs the tests, PostgreSQL's account must be able to enter.
  chmodSync(folder, 0o755);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  return { TMPDIR: folder };
}

function hasRoom() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM;
  } catch {
    return false;
  }
}

/** Runs one stage and adds up its tests. A stage without tests that fails counts as one. */
async function run({ name, args, counted = false }) {
  const report = `${results}/${name.replaceAll(' ', '-')}.json`;
  const withReport = counted ? [...args, '--json', `--outputFile=${report}`] : args;
  const code = await ended(
    spawn(process.execPath, withReport, {
      env: { ...process.env, ...temporary, NX_DAEMON: 'false', NX_TUI: 'false' },
      // Jest writes what people read to standard error, and its report a second time to standard output.
      stdio: ['ignore', counted ? 'ignore' : 'inherit', 'inherit'],
    }),
  );
  const { passed, failed } = counted ? count(report) : { passed: 0, failed: code === 0 ? 0 : 1 };
  total.passed += passed;
  total.failed += failed;
  return code === 0 && failed === 0;
}

function ended(child) {
  return new Promise((done) => child.on('close', done));
}

/** A test file that could not even be read has no tests to fail, so it counts as one. */
function count(report) {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = read(report);
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1 };
  }
}
