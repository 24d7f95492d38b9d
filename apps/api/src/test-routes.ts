import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** For specs only: an address over HTTP as its controller declares it. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** With made-up values in the places of its parameters. */
  readonly path: string;
  /** Whether it is marked as open to those who are not signed in. */
  readonly isPublic: boolean;
}

const CONTROLLER = /@Controller\((?:'([^']*)')?\)/u;
const HANDLER = /@(Get|Post|Put|Patch|Delete|All)\((?:'([^']*)')?\)/gu;

/** Every address of every controller, read from the sources: one that is added is in here by itself. */
export function allRoutes(): Route[] {
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.controller.ts')).flatMap(routesIn);
}

function routesIn(file: string): Route[] {
  const source = readFileSync(join(__dirname, file), 'utf8');
  const [, root = ''] = CONTROLLER.exec(source) ?? [];
  const isPublic = source.includes('@Public()');
  return [...source.matchAll(HANDLER)].map(([, verb = '', own = '']) => {
    const method = verb.toUpperCase();
    if (method !== 'GET' && method !== 'POST') throw new Error(`${file} answers ${method}`);
    return { method, path: `/${[root, own].filter(Boolean).join('/').replace(/:\w+/gu, filled)}`, isPublic };
  });
}

function filled(parameter: string): string {
  return /sha|hash/u.test(parameter) ? 'a'.repeat(64) : '00000000-0000-4000-8000-000000000000';
}
