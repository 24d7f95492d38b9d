import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './workspace';

/* One id leads from docs/rules to code to test. */

/** Where the rules of each kind are written down. */
const PAGES = {
  AG: 'agreement',
  HE: 'hearing',
  AP: 'approval',
  AC: 'access',
  CO: 'collaboration',
  KE: 'kernel',
  OP: 'operations',
  CA: 'case',
  LO: 'log',
} as const;
type Kind = keyof typeof PAGES;

const KINDS = Object.keys(PAGES).join('|');
/** A rule's id, `AP-2`, or a code under it, `AP-2-TEXT-HAS-CHANGED`. Nothing that only looks alike, as `SHA-256`. */
const MENTION = new RegExp(`(?<![A-Za-z0-9-])((?:${KINDS})-\\d+)(-[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*)?(?![A-Za-z0-9])`, 'g');
/** A rule begins a row of a table, a heading or a list item. */
const DEFINITION = new RegExp(`^(?:\\|\\s*|#{2,6}\\s+|[-*]\\s+)\\**\`?((?:${KINDS})-\\d+)\\b`);
/** A test's name begins with the rules it is about, or with a code: that is a string which begins so. */
const NAME = new RegExp(`(['"\`])((?:${KINDS})-\\d+[^\\n]*?)\\1`, 'g');

interface Rule {
  readonly id: string;
  readonly text: string;
}

function filesUnder(folder: string, isWanted: (name: string) => boolean): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return entry.name === 'node_modules' || entry.name === 'dist' ? [] : filesUnder(path, isWanted);
    return isWanted(entry.name) ? [path] : [];
  });
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Every id mentioned in a text, and every full code. */
function mentions(text: string): { readonly ids: readonly string[]; readonly codes: readonly string[] } {
  const found = [...text.matchAll(MENTION)];
  return {
    ids: found.map(([, id = '']) => id),
    codes: found.flatMap(([whole, , rest]) => (rest === undefined ? [] : [whole])),
  };
}

function pageText(page: string): string {
  const path = `docs/rules/${page}.md`;
  return existsSync(join(ROOT, path)) ? read(path) : '';
}

function rulesIn(page: string): readonly Rule[] {
  const lines = pageText(page).split('\n');
  return lines.flatMap((line, index) => {
    const id = DEFINITION.exec(line)?.[1];
    if (id === undefined) return [];
    const isRow = line.startsWith('|');
    const end = lines.findIndex((each, at) => at > index && (each.startsWith('#') || DEFINITION.test(each)));
    return [{ id, text: isRow ? line : lines.slice(index, end === -1 ? undefined : end).join('\n') }];
  });
}

function sourceOf(rule: Rule): string {
  if (rule.text.startsWith('|')) return rule.text.split('|').at(-2)?.trim() ?? '';
  return /source|kilde/i.test(rule.text) ? rule.text : '';
}

const sources = ['libs', 'apps'].flatMap((folder) => filesUnder(folder, (name) => /\.tsx?$/.test(name)));
const isSpec = (path: string): boolean => /\.spec\.tsx?$/.test(path);
const code = sources.filter((path) => !isSpec(path)).map((path) => ({ path, ...mentions(read(path)) }));
const specs = sources.filter((path) => isSpec(path) && path !== relative(ROOT, __filename));

const rules = Object.values(PAGES).flatMap(rulesIn);
const defined = new Set(rules.map(({ id }) => id));
const mentionedInCode = new Set(code.flatMap(({ ids }) => ids));
const codesInCode = new Set(code.flatMap(({ codes }) => codes));
const tested = new Set(specs.flatMap((path) => [...idsInNames(read(path)), ...idsInCases(read(path))]));

function idsInNames(spec: string): readonly string[] {
  return [...spec.matchAll(NAME)].flatMap(([, , name = '']) => mentions(name).ids);
}

/** A spec that reads its cases from a page and names each by its `$rules` tests the rules those cases name. */
function idsInCases(spec: string): readonly string[] {
  if (!spec.includes('$rules')) return [];
  const pages = Object.values(PAGES).filter((page) => spec.includes(`rules/${page}.md`));
  const cases = pages.flatMap((page) => pageText(page).split('\n')).filter((line) => !DEFINITION.test(line));
  return mentions(cases.join('\n')).ids;
}

describe('every rule leads from its page to code and to a test', () => {
  it.each(Object.entries(PAGES))(
    '%s: docs/rules/%s.md holds rules of its own kind, each once, from 1 without gaps',
    (kind, page) => {
      const ids = rulesIn(page).map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(0);
      expect(ids).toEqual(ids.map((_, index) => `${kind}-${index + 1}`));
    },
  );

  it('no code names a rule that is not written down', () => {
    const unknown = code.flatMap(({ path, ids }) =>
      ids.filter((id) => !defined.has(id)).map((id) => `${id} in ${path}`),
    );
    expect(unknown).toEqual([]);
  });

  it('no rule is without code', () => {
    expect([...defined].filter((id) => !mentionedInCode.has(id))).toEqual([]);
  });

  it('no rule is without a test that has its id in its name', () => {
    expect([...defined].filter((id) => !tested.has(id))).toEqual([]);
  });

  it('no rule is without a source', () => {
    expect(rules.filter((rule) => sourceOf(rule).length < 3).map(({ id }) => id)).toEqual([]);
  });

  it('no page names a code that nothing refuses with', () => {
    const written = Object.values(PAGES).flatMap((page) => mentions(pageText(page)).codes);
    expect(written.filter((each) => !codesInCode.has(each))).toEqual([]);
  });

  it.each<Kind>(['AG', 'HE', 'AP', 'KE'])('%s: every code stands in the rule it belongs to', (kind) => {
    const texts = new Map(rules.map(({ id, text }) => [id, text]));
    const homeless = [...codesInCode]
      .filter((each) => each.startsWith(`${kind}-`))
      .filter((each) => !texts.get(each.split('-', 2).join('-'))?.includes(`\`${each}\``));
    expect(homeless).toEqual([]);
  });
});

describe('the reading of rules', () => {
  it('tells ids and codes from what looks alike', () => {
    const text = "AP-2, 'AP-2-TEXT-HAS-CHANGED' and AG-1 to (HE-7); not SHA-256, WRAP-2 or AC-3x";
    expect(mentions(text)).toEqual({ ids: ['AP-2', 'AP-2', 'AG-1', 'HE-7'], codes: ['AP-2-TEXT-HAS-CHANGED'] });
  });
});
