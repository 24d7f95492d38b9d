import type { Appended, Identity } from '@enig/collab';
import type { TextId } from '@enig/kernel';
import type { Pool } from 'pg';
import { beginWriting, entry, lockIsAwaited, type Writing } from './test-writing';
import { TextLogStore } from './text-log';

let writing: Writing;
let log: TextLogStore;
let area: TextId;

beforeAll(async () => {
  writing = await beginWriting();
  ({ log, area } = writing);
});

afterAll(() => writing.close());

const refused = (code: string) => [{ ok: false, code }];
const taken = (outcome: readonly Appended[]) => outcome.map((each) => (each.ok ? 'in' : each.code));

async function seqOf(text: TextId): Promise<number> {
  return (await log.heads([text])).get(text) ?? 0;
}

/** Who has written once, so that this node knows they may. */
async function known(who: Identity, ...others: Identity[]): Promise<Identity> {
  const all = [who, ...others];
  expect(taken(await log.append(all.map((each) => entry(each, area))))).toEqual(all.map(() => 'in'));
  return who;
}

async function endSeat({ person }: Identity): Promise<void> {
  await writing.source.query(`UPDATE seat SET valid_to = '2021-01-01' WHERE person = $1`, [person]);
}

/** A pool that counts what is asked of it. */
function counted(pool: Pool): { readonly pool: Pool; readonly count: () => number } {
  let asked = 0;
  const count = <Name extends 'query' | 'connect'>(name: Name): Pool[Name] =>
    new Proxy(pool[name], {
      apply: (target, _, given) => {
        asked += 1;
        return Reflect.apply(target, pool, given);
      },
    });
  const counting: Pool = Object.create(pool);
  return { pool: Object.assign(counting, { query: count('query'), connect: count('connect') }), count: () => asked };
}

describe('CO-6 an append in one step asks under the lock whether what is known still holds', () => {
  it('is one statement for people whose rights are known, and stores what they sent, to the byte', async () => {
    const { tovholder, secretary, chapter } = writing;
    const pool = counted(writing.pool);
    const store = new TextLogStore(pool.pool);
    const batch = () => [entry(tovholder, area, { words: 'en' }), entry(secretary, chapter), entry(tovholder, area)];
    expect(taken(await store.append(batch()))).toEqual(['in', 'in', 'in']);
    const before = [pool.count(), await seqOf(area)] as const;
    const entries = batch();
    expect(await store.append(entries)).toEqual([
      { ok: true, seq: before[1] + 1 },
      { ok: true, seq: expect.any(Number) },
      { ok: true, seq: before[1] + 2 },
    ]);
    expect(pool.count()).toBe(before[0] + 1);
    expect((await log.since(area, before[1])).map(({ update }) => new Uint8Array(update))).toEqual([
      entries[0]?.update,
      entries[2]?.update,
    ]);
    const [row] = await writing.source.query<object[]>(
      'SELECT person, body, session FROM text_update WHERE text = $1 AND seq = $2',
      [area, before[1] + 1],
    );
    expect(row).toEqual({ ...tovholder, body: 'administration:0253' });
  });

  it.each<[string, string, (who: Identity) => Promise<unknown>]>([
    ['a seat has ended', 'CO-6-NO-RIGHT', endSeat],
    [
      'a seat is gone',
      'CO-6-NO-RIGHT',
      ({ person }) => writing.owner.query('DELETE FROM seat WHERE person = $1', [person]),
    ],
    [
      'they have signed out',
      'CO-6-SIGNED-OUT',
      ({ session }) => writing.source.query('UPDATE session SET ended_at = now() WHERE token_hash = $1', [session]),
    ],
    [
      'the sign-in is gone',
      'CO-6-SIGNED-OUT',
      ({ session }) => writing.source.query('DELETE FROM session WHERE token_hash = $1', [session]),
    ],
  ])('takes nothing more from somebody after %s, and goes on with others', async (_, code, revoke) => {
    const who = await known(await writing.signIn(), writing.tovholder);
    await revoke(who);
    const outcome = await log.append([entry(who, area), entry(writing.tovholder, area), entry(who, area)]);
    expect(taken(outcome)).toEqual([code, 'in', code]);
    expect(await log.append([entry(who, area)])).toEqual(refused(code));
  });

  it('takes nothing from a party that no longer looks after the section, and takes it again afterwards', async () => {
    const who = await known(await writing.signIn());
    const rows = await writing.source.query<{ section: string; party: string }[]>(
      `DELETE FROM section_coordinator WHERE section = (SELECT id FROM section WHERE text = $1) RETURNING *`,
      [area],
    );
    expect(await log.append([entry(who, area)])).toEqual(refused('CO-6-NO-RIGHT'));
    const [row] = rows.flat() as { section: string; party: string }[];
    await writing.source.query('INSERT INTO section_coordinator VALUES ($1, $2)', [row?.section, row?.party]);
    expect(taken(await log.append([entry(who, area)]))).toEqual(['in']);
  });

  it('takes nothing in a closed phase', async () => {
    const who = await known(await writing.signIn());
    await writing.source.query(`UPDATE text SET phase = 'closed', closed_because = 'deciding' WHERE id = $1`, [area]);
    expect(await log.append([entry(who, area)])).toEqual(refused('CO-6-CLOSED'));
    await writing.source.query(`UPDATE text SET phase = 'open', closed_because = NULL WHERE id = $1`, [area]);
    expect(taken(await log.append([entry(who, area)]))).toEqual(['in']);
  });
});

