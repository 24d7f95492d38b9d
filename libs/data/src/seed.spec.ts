import { localDateOf } from '@enig/kernel';
import type { DataSource } from 'typeorm';
import { AgreementReads } from './agreement-reads';
import { connect } from './connect';
import { demoRevisions } from './demo';
import { migrate } from './migrate';
import { loadReference } from './reference';
import { seedDemo } from './seed';
import { createTestDatabase, type TestDatabase } from './test-database';
import { VersionReads } from './version-reads';

const TODAY = localDateOf('2026-11-22');

describe('the demo', () => {
  let database: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.url);
    source = await connect({ url: database.url, applicationName: 'spec' });
    await loadReference(source);
  });

  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('is put in once', async () => {
    expect(await seedDemo(source, TODAY)).toBe(true);
    expect(await seedDemo(source, TODAY)).toBe(false);
    const [{ count } = { count: 0 }] = await source.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM agreement',
    );
    expect(count).toBe(6);
  });

  it('is waited for as long as another node is at it, longer than for any answer', async () => {
    const [at, hurried] = await Promise.all(
      [10_000, 1_000].map((answerWithin) => connect({ url: database.url, applicationName: 'spec', answerWithin })),
    );
    if (!at || !hurried) throw new Error('Both are connected');
    let waiting: Promise<unknown> = Promise.resolve();
    await at.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock(1795000001)');
      waiting = seedDemo(hurried, TODAY).catch((error: unknown) => error);
      for (let times = 0; times < 2; times += 1)
        await expect(hurried.query('SELECT pg_sleep(10)')).rejects.toThrow('Query read timeout');
    });
    expect(await waiting).toBe(false);
    await Promise.all([at, hurried].map((source) => source.destroy()));
  });

  it('has an agreement at each point of its way, each with the 18 parties of the day its period begins', async () => {
    const heads = await new AgreementReads(source).heads();
    expect(heads.map(({ state }) => state).sort()).toEqual([
      ...['concluded', 'deciding', 'drafting', 'drafting', 'hearing', 'treating'],
    ]);
    expect(heads.map(({ parties }) => parties.length)).toEqual([18, 18, 18, 18, 18, 18]);
    const [concluded] = heads.filter(({ state }) => state === 'concluded');
    expect(concluded?.concludedOn?.slice(0, 4)).toBe('2017');
  });

  it('keeps the deadlines of what is not concluded ahead', async () => {
    const heads = await new AgreementReads(source).heads();
    const open = heads.filter(({ state }) => state !== 'concluded');
    expect(open.filter(({ row }) => row.deadline <= TODAY)).toEqual([]);
  });

  it('puts another text to the parties than it heard: what was promised in the treatment stands in it', async () => {
    const deciding = (await new AgreementReads(source).heads()).find(({ state }) => state === 'deciding');
    const versions = new VersionReads(source);
    const [heard, put] = deciding ? await versions.ofAgreement(deciding.row.id) : [];
    if (!heard || !put) throw new Error('The demo has a version that was heard and one that is decided on');
    const said = async ({ row: { hash } }: typeof heard) =>
      [...(await versions.texts(hash)), ...(await versions.companions(hash))].map(({ content }) => content);
    const [before, after] = [await said(heard), await said(put)];
    const changed = after.filter((content, index) => JSON.stringify(content) !== JSON.stringify(before[index]));
    expect(changed).toHaveLength(demoRevisions.length);
    for (const { adds } of demoRevisions) {
      expect(JSON.stringify(before)).not.toContain(adds);
      expect(JSON.stringify(changed)).toContain(adds);
    }
  });

  it('reference data can be loaded again', async () => {
    await loadReference(source);
    const [{ count } = { count: 0 }] = await source.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM municipality',
    );
    expect(count).toBe(98);
  });
});
