import { allRoutes } from '../test-routes';
import { startTestApp, type TestApp } from '../test-app';

/** What a browser sends that goes to an address. */
const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8' };
const CONTACT = 'sekretariatet, tlf. 12 34 56 78';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ services: ['api'], contact: CONTACT });
});

afterAll(() => app.close());

async function pageAt(path: string, browser = app.anybody, init: RequestInit = {}) {
  const response = await browser.fetch(path, { redirect: 'manual', headers: BROWSER, ...init });
  const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
  return { status: response.status, type, text: await response.text(), headers: response.headers };
}

const waysIn = (text: string): string[] => [...text.matchAll(/<a href="([^"]+)"/gu)].map(([, href = '']) => href);

describe('a person at an address', () => {
  const shut = allRoutes().filter(
    ({ isPublic, method, path }) => method === 'GET' && !isPublic && !/^\/laes/.test(path),
  );

  it.each(shut)('of somebody who is signed in is asked to, and comes back: $path', async ({ path }) => {
    const { status, type, text } = await pageAt(path);
    expect([status, type, waysIn(text)]).toEqual([401, 'text/html', [`/log-ind?til=${encodeURIComponent(path)}`]]);
    expect(text).toMatch(/<html lang="da-DK">.*<h1>Siden kan ikke vises<\/h1>/su);
    expect(text).toContain(CONTACT);
  });

  it.each([
    ...['/hoeringssvar/x', '/hoeringssvar/x/y', '/hoeringssvar/x/y/z', '/log-ind/link', '/auth', '/files', '/jobs'],
    ...['/laes/a/b/c', '/post/x', '/post/x/y/z', '/rounds', '/submissions', '/versions/x', '/text-versions'],
  ])('where there is nothing is told so, and how to go on: %s', async (path) => {
    const { status, type, text } = await pageAt(path, await app.signIn('sekretariat'));
    expect([status, type, waysIn(text)]).toEqual([404, 'text/html', ['/', '/laes']]);
    expect(text).toContain('Det findes ikke, eller du har ikke adgang til det.');
  });

  it.each(['/aftale/xyz', '/aftale/00000000-0000-4000-8000-000000000000/kort', '/hoeringssvar/x'])(
    'where there is nothing for somebody who is not signed in is told what they can do: %s',
    async (path) => {
      const { status, text } = await pageAt(path);
      expect([status, waysIn(text)]).toEqual([404, ['/log-ind']]);
      expect(text).toContain('Her er ikke noget, som alle kan læse. Tjek adressen.');
      expect(text).not.toContain('Mine opgaver');
    },
  );

  it('who sent too much, or from another site, is told so on a page', async () => {
    const headers = { ...BROWSER, 'content-type': 'application/x-www-form-urlencoded' };
    const much = await pageAt('/log-ind/link', app.anybody, { method: 'POST', headers, body: 'x'.repeat(20_000) });
    expect([much.status, much.type]).toEqual([413, 'text/html']);
    const foreign = { ...headers, origin: 'https://elsewhere.example' };
    const sent = await pageAt('/log-ind/link', app.anybody, { method: 'POST', headers: foreign, body: 'email=x' });
    expect([sent.status, sent.type]).toEqual([403, 'text/html']);
  });

  it('is never given a page that is kept', async () => {
    expect((await pageAt('/hoeringssvar/x')).headers.get('cache-control')).toBe('private, no-store');
  });
});

it('what a script or a program asks for is answered as it expects', async () => {
  for (const accept of ['*/*', 'application/json', 'application/json, text/html']) {
    const response = await app.anybody.fetch('/jobs', { headers: { accept } });
    expect([response.status, await response.json()]).toMatchObject([404, { code: 'NOT_FOUND' }]);
  }
});