describe('CO-6 revoking and appending cannot pass each other', () => {
  it('an append that waits while rights are revoked is refused', async () => {
    const who = await known(await writing.signIn());
    const blocking = await writing.pool.connect();
    await blocking.query('BEGIN');
    await blocking.query('SELECT FROM text WHERE id = $1 FOR UPDATE', [area]);
    const waiting = log.append([entry(who, area)]);
    await lockIsAwaited(writing, 'append_updates');
    await endSeat(who);
    await blocking.query('COMMIT');
    blocking.release();
    expect(await waiting).toEqual(refused('CO-6-NO-RIGHT'));
  });

  it.each(['append_updates', 'the slow way'])(
    'rights are not revoked while an append is under way by %s',
    async (way) => {
      const who = await writing.signIn();
      const client = await writing.pool.connect();
      await client.query('BEGIN');
      if (way === 'append_updates') {
        const { rows } = await client.query<{ seqs: unknown }>(
          `SELECT append_updates(stamp, 'Infinity', ARRAY[$1]::uuid[], ARRAY[$2]::uuid[], ARRAY['administration:0253'],
           ARRAY[$3], ARRAY[0, 1], '\\x00', '{}', '{}', '{}', ARRAY[1]::bigint[], ARRAY[1000]::bigint[], '{}', '{}', '{}') AS seqs FROM rights_stamp`,
          [area, who.person, who.session],
        );
        expect(rows).toEqual([{ seqs: [expect.any(String)] }]);
      } else await client.query('SELECT lock_texts(ARRAY[$1]::uuid[])', [area]);
      let isRevoked = false;
      const revoking = endSeat(who).then(() => (isRevoked = true));
      await lockIsAwaited(writing, 'UPDATE seat');
      expect(isRevoked).toBe(false);
      await client.query('ROLLBACK');
      client.release();
      await revoking;
    },
  );

  it('nothing is committed after the revocation, however they race', async () => {
    const other = new TextLogStore(writing.anotherPool());
    for (let race = 0; race < 20; race += 1) {
      const who = await known(await writing.signIn());
      await other.append([entry(who, area)]);
      const write = async (store: TextLogStore): Promise<number> => {
        for (let written = 0; ; written += 1) {
          const [outcome] = await store.append([entry(who, area, { claims: [] })]);
          if (!outcome?.ok) return written;
        }
      };
      const writers = [write(log), write(other)];
      await new Promise((turn) => setTimeout(turn, race % 7)); // where the race is cut is left to the machine
      await endSeat(who);
      const [row] = await writing.source.query<{ count: string }[]>(COUNT, [who.person]);
      await Promise.all(writers);
      expect(await writing.source.query(COUNT, [who.person])).toEqual([row]);
    }
  });

  const COUNT = 'SELECT count(*) FROM text_update WHERE person = $1';

  it('is one bump for a transaction, at its commit, and none for what changes nobody\u2019s rights', async () => {
    const stamp = async () => JSON.stringify(await writing.source.query('SELECT stamp FROM rights_stamp'));
    const before = await stamp();
    await writing.source.query('UPDATE section SET position = position');
    await writing.signIn(); // adds a session …
    const after = await stamp();
    expect(after).not.toBe(before); // … and a seat
    await writing.source.query(`UPDATE text SET title = 'Autisme' WHERE id = $1`, [area]);
    expect(await stamp()).toBe(after);
    await writing.source.transaction(async (manager) => {
      await manager.query('UPDATE seat SET valid_to = valid_to');
      expect(JSON.stringify(await manager.query('SELECT stamp FROM rights_stamp'))).toBe(after);
    });
    expect(await stamp()).not.toBe(after);
  });
});

