import type { PresenceEntry } from '@enig/collab';
import { brandId, type PersonId, type TextId } from '@enig/kernel';
import { Client } from 'pg';
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

type Listening = Bus & { readonly heard: Heard[]; readonly nodes: string[] };

/** A node, what it hears of changes, and which nodes it hears come and go. */
async function node(name: string, helloEvery = 5_000): Promise<Listening> {
  const trouble = (error: unknown): void => void troubles.push(error);
  const bus = await Bus.open({ url: database.url, applicationName: name, trouble, helloEvery });
  open.push(bus);
  const heard: Heard[] = [];
  const nodes: string[] = [];
  bus.listen((each) => {
    if (each.topic === 'hello' || each.topic === 'bye') nodes.push(each.topic);
    else heard.push(each);
  });
  return Object.assign(bus, { heard, nodes });
}

/** Two nodes that know of one another. */
async function two(helloEvery?: number): Promise<[Listening, Listening]> {
  const pair: [Listening, Listening] = [await node('one', helloEvery), await node('two', helloEvery)];
  for (const each of pair) if (each.others.length === 0) await hears(each, ({ topic }) => topic === 'hello');
  return pair;
}

/** Resolves when the bus hears something for which the condition holds. */
function hears(bus: Bus, holds: (heard: Heard) => boolean): Promise<Heard> {
  return new Promise((done) => bus.listen((heard) => holds(heard) && done(heard)));
}

const text = brandId<TextId>('11111111-1111-4111-8111-111111111111');

describe('CO-14 nodes tell one another what is committed', () => {
  it('is heard by others as it was said, and by oneself at once and only once', async () => {
    const [one, two] = [await node('one'), await node('two')];
    const arrived = hears(two, ({ topic }) => topic === 'agreement');
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
    const [one, other] = await two();
    const arrived = hears(other, (heard) => 'seq' in heard && heard.seq === 500);
    for (let seq = 1; seq <= 500; seq += 1) one.announceRows(text, seq, []);
    await one.announce({ topic: 'text', id: text });
    await arrived;
    expect(other.heard.length).toBeLessThan(20);
    expect(other.heard).toContainEqual({ topic: 'text', id: text });
  });

  it('tells what was written with it, in order, split where it is much and without what is too large for a notification', async () => {
    const [one, other] = await two();
    const sizes = [10, 3_000, 4_000, 6_000, 20];
    const rows = sizes.map((size, index) => ({ seq: index + 1, update: new Uint8Array(size).fill(index + 1) }));
    const arrived = hears(other, (heard) => 'seq' in heard && heard.seq === rows.length);
    one.announceRows(text, rows.length, rows);
    await arrived;
    const told = other.heard.flatMap((heard) => (heard.topic === 'text' && heard.rows ? [heard] : []));
    const small = rows.filter(({ update }) => update.length < 5_000);
    expect(told.flatMap((each) => each.rows).map((row) => row && [row.seq, [...row.update]])).toEqual(
      small.map(({ seq, update }) => [seq, [...update]]),
    );
    for (const { seq = 0, rows: its = [] } of told.slice(0, -1)) expect(seq).toBe(its.at(-1)?.seq);
    expect(told.length).toBeGreaterThan(1);
  });

  it('does not tell what was written where that is very much', async () => {
    const [one, other] = await two();
    const arrived = hears(other, (heard) => 'seq' in heard && heard.seq === 20);
    const rows = Array.from({ length: 20 }, (_, index) => ({ seq: index + 1, update: new Uint8Array(5_000) }));
    one.announceRows(text, 20, rows);
    await arrived;
    expect(other.heard).toContainEqual({ topic: 'text', id: text, seq: 20, rows: [] });
    expect(other.heard.length).toBeLessThan(10);
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

  /** Nobody gets a connection to the database while `act` goes on, and `name` loses the one it has. */
  async function cutOff(name: string, act: () => Promise<void>): Promise<void> {
    const url = new URL(database.url);
    const own = url.pathname.slice(1);
    url.pathname = '/postgres';
    const outside = new Client({ connectionString: url.toString() });
    await outside.connect();
    await outside.query(`ALTER DATABASE ${own} WITH ALLOW_CONNECTIONS false`);
    await outside.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [name]);
    try {
      await act();
    } finally {
      await outside.query(`ALTER DATABASE ${own} WITH ALLOW_CONNECTIONS true`);
      await outside.end();
    }
  }

  it('keeps what could not be told, does not make anybody wait for it, and tells it when it can', async () => {
    const [one, other] = [await node('one'), await node('two')];
    const heard: Heard[] = [];
    const all = hears(other, (each) => {
      if (each.topic === 'rights') heard.push(each);
      return heard.length === 3;
    });
    await cutOff('one', async () => {
      for (const id of ['a', 'b', 'a', 'c']) await one.announce({ topic: 'rights', id });
      expect(one.heard).toHaveLength(4);
    });
    await all;
    expect(heard.map(({ id }) => id).toSorted()).toEqual(['a', 'b', 'c']);
    expect(troubles.length).toBeGreaterThan(0);
  });

  it('keeps no more than it can, and the newest of it', async () => {
    const [one, other] = [await node('one'), await node('two')];
    const rounds: string[] = [];
    const last = hears(other, (each) => {
      if (each.topic === 'round') rounds.push(each.id);
      return each.id === '10009';
    });
    await cutOff('one', async () => {
      const gone = new Promise<void>((done) => {
        const trouble = setInterval(() => troubles.length > 0 && (clearInterval(trouble), done()), 1);
      });
      await gone;
      for (let id = 0; id < 10_010; id += 1) void one.announce({ topic: 'round', id: String(id) });
    });
    await last;
    const first = Number(rounds[0]);
    expect(first).toBeGreaterThanOrEqual(10);
    expect(first).toBeLessThanOrEqual(12); // a sign of life may wait among them
    expect(rounds).toHaveLength(10_010 - first);
  });

  it('does not wait behind what pages ask', async () => {
    const [one, other] = [await node('one'), await node('two')];
    const pages = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const page = source.createQueryRunner();
        await page.connect();
        return page;
      }),
    );
    const arrived = hears(other, ({ topic }) => topic === 'agreement');
    await one.announce({ topic: 'agreement', id: 'a' });
    await arrived;
    for (const page of pages) await page.release();
  });

  it('tells the others when one who hears stumbles', async () => {
    const one = await Bus.open({
      ...{ url: database.url, applicationName: 'one' },
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
    await expect(Bus.open({ url: url.toString(), applicationName: 'one', trouble })).rejects.toThrow('nowhere');
  });
});

