import { canonicalHash } from '@enig/kernel';
import { actHash, appendAct, hiddenHash, type Actor } from './act';
import { AgreementReads } from './agreement-reads';
import { headOf } from './log-head';
import { beginStory, type Story } from './test-story';

let story: Story;
let actor: Actor;

beforeAll(async () => {
  story = await beginStory();
  actor = await story.person('secretariat:1085', 'secretariatOfficer');
});

afterAll(() => story.close());

async function append(note: string): Promise<void> {
  const { source, agreement } = story;
  await source.transaction((manager) => appendAct(manager, { agreement, ...actor, kind: 'note', facts: { note } }));
}

describe('the log of acts', () => {
  it('is one chain: each act carries the hash of the one before, also of many at once', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, index) => append(`act ${index}`)));
    const acts = await new AgreementReads(story.source).acts(story.agreement);
    expect(acts.map(({ number }) => number)).toEqual(acts.map((_, index) => index + 1));
    expect(acts.map(({ previous }) => previous)).toEqual([null, ...acts.slice(0, -1).map(({ hash }) => hash)]);
    for (const { id: _id, hash, ...act } of acts) {
      expect(actHash(act)).toBe(hash);
      const { agreement, number, at, person, body, capacity, kind, facts, previous, salt } = act;
      const said = canonicalHash({ salt, person, body, capacity, facts });
      expect(hiddenHash(act)).toBe(said);
      expect(canonicalHash({ agreement, number, at, kind, said, previous })).toBe(hash);
    }
    expect(new Set(acts.map(({ salt }) => salt)).size).toBe(acts.length);
  });

  it('LO-7 keeps the hash of what was logged before acts had a salt: over everything they say', async () => {
    const [act] = await new AgreementReads(story.source).acts(story.agreement);
    if (!act) throw new Error('Nothing is logged');
    const { id: _id, hash: _hash, salt: _salt, ...said } = act;
    expect(actHash({ ...said, salt: null })).toBe(canonicalHash(said));
    expect(hiddenHash({ ...said, salt: null })).toBeNull();
  });

  it('LO-4 ends in its head, which the transaction that logs sees already', async () => {
    const { source, agreement } = story;
    await source.transaction(async (manager) => {
      const before = await headOf(manager, agreement);
      const hash = await appendAct(manager, { agreement, ...actor, kind: 'note', facts: {} });
      expect(await headOf(manager, agreement)).toEqual({ number: (before?.number ?? 0) + 1, hash });
    });
    const last = (await new AgreementReads(source).acts(agreement)).at(-1);
    expect(await headOf(source.manager, agreement)).toEqual({ number: last?.number, hash: last?.hash });
  });

  it('LO-1 is rolled back with what it tells of', async () => {
    const before = await new AgreementReads(story.source).acts(story.agreement);
    const failing = story.source.transaction(async (manager) => {
      await appendAct(manager, { agreement: story.agreement, ...actor, kind: 'note', facts: {} });
      throw new Error('Something else went wrong');
    });
    await expect(failing).rejects.toThrow('Something else');
    expect(await new AgreementReads(story.source).acts(story.agreement)).toHaveLength(before.length);
  });
});

describe('LO-2 the database gives no act another place than the next', () => {
  /** One more act as its writer says it is, not as it should be. */
  async function insert(number: number, previous: string | null, hash = 'a'.repeat(64)): Promise<unknown> {
    const { owner, agreement } = story;
    const { person, body, capacity } = actor;
    return owner.query(
      `INSERT INTO act (agreement, number, at, person, body, capacity, kind, facts, previous, hash)
       VALUES ($1, $2, now(), $3, $4, $5, 'note', '{}', $6, $7)`,
      [agreement, number, person, body, capacity, previous, hash],
    );
  }

  it('takes no number again, leaves none out, and follows the hash before', async () => {
    const head = await headOf(story.source.manager, story.agreement);
    const { number = 0, hash = null } = head ?? {};
    await expect(insert(number, hash)).rejects.toThrow(`LO-2: the next act of this agreement has number ${number + 1}`);
    await expect(insert(number + 2, hash)).rejects.toThrow('LO-2: the next act');
    await expect(insert(number + 1, 'b'.repeat(64))).rejects.toThrow('LO-2: act');
    await expect(insert(number + 1, null)).rejects.toThrow('does not carry the hash of the act before it');
    await expect(insert(number + 1, hash, 'no hash')).rejects.toThrow('act_hash_is_sha256');
    expect(await headOf(story.source.manager, story.agreement)).toEqual(head);
  });
});

describe('LO-3 nobody changes the log', () => {
  const ways = ['UPDATE act SET kind = $1', 'DELETE FROM act WHERE kind <> $1', 'TRUNCATE act'];
  const valuesOf = (sql: string): string[] => (sql.includes('$1') ? ['other'] : []);

  it.each(ways)('LO-3 not the application: %s', async (sql) => {
    await expect(story.source.query(sql, valuesOf(sql))).rejects.toThrow('permission denied');
  });

  it.each(ways)('LO-3 not by mistake who owns it either: %s', async (sql) => {
    await append('kept');
    await expect(story.owner.query(sql, valuesOf(sql))).rejects.toThrow('LO-3: the log of acts is only added to');
  });
});
