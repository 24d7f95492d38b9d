import { rootOperations } from './test-operations';
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

  it('POST /files', async () => {
    expect((await app.anybody.fetch('/files?name=x', { method: 'POST', body: 'x' })).status).toBe(401);
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
