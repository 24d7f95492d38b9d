import { startTestApp, type TestApp } from '../test-app';

let app: TestApp | undefined;

afterEach(async () => {
  await app?.close();
  app = undefined;
});

const ask = (from = '', path = '/auth/link'): RequestInit & { path: string } => ({
  path,
  method: 'POST',
  body: JSON.stringify(path === '/graphql' ? { query: '{ viewer { locale } }' } : { email: 'ingen@example.invalid' }),
  headers: { 'content-type': 'application/json', ...(from === '' ? {} : { 'x-forwarded-for': from }) },
});

async function statuses(asked: readonly (RequestInit & { path: string })[]): Promise<number[]> {
  const seen: number[] = [];
  for (const { path, ...init } of asked) seen.push((await app?.anybody.fetch(path, init))?.status ?? 0);
  return seen;
}

describe('AC-19 how much one network address may ask', () => {
  it('is bounded for links, on all of their paths together, and the sentence says so', async () => {
    app = await startTestApp({ limits: { signIn: 3, graphql: 0 } });
    const link = `/log-ind/link/${'x'.repeat(43)}`;
    expect(await statuses([ask(), ask('', link), ask('', '/log-ind/link')])).not.toContain(429);
    const refused = await app.anybody.fetch('/auth/link', ask());
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ code: 'TOO_MANY', message: expect.stringContaining('Vent lidt') });
    expect(refused.headers.get('retry-after')).not.toBeNull();
    expect(await statuses([ask('', link)])).toEqual([429]);
    expect((await app.anybody.fetch(link)).status).toBe(404); // looking is not bounded
  });

  it('is bounded for GraphQL, answered as GraphQL answers', async () => {
    app = await startTestApp({ limits: { signIn: 0, graphql: 2 } });
    expect(await statuses([ask('', '/graphql'), ask('', '/graphql'), ask('', '/graphql')])).toEqual([200, 200, 429]);
    expect((await app.anybody.gql('{ viewer { locale } }')).errors).toMatchObject([{ code: 'TOO_MANY' }]);
  });

  it('is bounded for published pages, which need no sign-in', async () => {
    app = await startTestApp({ limits: { signIn: 0, graphql: 20 } });
    const page = { path: '/hoeringssvar/00000000-0000-4000-8000-000000000000' };
    const file = { path: `${page.path}/${'a'.repeat(64)}` };
    expect(await statuses([page, file, page])).toEqual([404, 404, 429]);
  });

  it('is counted by what a proxy says only where a proxy is believed', async () => {
    const three = ['203.0.113.1', '203.0.113.2', '203.0.113.3'].map((from) => ask(from));
    app = await startTestApp({ limits: { signIn: 2, graphql: 0 } });
    expect(await statuses(three)).toEqual([202, 202, 429]);
    await app.close();
    app = await startTestApp({ limits: { signIn: 2, graphql: 0 }, trustProxy: 1 });
    expect(await statuses(three)).toEqual([202, 202, 202]);
    // What the proxy itself was told is not believed: only who the proxy saw.
    expect(await statuses(['1.1.1.1', '2.2.2.2', '3.3.3.3'].map((said) => ask(`${said}, 203.0.113.9`)))).toEqual([
      202, 202, 429,
    ]);
  });

  it('is counted over all nodes within the hour, and said on every way to ask', async () => {
    app = await startTestApp();
    expect(await statuses([ask()])).toEqual([202]);
    await app.owner.query('UPDATE request_count SET count = 100 WHERE count = 1');
    const ways = ['/auth/link', '/log-ind/link', `/log-ind/link/${'x'.repeat(43)}/ny`];
    expect(await statuses(ways.map((path) => ask('', path)))).toEqual([429, 429, 429]);
  });
});
