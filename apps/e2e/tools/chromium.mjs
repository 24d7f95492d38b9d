/** Finds a Chromium for the end-to-end tests, or installs one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The path of a Chromium: CHROMIUM_PATH, one on the PATH, Playwright's own, or one installed now.
 *
 * @throws Error with one sentence on what to do when there is none and none can be installed.
 */
export function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  process.stdout.write('Ingen Chromium fundet; henter en …\n');
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) installFromDebian();
  else run(process.execPath, [require.resolve('playwright-core/cli.js'), 'install', 'chromium']);
  const installed = findChromium();
  if (installed !== undefined) return installed;
  throw new Error(
    'Der er ingen Chromium, og den kunne ikke hentes: installér pakken chromium, eller sæt CHROMIUM_PATH til en, du har.',
  );
}

function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH peger på ${given}, som ikke findes.`);
  }
  const folders = (process.env.PATH ?? '').split(':').concat('/usr/bin');
  const onPath = NAMES.flatMap((name) => folders.map((folder) => `${folder}/${name}`)).find((path) => existsSync(path));
  return onPath ?? [chromium.executablePath()].find((path) => existsSync(path));
}

function installFromDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-q'], env);
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], env);
}

function run(command, args, env = process.env) {
  spawnSync(command, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
}
