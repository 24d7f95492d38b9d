/** Writes schema.graphql: what the api serves, as the spec found it. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const served = `${root}dist/schema/schema.graphql`;
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');

rmSync(served, { force: true });
const { stderr } = spawnSync(process.execPath, [jest, '-c', `${root}apps/api/jest.config.cjs`, 'schema.spec'], {
  cwd: root,
  encoding: 'utf8',
});
try {
  copyFileSync(served, `${root}schema.graphql`);
} catch {
  process.stderr.write(stderr);
  process.exit(1);
}