describe('CO-6 what is known ends by the clock', () => {
  /** Connections whose clock is moved: theirs is found before PostgreSQL's own. */
  async function moved(): Promise<{ log: TextLogStore; by: (interval: string) => Promise<unknown> }> {
    const { owner } = writing;
    await owner.query(`CREATE SCHEMA IF NOT EXISTS moved`);
    await owner.query(`CREATE TABLE IF NOT EXISTS moved.clock (by interval NOT NULL)`);
    await owner.query(`GRANT USAGE ON SCHEMA moved TO enig_app`);
    await owner.query(`GRANT SELECT ON moved.clock TO enig_app`);
    await owner.query('DELETE FROM moved.clock');
    await owner.query(`INSERT INTO moved.clock VALUES ('0')`);
    await owner.query(`CREATE OR REPLACE FUNCTION moved.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS
      'SELECT pg_catalog.clock_timestamp() + (SELECT by FROM moved.clock)'`);
    const url = new URL(writing.url);
    await owner.query(`ALTER DATABASE ${url.pathname.slice(1)} SET search_path = moved, pg_catalog, public`);
    return {
      log: new TextLogStore(writing.anotherPool()),
      by: (to) => owner.query('UPDATE moved.clock SET by = $1', [to]),
    };
  }

  it('a seat is held through its last day and not into the next', async () => {
    const clock = await moved();
    const who = await writing.signIn();
    await writing.owner.query(`UPDATE session SET expires_at = now() + interval '1 year' WHERE token_hash = $1`, [
      who.session,
    ]);
    await writing.owner.query(
      `UPDATE seat SET valid_to = (now() AT TIME ZONE 'Europe/Copenhagen')::date WHERE person = $1`,
      [who.person],
    );
    const [day] = await writing.owner.query<{ left: string }[]>(
      `SELECT (((now() AT TIME ZONE 'Europe/Copenhagen')::date + 1)::timestamp AT TIME ZONE 'Europe/Copenhagen'
               - clock_timestamp() - interval '20 s')::text AS left`,
    );
    expect(taken(await clock.log.append([entry(who, area)]))).toEqual(['in']);
    await clock.by(day?.left ?? '');
    expect(taken(await clock.log.append([entry(who, area)]))).toEqual(['in']);
    await clock.by('1 day');
    expect(await clock.log.append([entry(who, area)])).toEqual(refused('CO-6-NO-RIGHT'));
  });

  it('a sign-in runs out', async () => {
    const clock = await moved();
    const who = await writing.signIn();
    await writing.owner.query(`UPDATE session SET expires_at = now() + interval '1 minute' WHERE token_hash = $1`, [
      who.session,
    ]);
    expect(taken(await clock.log.append([entry(who, area)]))).toEqual(['in']);
    await clock.by('61 s');
    expect(await clock.log.append([entry(who, area)])).toEqual(refused('CO-6-SIGNED-OUT'));
  });
});
