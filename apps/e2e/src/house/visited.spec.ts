import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AGAIN_STATES, AGREED_STATES, APPROVAL_STATES, STILL_STATES } from '../pages/approval-states';
import { CHANGED_STATES, LATE_STATES } from '../pages/changed-states';
import { HEARING_STATES } from '../pages/hearing-states';
import { PAGE_STATES, type PageState } from '../pages/states';
import { ASKING_PAGES } from '../pages/troubles';
import { ROOT } from './workspace';

/* No page is forgotten: what the web app and the server have an address for is looked at in some state of it. */

/** Every place of whatever a state is found by, named by itself. */
const ANYWHERE = new Proxy({}, { get: (_, name) => (name === 'deleted' ? DELETED : `<${String(name)}>`) });
const DELETED = { section: '<section>', before: '/tekster/<text>/foer/<milestone>', who: '/tekster/<text>/hvem' };

const visited = [
  ...addressesOf(PAGE_STATES),
  ...addressesOf(HEARING_STATES),
  ...addressesOf(CHANGED_STATES),
  ...addressesOf(LATE_STATES),
  ...addressesOf(APPROVAL_STATES),
  ...addressesOf(STILL_STATES),
  ...addressesOf(AGAIN_STATES),
  ...addressesOf(AGREED_STATES),
];

function addressesOf<Of>(states: readonly PageState<Of>[]): string[] {
  return states.map(({ path }) => path(ANYWHERE as Of).replace(/[?#].*$/, ''));
}

/** Those of the addresses, as `/aftaler/:id`, that none of the others is of. */
function missingIn(others: readonly string[], addresses: readonly string[]): string[] {
  return addresses.filter((address) => {
    const pattern = address.replaceAll(/\/:\w+\?/g, '(?:/[^/]+)?').replaceAll(/:\w+/g, '[^/]+');
    return !others.some((each) => new RegExp(`^${pattern}$`).test(each));
  });
}

/** The addresses of the web app. */
function routes(): string[] {
  const app = readFileSync(join(ROOT, 'apps/web/src/app.tsx'), 'utf8');
  return [...app.matchAll(/<Route path="([^"*]+)"/g)].map(([, path = '']) => path);
}

/** The addresses at which the server answers with a page of its own. */
function served(): string[] {
  return readdirSync(join(ROOT, 'apps/api/src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.controller.ts'))
    .flatMap((file) => pagesOf(readFileSync(join(ROOT, 'apps/api/src', file), 'utf8')));
}

function pagesOf(controller: string): string[] {
  const base = /@Controller\('([^']*)'\)/.exec(controller)?.[1] ?? '';
  return [...controller.matchAll(/@Get\((?:'([^']*)')?\)([^@]|@(?!Get|Post|Put|Delete))*/g)]
    .filter(([method]) => method.includes('sendPage('))
    .map(([, path = '']) => `/${[base, path].filter((each) => each !== '').join('/')}`);
}

describe('the states that are looked at', () => {
  it('are of every page of the web app', () => {
    expect(routes().length).toBeGreaterThan(30);
    expect(missingIn(visited, routes())).toEqual([]);
  });

  it('are of every page the server writes itself', () => {
    expect(served()).toContain('/aftale/:id');
    expect(missingIn(visited, served())).toEqual([]);
  });

  it('are also those in which a page cannot have what it is about', () => {
    const asking = ASKING_PAGES.map(({ path }) => path);
    // Who is not signed in asks for nothing.
    expect(missingIn(asking, routes())).toEqual(['/log-ind']);
  });
});
