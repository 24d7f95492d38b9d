import { brandId, type TextId } from '@enig/kernel';
import type { DataSource } from 'typeorm';
import { Bus, type Heard } from './bus';
import { connect } from './connect';
import { migrate } from './migrate';
import { createTestDatabase, type TestDatabase } from './test-database';

let database: TestDatabase;
let source: DataSource;
let owner: DataSource;
let open: Bus[];
let troubles: unknown[];

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url); // makes the role
  source = await connect({ url: database.url, applicationName: 'spec' });
  owner = await connect({ url: database.url, applicationName: 'spec', asOwner: true });
});

beforeEach(() => {
  [open, troubles] = [[], []];
});

afterEach(async () => {
  for (const bus of open) await bus.close();
});

afterAll(async () => {
  await source.destroy();
  await owner.destroy();
  await database.drop();
});

async function node(name: string): Promise<Bus & { readonly heard: Heard[] }> {
  const trouble = (error: unknown): void => void troubles.push(error);
  const bus = await Bus.open({ url: database.url, applicationName: name, source, trouble });
  open.push(bus);
  const heard: Heard[] = [];
  bus.listen((each) => heard.push(each));
  return Object.assign(bus, { heard });
}

/** Resolves when the bus hears something for which the condition holds. */
function hears(bus: Bus, holds: (heard: Heard) => boolean): Promise<Heard> {
  return new Promise((done) => bus.listen((heard) => holds(heard) && done(heard)));
}

const text = brandId<TextId>('11111111-1111-4111-8111-111111111111');

describe('CO-14 nodes tell one another what is committed', () => {
  it('is heard by others as it was said, and by oneself at once and only once', async () => {
    const [one, two] = [await node('one'), await node('two')];
    const arrived = hears(two, () => true);
    const sent = one.announce({ topic: 'agreement', id: 'a' });
    expect(one.heard).toEqual([{ topic: 'agreement', id: 'a' }]);
    await sent;
    expect(await arrived).toEqual({ topic: 'agreement', id: 'a' });
    const back = hears(one, ({ id }) => id === 'b');
    await two.announce({ topic: 'rights', id: 'b' });
    await back;
    expect(one.heard.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('makes one notification of many commits, with the newest seq, and keeps a phase apart from it', async () => {
    const [one, two] = [await node('one'), await node('two')];
    const arrived = hears(two, ({ seq }) => seq === 500);
    for (let seq = 1; seq <= 500; seq += 1) one.announceSeq(text, seq);
    await one.announce({ topic: 'text', id: text });
    await arrived;
    expect(two.heard.length).toBeLessThan(20);
    expect(two.heard).toContainEqual({ topic: 'text', id: text });
  });

  it('listens again after the connection broke, and says that something may have been missed', async () => {
    const [one, two] = [await node('one'), await node('two')];
    const back = new Promise<void>((done) => two.onReconnect(done));
    await owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'two'`);
    await back;
    expect(troubles.length).toBeGreaterThan(0);
    const arrived = hears(two, ({ id }) => id === 'after');
    await one.announce({ topic: 'round', id: 'after' });
    await arrived;
  });

  it('does not take a change back because it could not be told', async () => {
    const broken = await connect({ url: database.url, applicationName: 'spec' });
    const trouble = (error: unknown): void => void troubles.push(error);
    const bus = await Bus.open({ url: database.url, applicationName: 'one', source: broken, trouble });
    open.push(bus);
    await broken.destroy();
    await expect(bus.announce({ topic: 'agreement', id: 'a' })).resolves.toBeUndefined();
    expect(troubles).toHaveLength(1);
  });

  it('tells the others when one who hears stumbles', async () => {
    const one = await Bus.open({
      ...{ url: database.url, applicationName: 'one', source },
      trouble: (error) => void troubles.push(error),
    });
    open.push(one);
    const heard: Heard[] = [];
    const mistake = new Error('a mistake of the hearer');
    one.listen(() => {
      throw mistake;
    });
    one.listen((each) => heard.push(each));
    await one.announce({ topic: 'round', id: 'a' });
    expect([troubles, heard.length]).toEqual([[mistake], 1]);
  });

  it('says at once when the first connection fails', async () => {
    const url = new URL(database.url);
    url.pathname = '/nowhere';
    const trouble = (): void => undefined;
    await expect(Bus.open({ url: url.toString(), applicationName: 'one', source, trouble })).rejects.toThrow('nowhere');
  });
});
