import { WebSocket } from 'ws';
import { startTestApp, type TestApp } from './test-app';

const TEXT = '/collab/00000000-0000-4000-8000-000000000000';

/** 101 where a socket is opened, else the status it is refused with. */
function statusOfSocket(url: string, path: string): Promise<number> {
  return new Promise((answer, fail) => {
    const socket = new WebSocket(
      `${url.replace('http', 'ws')}${path}`,
      path === '/graphql' ? ['graphql-transport-ws'] : [],
    );
    socket.once('upgrade', () => answer(101));
    socket.once('unexpected-response', (_request, response) => answer(response.statusCode ?? 0));
    socket.once('open', () => socket.terminate());
    socket.on('error', fail);
  });
}

describe('a process', () => {
  let app: TestApp | undefined;
  afterEach(async () => {
    await app?.close();
    app = undefined;
  });

  it.each([
    { services: ['api', 'collab', 'worker'], graphql: 101, collab: 101 },
    { services: ['api'], graphql: 101, collab: 404 },
    { services: ['collab'], graphql: 404, collab: 101 },
    { services: ['worker'], graphql: 404, collab: 404 },
  ] as const)('that does $services opens the sockets it serves and refuses the others', async (one) => {
    app = await startTestApp({ services: one.services });
    expect(await statusOfSocket(app.url, '/graphql')).toBe(one.graphql);
    expect(await statusOfSocket(app.url, TEXT)).toBe(one.collab);
    expect(await statusOfSocket(app.url, '/elsewhere')).toBe(404);
  });

  it.each([['collab'], ['worker']] as const)(
    'that does %s alone says how it is and serves nothing else',
    async (service) => {
      app = await startTestApp({ services: [service] });
      expect(await (await app.anybody.fetch('/readyz')).json()).toEqual({ status: 'ok' });
      for (const path of ['/healthz', '/metrics']) expect((await app.anybody.fetch(path)).status).toBe(200);
      for (const path of ['/', '/auth/demo', '/graphql', '/files/x', '/versions/x', TEXT])
        expect([path, (await app.anybody.fetch(path)).status]).toEqual([path, 404]);
      for (const path of ['/auth/demo', '/auth/sign-out', '/graphql', '/files'])
        expect([path, (await app.anybody.fetch(path, { method: 'POST' })).status]).toEqual([path, 404]);
    },
  );

  it('counts what it does, and names nobody', async () => {
    app = await startTestApp();
    await app.signIn('sekretariat');
    const metrics = await (await app.anybody.fetch('/metrics')).text();
    expect(metrics).toContain('http_requests_total{method="POST",status="200"} 1');
    expect(metrics).toMatch(/^enig_collaboration_sockets 0$/m);
    expect(metrics).not.toContain('sekretariat');
  });

  it('stops with sockets open, and lets everybody know', async () => {
    app = await startTestApp();
    const secretary = await app.signIn('sekretariat');
    const { data } = await secretary.gql<{ agreements: { id: string }[] }>('{ agreements { id } }');
    const watching = secretary.subscribe('subscription ($id: ID!) { agreementChanged(id: $id) { id } }', {
      id: data.agreements[0]?.id,
    });
    const next = watching.next();
    await secretary.overSocket('{ viewer { locale } }');
    const left = expect(next).rejects.toMatchObject({ code: 1001 });
    await app.close();
    await left;
    await expect(app.anybody.fetch('/healthz')).rejects.toThrow('fetch failed');
    app = undefined;
  });

  it('tells nobody what went wrong inside, and logs the kind of it alone', async () => {
    app = await startTestApp();
    const secretary = await app.signIn('sekretariat');
    await app.owner.query('ALTER TABLE act RENAME COLUMN facts TO hemmeligt');
    const { data } = await secretary.gql<{ agreements: { id: string }[] }>('{ agreements { id } }');
    for (const transport of ['gql', 'overSocket'] as const) {
      const { errors } = await secretary[transport]('query ($id: ID!) { acts(agreement: $id) { id } }', {
        id: data.agreements[0]?.id,
      });
      expect(errors).toMatchObject([{ code: 'INTERNAL_SERVER_ERROR', message: expect.stringContaining('hos os') }]);
      expect(JSON.stringify(errors)).not.toContain('facts');
    }
    const failures = app.logged.filter((line) => line.includes('graphql.failed'));
    expect(failures.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { level: 'error', kind: 'QueryFailedError', code: '42703' },
      { level: 'error', kind: 'QueryFailedError', code: '42703' },
    ]);
    expect(failures.join()).not.toContain('facts');
  });
});
