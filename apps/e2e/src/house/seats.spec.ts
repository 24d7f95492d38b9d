import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projects, ROOT } from './workspace';

/** Who gives people seats, and compares none: the demo and its measurements, and what is written in the database. */
const GRANTS = /^(apps\/bench\/|libs\/data\/src\/(demo|seed|migrations\/))/;
/** Generated, only run by tests, or words. */
const NO_PRODUCT = /\/generated\/|\.spec\.tsx?$|\/test-[^/]*$|^apps\/e2e\/|^libs\/messages\//;

/** The kinds of seat, as libs/access says them. */
function seatKinds(): readonly string[] {
  const source = readFileSync(join(ROOT, 'libs/access/src/seat.ts'), 'utf8');
  const listed = /export const seatKinds = \[([^\]]*)\]/.exec(source)?.[1] ?? '';
  return [...listed.matchAll(/'(\w+)'/g)].map(([, kind = '']) => kind);
}

function sources(): readonly string[] {
  return projects().flatMap(({ folder }) =>
    readdirSync(join(ROOT, folder, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `${folder}/src/${file}`),
  );
}

/** Where a kind of seat stands by name, in whatever way it is then compared: alone, in a list, as a key of a record. */
function namesIn(source: string, kinds: readonly string[]): readonly string[] {
  return kinds.filter((kind) => new RegExp(`['"\`]${kind}['"\`]|\\b${kind}:`).test(source));
}

describe('AC-1 who may do what is asked of libs/access', () => {
  const kinds = seatKinds();

  it('finds a kind of seat by name however it is compared', () => {
    expect(kinds).toContain('disabilityCouncilSecretary');
    expect(namesIn("const NOTES: readonly string[] = ['spokesperson'];", kinds)).toEqual(['spokesperson']);
    expect(namesIn('const may = { councillor: false };', kinds)).toEqual(['councillor']);
    expect(namesIn("m('seat.councillor')", kinds)).toEqual([]);
  });

  it('and no kind of seat is named anywhere else', () => {
    const product = sources().filter(
      (file) => !file.startsWith('libs/access/') && !GRANTS.test(file) && !NO_PRODUCT.test(file),
    );
    expect(product.length).toBeGreaterThan(500);
    const named = product.flatMap((file) =>
      namesIn(readFileSync(join(ROOT, file), 'utf8'), kinds).map((kind) => `${file}: ${kind}`),
    );
    expect(named).toEqual([]);
  });
});