describe('CO-24 nodes tell one another who is in a text', () => {
  const entry = (id: number, state: string | null = '{}', clock = 1): PresenceEntry => {
    return { id, clock, person: brandId<PersonId>('p'), writes: true, state };
  };
  const presenceOf = (heard: readonly Heard[]) => heard.flatMap((each) => (each.topic === 'presence' ? [each] : []));

  it('is heard by the others, with the node it comes from, and not by oneself', async () => {
    const [one, other] = await two();
    const arrived = hears(other, ({ topic }) => topic === 'presence');
    one.presence(text, [entry(1, '{"user":{"name":"Åse"}}')]);
    expect(await arrived).toEqual({
      ...{ topic: 'presence', id: text, node: other.others[0] },
      entries: [entry(1, '{"user":{"name":"Åse"}}')],
    });
    expect(one.heard).toEqual([]);
  });

  it('says the latest of each client, in as many notifications as it takes, and lets an empty list ask', async () => {
    const [one, other] = await two();
    const long = (id: number) => JSON.stringify({ cursor: 'ø'.repeat(1_000), id });
    const arrived = hears(other, ({ topic }) => topic === 'agreement');
    const asked = hears(other, (heard) => heard.topic === 'presence' && heard.entries.length === 0);
    for (let id = 1; id <= 20; id += 1) one.presence(text, [entry(id, '{}', 1), entry(id, long(id), 2)]);
    one.presence(text, [entry(21, 'x'.repeat(9_000))]);
    await one.announce({ topic: 'agreement', id: 'first' });
    one.presence(text, []);
    await arrived;
    await asked;
    const said = presenceOf(other.heard).flatMap(({ entries }) => entries);
    expect(said).toEqual(Array.from({ length: 20 }, (_, index) => entry(index + 1, long(index + 1), 2)));
    expect(troubles).toEqual([]);
  });

  it('sends nothing while it is alone, also when the other has said goodbye', async () => {
    const [one, other] = await two();
    const gone = hears(one, ({ topic }) => topic === 'bye');
    await other.close();
    await gone;
    expect([one.others, one.nodes]).toEqual([[], ['hello', 'bye']]);
    const wire = new Client({ connectionString: database.url });
    await wire.connect();
    await wire.query('LISTEN enig');
    const payloads: string[] = [];
    const last = new Promise<void>((done) =>
      wire.on('notification', ({ payload = '' }) => {
        payloads.push(payload);
        if (payload.includes('after')) done();
      }),
    );
    one.presence(text, [entry(1)]);
    one.announceRows(text, 1, []);
    await one.announce({ topic: 'agreement', id: 'after' });
    await last;
    await wire.end();
    expect(payloads.filter((payload) => /presence|seq/.test(payload))).toEqual([]);
    expect(one.heard).toContainEqual({ topic: 'text', id: text, seq: 1 });
  });

  it('takes a node that is silent for too long for gone, and one that speaks again for there', async () => {
    const one = await node('one', 20);
    const say = () =>
      owner.query(`SELECT pg_notify('enig', '{"node":"ghost","said":{"topic":"text","id":"t","seq":1}}')`);
    const gone = hears(one, ({ topic }) => topic === 'bye');
    await say();
    expect(await gone).toEqual({ topic: 'bye', id: 'ghost' });
    expect(one.others).toEqual([]);
    const back = hears(one, ({ topic }) => topic === 'hello');
    await say();
    expect(await back).toEqual({ topic: 'hello', id: 'ghost' });
    expect(one.others).toEqual(['ghost']);
  });
});
