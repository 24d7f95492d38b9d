import { rootOperations } from './test-operations';
import { allRoutes } from './test-routes';
import { startTestApp, type TestApp } from './test-app';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(() => app.close());

describe('everything is shut to those who are not signed in', () => {
  const operations = rootOperations().filter(({ field }) => field !== 'viewer');

  it.each(operations.filter(({ kind }) => kind !== 'subscription'))('$kind $field', async ({ operation }) => {
    const { data, errors } = await app.anybody.gql(operation);
    expect(errors.map(({ code }) => code)).toEqual(['UNAUTHENTICATED']);
    expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
  });

  it.each(operations)('$kind $field, on the socket', async ({ operation }) => {
    const { errors } = await app.anybody.overSocket(operation);
    expect(errors).toEqual([{ message: 'Forbidden', code: 'SOCKET_CLOSED' }]);
  });

  it('but for who one is, which is nobody', async () => {
    expect(await app.anybody.gql('{ viewer { locale } }')).toEqual({ data: { viewer: null }, errors: [] });
  });

  it.each([
    '/files/' + 'a'.repeat(64),
    `/versions/${'a'.repeat(64)}/manifest.json`,
    `/text-versions/${'a'.repeat(64)}.json`,
    '/submissions/00000000-0000-4000-8000-000000000000.json',
  ])('GET %s', async (path) => {
    const response = await app.anybody.fetch(path);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  const shut = allRoutes().filter(({ isPublic }) => !isPublic);

  it.each(shut)('$method $path', async ({ method, path }) => {
    const response = await app.anybody.fetch(path, { method, ...(method === 'POST' ? { body: 'x' } : {}) });
    if (path.startsWith('/laes')) expect(response.headers.get('location')).toMatch(/^\/log-ind\?til=%2Flaes/);
    else
      expect([response.status, await response.json()]).toEqual([
        401,
        expect.objectContaining({ code: 'UNAUTHENTICATED' }),
      ]);
  });

  it('but for the way in and out, how the server is, a demo’s mails, calendars by their token, and what has been published', () => {
    const open = allRoutes().filter(({ isPublic }) => isPublic);
    const first = new Set(open.map(({ path }) => path.split('/').slice(0, 2).join('/')));
    expect([...first].sort()).toEqual([
      ...['/aftale', '/auth', '/healthz', '/hoeringssvar', '/kalender', '/log-ind', '/metrics', '/post', '/readyz'],
    ]);
    expect(shut.length).toBeGreaterThan(13);
  });

  it.each(allRoutes().filter(({ method }) => method === 'POST'))(
    'POST $path is not sent by another site’s page',
    async ({ path }) => {
      const { cookie } = await app.signIn('sekretariat');
      const origin = 'https://elsewhere.example';
      const response = await app.anybody.fetch(path, { method: 'POST', headers: { origin, cookie }, body: 'x' });
      expect([response.status, await response.json()]).toEqual([
        403,
        expect.objectContaining({ code: 'FOREIGN_ORIGIN' }),
      ]);
    },
  );

  it('how much is written is told to nobody who comes through a proxy', async () => {
    expect((await app.anybody.fetch('/metrics', { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(404);
  });

  it('also with a cookie that nobody was given', async () => {
    const response = await app.anybody.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: 'enig_session=guessed' },
      body: JSON.stringify({ query: '{ agreements { id } }' }),
    });
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });
});

describe('signing in and out', () => {
  it('lists the demo people as outside clients rely on it', async () => {
    const people = (await (await app.anybody.fetch('/auth/demo')).json()) as Record<string, unknown>[];
    expect(people.length).toBeGreaterThan(30);
    expect(Object.keys(people[0] ?? {}).sort()).toEqual(['body', 'name', 'persona', 'role']);
  });

  it('gives a cookie that scripts cannot read, and keeps only its hash', async () => {
    const response = await app.anybody.fetch('/auth/demo', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ persona: 'sekretariat' }),
    });
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^enig_session=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/);
    const token = /=([\w-]+);/.exec(cookie)?.[1] ?? '';
    const rows = await app.owner.query<unknown[]>('SELECT * FROM session s WHERE s::text LIKE $1', [`%${token}%`]);
    expect(rows).toEqual([]);
  });

  it('ends for good at sign-out, on every transport', async () => {
    const browser = await app.signIn('tovholder-holbaek');
    expect((await browser.gql('{ viewer { locale } }')).data).toEqual({ viewer: { locale: 'da' } });
    expect((await browser.fetch('/auth/sign-out', { method: 'POST' })).status).toBe(204);
    expect((await browser.gql('{ viewer { locale } }')).data).toEqual({ viewer: null });
    expect((await browser.gql('{ agreements { id } }')).errors).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
  });

  it.each([
    ['nobody-by-that-name', 404],
    ["' OR 1=1", 400],
    [{ $ne: '' }, 400],
    [null, 400],
  ])('as %j: refused', async (persona, status) => {
    const response = await app.anybody.fetch('/auth/demo', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ persona }),
    });
    expect(response.status).toBe(status);
    expect(response.headers.getSetCookie()).toEqual([]);
  });
});

describe('without the demo', () => {
  it('nobody can sign in as an invented person, and over https the cookie is bound to the host', async () => {
    const real = await startTestApp({ demo: false, publicUrl: 'https://enig.example' });
    try {
      expect((await real.anybody.fetch('/auth/demo')).status).toBe(404);
      await expect(real.signIn('sekretariat')).rejects.toThrow('404');
    } finally {
      await real.close();
    }
    const secure = await startTestApp({ publicUrl: 'https://enig.example' });
    try {
      const { cookie } = await secure.signIn('sekretariat');
      expect(cookie).toMatch(/^__Host-enig_session=/);
    } finally {
      await secure.close();
    }
  });
});
