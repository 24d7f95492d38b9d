import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projects, ROOT } from './workspace';

const RUNTIMES = ['any', 'node', 'browser'];

describe('every project of the workspace', () => {
  it.each(projects().map((project) => [project.folder, project] as const))(
    '%s has its two tags',
    (folder, { tags }) => {
      const layers = tags.filter((tag) => tag.startsWith('layer:'));
      const runtimes = tags.filter((tag) => tag.startsWith('runtime:'));
      // The layer carries the folder's name: lint finds a file's layer by its folder, Nx by the tag.
      expect(layers).toEqual([`layer:${basename(folder)}`]);
      expect(runtimes).toHaveLength(1);
      expect(RUNTIMES).toContain(runtimes[0]?.slice('runtime:'.length));
    },
  );

  it.each(projects().map(({ folder, name }) => [folder, name] as const))(
    '%s is reached by its name',
    (folder, name) => {
      expect(name).toBe(`@enig/${basename(folder)}`);
      if (!folder.startsWith('libs/')) return;
      const { compilerOptions } = JSON.parse(readFileSync(join(ROOT, 'tsconfig.base.json'), 'utf8')) as {
        compilerOptions: { paths: Record<string, string[]> };
      };
      expect(compilerOptions.paths[name]).toEqual([`./${folder}/src/index.ts`]);
    },
  );

  it.each(projects().filter(({ folder }) => folder.startsWith('libs/')))('$folder has one way in', ({ folder }) => {
    // A room that is drawn but not built yet has no sources at all.
    if (!existsSync(join(ROOT, folder, 'src')) || readdirSync(join(ROOT, folder, 'src')).length === 0) return;
    expect(existsSync(join(ROOT, folder, 'src/index.ts'))).toBe(true);
    expect(existsSync(join(ROOT, folder, 'README.md'))).toBe(true);
  });
});

describe('TypeScript', () => {
  it('stands where the lint knows its layer', () => {
    const known = /^(apps|libs)\/[a-z0-9]+\/((src|gallery|testing)\/|vite\.config\.ts$)/;
    const files = projects().flatMap(({ folder }) =>
      [folder, ...folders(folder)].flatMap((below) =>
        readdirSync(join(ROOT, below))
          .filter((name) => /\.tsx?$/.test(name))
          .map((name) => `${below}/${name}`),
      ),
    );
    expect(files).toContain('libs/ui/gallery/main.tsx');
    expect(files.filter((file) => !known.test(file))).toEqual([]);
  });
});

describe('names that say nothing', () => {
  it('are not used for folders', () => {
    const nothing = /^(utils?|helpers?|common|types|constants)$/;
    expect(
      folders('apps')
        .concat(folders('libs'), folders('docs'))
        .filter((folder) => nothing.test(basename(folder))),
    ).toEqual([]);
  });
});

/** Every folder below, but for what is installed or built. */
function folders(below: string): string[] {
  return readdirSync(join(ROOT, below), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['node_modules', 'dist'].includes(entry.name))
    .flatMap((entry) => [`${below}/${entry.name}`, ...folders(`${below}/${entry.name}`)]);
}
