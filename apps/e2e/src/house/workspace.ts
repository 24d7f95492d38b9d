import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The top folder of the repository. */
export const ROOT = join(__dirname, '..', '..', '..', '..');

/** One project of the workspace, as its package.json says it. */
export interface Project {
  readonly folder: string;
  readonly name: string;
  readonly tags: readonly string[];
}

/** Every folder below apps and libs with a package.json. */
export function projects(): Project[] {
  return ['apps', 'libs'].flatMap((group) =>
    readdirSync(join(ROOT, group), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => readProject(`${group}/${entry.name}`)),
  );
}

function readProject(folder: string): Project {
  const { name, nx } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as {
    name: string;
    nx?: { tags?: string[] };
  };
  return { folder, name, tags: nx?.tags ?? [] };
}
