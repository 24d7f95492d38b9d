import { startTestApp, type TestApp } from './test-app';

describe('a process', () => {
  let app: TestApp | undefined;
  afterEach(async () => {
    await app?.close();
    app = undefined;
  });

  it('that is not the api has no GraphQL and no sign-in, and says how it is', async () => {
    app = await startTestApp({ services: ['collab', 'worker'] });
    expect((await app.anybody.fetch('/healthz')).status).toBe(200);
    expect(await (await app.anybody.fetch('/readyz')).json()).toEqual({ status: 'ok' });
    expect((await app.anybody.fetch('/auth/demo')).status).toBe(404);
    expect((await app.anybody.fetch('/graphql', { method: 'POST' })).status).toBe(404);
  });

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
