import type { Appended, Identity } from '@enig/collab';
import type { TextId } from '@enig/kernel';
import { beginWriting, entry, lockIsAwaited, type Writing } from './test-writing';
import { TextLogStore } from './text-log';

let writing: Writing;
let area: TextId;
let who: Identity;
let here: TextLogStore;
let there: TextLogStore;

beforeAll(async () => {
  writing = await beginWriting();
  ({ area } = writing);
});

afterAll(() => writing.close());

beforeEach(async () => {
  who = await writing.signIn();
  [here, there] = [new TextLogStore(writing.pool), new TextLogStore(writing.anotherPool())];
});

const taken = (outcome: readonly Appended[]) => outcome.map((each) => (each.ok ? 'in' : each.code));

async function head(): Promise<number> {
  return (await here.heads([area])).get(area) ?? 0;
}

/** What this person types under a client id that is theirs already, when so much of the log was known. */
function typed(known: number, client: number | null = 77, by = who) {
  return entry(by, area, { known, client, claims: [] });
}

/** Makes nodes remember that people may write. */
async function warm(stores: readonly TextLogStore[], by: readonly Identity[]): Promise<void> {
  for (const store of stores) await store.append(by.map((each) => entry(each, area)));
}

describe.each(['in one step', 'the long way'])('CO-21 what was judged too early is not written, %s', (way) => {
  beforeEach(async () => {
    if (way === 'in one step') await warm([here, there], [who]);
  });

  it('when another node has written for the same person under the same client id meanwhile', async () => {
    const known = await head();
    expect(taken(await there.append([typed(known)]))).toEqual(['in']);
    const late = [typed(known), typed(known), typed(known, 78)];
    expect(taken(await here.append(late))).toEqual(['STALE', 'STALE', 'STALE']);
    expect(await head()).toBe(known + 1);
    expect(taken(await here.append(late.map((each) => ({ ...each, known: known + 1 }))))).toEqual(['in', 'in', 'in']);
  });

  it('nor claims a client id', async () => {
    const known = await head();
    await there.append([typed(known)]);
    expect(taken(await here.append([{ ...typed(known), claims: [4_711] }]))).toEqual(['STALE']);
    expect((await here.load(area))?.owners.has(4_711)).toBe(false);
  });

  it.each<[string, number | null, number | null]>([
    ['a row that may be of any client id', null, 77],
    ['an entry that may be', 77, null],
    ['both', null, null],
  ])('when it may be so: %s', async (_, first, second) => {
    const known = await head();
    await there.append([typed(known, first)]);
    expect(taken(await here.append([typed(known, second)]))).toEqual(['STALE']);
  });

  it('and is, when the other row is of somebody else, or of another client id', async () => {
    const known = await head();
    await there.append([typed(known, 77, writing.tovholder), typed(known, 80)]);
    expect(taken(await here.append([typed(known)]))).toEqual(['in']);
  });

  it('and others in the same commit are', async () => {
    const known = await head();
    await there.append([typed(known)]);
    const { tovholder } = writing;
    const outcome = await here.append([typed(known, 77, tovholder), typed(known), typed(known, 78, tovholder)]);
    expect(outcome).toEqual([
      { ok: true, seq: known + 2 },
      { ok: false, code: 'STALE' },
      { ok: true, seq: known + 3 },
    ]);
  });

  it('and what this node wrote itself is no news to it, also with others\u2019 rows between', async () => {
    const known = await head();
    expect(taken(await here.append([typed(known), typed(known)]))).toEqual(['in', 'in']);
    await there.append([typed(known, 77, writing.tovholder)]);
    for (let commit = 0; commit < 3; commit += 1)
      expect(taken(await here.append([typed(known), typed(known, null)]))).toEqual(['in', 'in']);
    await there.append([typed(await head())]);
    expect(taken(await here.append([typed(known)]))).toEqual(['STALE']);
  });

  it('also when the other row is committed while it waits for the lock', async () => {
    const known = await head();
    const other = await writing.anotherPool().connect();
    await other.query('BEGIN');
    await other.query('SELECT FROM text WHERE id = $1 FOR UPDATE', [area]);
    const waiting = here.append([typed(known)]);
    await lockIsAwaited(writing, '(append_updates|lock_texts)');
    await other.query(
      `WITH head AS (UPDATE text SET seq = seq + 1 WHERE id = $1 RETURNING seq)
       INSERT INTO text_update (text, seq, update, person, client) SELECT $1, seq, '\\x0000', $2, 77 FROM head`,
      [area, who.person],
    );
    await other.query('COMMIT');
    other.release();
    expect(taken(await waiting)).toEqual(['STALE']);
  });
});

describe('CO-21 nothing is lost to a race of two nodes', () => {
  it('each row of a client id was judged by all rows of it before', async () => {
    await warm([here, there], [who]);
    const write = async (store: TextLogStore): Promise<void> => {
      for (let written = 0, known = await head(); written < 30;) {
        const [outcome] = await store.append([typed(known)]);
        if (outcome?.ok) {
          const before = await writing.source.query<object[]>(
            `SELECT FROM text_update WHERE text = $1 AND seq > $2 AND seq < $3 AND person = $4 AND client = 77`,
            [area, known, outcome.seq, who.person],
          );
          expect(before).toEqual([]);
          written += 1;
        }
        known = await head();
      }
    };
    await Promise.all([write(here), write(there)]);
  });
});
