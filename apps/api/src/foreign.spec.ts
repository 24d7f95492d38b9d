import { WebSocket } from 'ws';
import { startTestApp, type TestApp, type TestBrowser } from './test-app';

let app: TestApp;
let secretary: TestBrowser;

beforeAll(async () => {
  app = await startTestApp();
  secretary = await app.signIn('sekretariat');
});

afterAll(() => app.close());

const foreign: [string, Record<string, string>][] = [
  ['of another origin', { origin: 'https://elsewhere.example' }],
  ['of a subdomain', { origin: 'http://x.localhost' }],
  ['of another port', { origin: 'http://localhost:1' }],
  ['of the null origin', { origin: 'null' }],
  ['that is cross-site', { 'sec-fetch-site': 'cross-site' }],
  ['that is same-site but not ours', { 'sec-fetch-site': 'same-site' }],
];

describe('another site’s page', () => {
  it.each(foreign)('%s writes nothing', async (_what, headers) => {
    const writes: [string, RequestInit][] = [
      [
        '/graphql',
        {
          body: JSON.stringify({ query: '{ viewer { locale } }' }),
          headers: { ...headers, 'content-type': 'application/json' },
        },
      ],
      [
        '/graphql',
        {
          body: 'query={viewer{locale}}',
          headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        },
      ],
      ['/graphql', { body: '{"query":"{viewer{locale}}"}', headers: { ...headers, 'content-type': 'text/plain' } }],
      [
        '/auth/demo',
        {
          body: JSON.stringify({ persona: 'sekretariat' }),
          headers: { ...headers, 'content-type': 'application/json' },
        },
      ],
      ['/auth/sign-out', { headers }],
      ['/files?name=x', { body: 'x', headers }],
    ];
    for (const [path, init] of writes) {
      const response = await secretary.fetch(path, { method: 'POST', ...init });
      expect(response.status).toBe(403);
      expect(response.headers.getSetCookie()).toEqual([]);
    }
    expect((await secretary.gql('{ viewer { locale } }')).data).toEqual({ viewer: { locale: 'da' } });
  });

  it.each(foreign)('%s opens no socket', async (_what, headers) => {
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { ...headers, cookie: secretary.cookie },
    });
    const status = await new Promise((answered) => {
      socket.once('unexpected-response', (_request, response) => answered(response.statusCode));
      socket.once('open', () => answered('open'));
      socket.once('error', answered);
    });
    socket.terminate();
    expect(status).toBe(403);
  });

  it('our own page and programs without an origin are let in', async () => {
    for (const headers of [{}, { origin: app.url }, { origin: app.url, 'sec-fetch-site': 'same-origin' }]) {
      const response = await secretary.fetch('/graphql', {
        method: 'POST',
        body: JSON.stringify({ query: '{ viewer { locale } }' }),
        headers: { ...headers, 'content-type': 'application/json' },
      });
      expect(await response.json()).toEqual({ data: { viewer: { locale: 'da' } } });
    }
  });

  it('a query cannot be sent by GET, nor several at once', async () => {
    const get = await secretary.fetch(`/graphql?query=${encodeURIComponent('{viewer{locale}}')}`);
    expect(get.status).toBeGreaterThanOrEqual(400);
    const body = JSON.stringify([{ query: '{ viewer { locale } }' }, { query: '{ viewer { locale } }' }]);
    const batch = await secretary.fetch('/graphql', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    expect(batch.status).toBe(400);
  });
});

describe('every answer', () => {
  it('forbids scripts in pages, frames and foreign connections', async () => {
    const { headers } = await app.anybody.fetch('/healthz');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("connect-src 'self' ws:");
    expect(policy).not.toContain('unsafe-eval');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

const transports = ['gql', 'overSocket'] as const;

describe.each(transports)('an operation that asks for too much (%s)', (transport) => {
  const refused = [{ code: 'OPERATION_TOO_LARGE', message: expect.stringContaining('for meget') }];

  it('too deep', async () => {
    expect((await secretary[transport](sectionDeep(8))).errors).toMatchObject(refused);
    expect((await secretary[transport](sectionDeep(1))).errors).not.toMatchObject(refused);
  });

  it('too many aliases', async () => {
    const aliases = (count: number): string =>
      `{ ${Array.from({ length: count }, (_, index) => `a${index}: viewer { locale }`).join(' ')} }`;
    expect((await secretary[transport](aliases(16))).errors).toMatchObject(refused);
    expect((await secretary[transport](aliases(15))).errors).toEqual([]);
    expect((await secretary[transport](aliases(800))).errors).toHaveLength(1);
  });

  it('fragments that fan out', async () => {
    const fragments = Array.from(
      { length: 14 },
      (_, index) =>
        `fragment F${index} on Region { ${index === 13 ? 'id name' : `...F${index + 1} ...F${index + 1}`} }`,
    );
    const { errors } = await secretary[transport](`{ regions { ...F0 } } ${fragments.join(' ')}`);
    expect(errors).toMatchObject(refused);
  });

  it('a fragment called as introspection is', async () => {
    const { errors } = await secretary[transport](
      `${sectionDeep(8).replace(/^\{ (.*) \}$/, '{ ...__schema } fragment __schema on Query { $1 }')}`,
    );
    expect(errors).toMatchObject(refused);
  });

  it('directives without end', async () => {
    const { errors } = await secretary[transport](`{ viewer { locale ${'@include(if: true) '.repeat(60)} } }`);
    expect(errors.length).toBeGreaterThan(0);
  });

  it('more words than are read', async () => {
    const { errors } = await secretary[transport](`{ viewer { ${'locale '.repeat(4000)} } }`);
    expect(errors).toHaveLength(1);
  });

  it('introspection in circles', async () => {
    const circle =
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }';
    expect((await secretary[transport](circle)).errors.length).toBeGreaterThan(0);
  });
});

/** section → agreement → parts → sections → agreement … */
function sectionDeep(rounds: number): string {
  const inner = Array.from({ length: rounds }).reduce<string>(
    (below) => `agreement { parts { sections { ${below} } } }`,
    'id',
  );
  return `{ section(id: "00000000-0000-4000-8000-000000000000") { ${inner} } }`;
}
