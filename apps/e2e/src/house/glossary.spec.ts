import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projects, ROOT } from './workspace';

/* docs/glossary.md and the code speak of the same things by the same names. */

const domain = ['kernel', 'hearing', 'approval', 'agreement', 'access'];

interface Source {
  readonly file: string;
  readonly lib: string;
  readonly text: string;
}

function sourcesIn(folder: 'libs' | 'apps'): readonly Source[] {
  return projects()
    .filter((project) => project.folder.startsWith(`${folder}/`) && existsSync(join(ROOT, project.folder, 'src')))
    .flatMap(({ folder: own }) =>
      readdirSync(join(ROOT, own, 'src'), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file) && !file.includes('.spec.') && !file.startsWith('generated'))
        .map((file) => ({ file: `${own}/src/${file}`, lib: basename(own), text: read(`${own}/src/${file}`) })),
    );
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** A row: Danish term, identifier, meaning, source, not to be confused with. */
const rows = read('docs/glossary.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Dansk |'))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
const identifiers = rows.flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
const terms = new Set(rows.flatMap(([cell = '']) => cell.split(' / ').map((term) => term.toLowerCase())));

const libs = sourcesIn('libs');
const exported = /^export (?:declare )?(?:abstract )?(?:interface|type|class|enum) (\w+)/gm;

function typesOf(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ text }) => [...text.matchAll(exported)].map(([, name = '']) => name));
}

/** The types one can import from a domain library: declared in it and named by its index. */
const domainTypes = domain.flatMap((lib) => {
  const own = libs.filter((source) => source.lib === lib);
  const index = own.find(({ file }) => file.endsWith('/src/index.ts'))?.text ?? '';
  return typesOf(own).filter((name) => new RegExp(`\\b${name}\\b`).test(index));
});

/** Each Danish word a docstring gives for its thing: `da: mål`, `(da: bilag)`, `da: udkast, i høring`. */
const tags = libs.flatMap(({ file, text }) =>
  [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap(([comment]) =>
    [
      ...comment.replace(/\s*\n\s*\*(?!\/)[ \t]?/g, ' ').matchAll(/\bda: ([^.;:()@]+?)\s*(?:[.;:()@]| {2}|\*\/)/g),
    ].flatMap(([, list = '']) => list.split(',').map((term) => ({ file, term: term.trim().toLowerCase() }))),
  ),
);

describe('the glossary', () => {
  it('has five filled cells in each row', () => {
    expect(rows.length).toBeGreaterThan(80);
    expect(rows.filter((cells) => cells.length !== 5 || cells.some((cell) => cell === ''))).toEqual([]);
  });

  it('gives each identifier to one term', () => {
    expect(identifiers.filter((name, index) => identifiers.indexOf(name) !== index)).toEqual([]);
  });

  it('names only what is in the code: an exported name or a literal', () => {
    const code = libs.map(({ text }) => text).join('\n');
    const isIn = (name: string) =>
      new RegExp(`export (?:\\w+ )+${name}\\b`).test(code) ||
      code.includes(`'${name}'`) ||
      new RegExp(`readonly ${name}\\b`).test(code);
    expect(identifiers.filter((name) => !isIn(name))).toEqual([]);
  });

  it('has every type of the domain libraries', () => {
    expect(domainTypes.length).toBeGreaterThan(100);
    expect([...new Set(domainTypes)].filter((name) => !identifiers.includes(name))).toEqual([]);
  });

  it('has every Danish word the docstrings give', () => {
    expect(tags.length).toBeGreaterThan(60);
    expect(tags.filter(({ term }) => !terms.has(term))).toEqual([]);
  });
});

describe('names', () => {
  it('are never a bare Council or Action, which could be three bodies or two things', () => {
    const all = typesOf([...libs, ...sourcesIn('apps')]);
    expect(all.filter((name) => name === 'Council' || name === 'Action')).toEqual([]);
  });

  it('are written without æ, ø and å in code', () => {
    const declared = /^\s*(?:export )?(?:const|let|function|class|interface|type) (\w*[æøåÆØÅ][\wæøåÆØÅ]*)/gmu;
    expect(
      libs.flatMap(({ file, text }) => [...text.matchAll(declared)].map(([found]) => `${file}: ${found}`)),
    ).toEqual([]);
  });
});
