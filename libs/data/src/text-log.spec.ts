import { closeCodes, type Identity } from '@enig/collab';
import { brandId, type TextId } from '@enig/kernel';
import type { Pool } from 'pg';
import * as Y from 'yjs';
import { beginWriting, entry, lockIsAwaited, signedIn, type Writing } from './test-writing';
import { TextLogStore } from './text-log';
import { TextRights } from './text-store';

let story: Writing;
let pool: Pool;
let log: TextLogStore;
let rights: TextRights;
let area: TextId;
let chapter: TextId;
let tovholder: Identity;
let secretary: Identity;

beforeAll(async () => {
  story = await beginWriting();
  ({ pool, log, area, chapter, tovholder, secretary } = story);
  rights = new TextRights(pool);
});

afterAll(() => story.close());

async function seqOf(text: TextId): Promise<number> {
  return (await log.heads([text])).get(text) ?? 0;
}

describe('CO-17 the log', () => {
  it('holds what was appended, by whom and for which body, numbered without holes', async () => {
    const before = await seqOf(area);
    const entries = [entry(tovholder, area, { words: 'en' }), entry(secretary, chapter), entry(tovholder, area)];
    const outcome = await log.append(entries);
    expect(outcome).toEqual([
      { ok: true, seq: before + 1 },
      { ok: true, seq: expect.any(Number) },
      { ok: true, seq: before + 2 },
    ]);
    expect((await log.since(area, before)).map(({ update }) => new Uint8Array(update))).toEqual([
      entries[0]?.update,
      entries[2]?.update,
    ]);
    const rows = await story.source.query<{ person: string; body: string; session: string }[]>(
      'SELECT person, body, session FROM text_update WHERE text = $1 AND seq = $2',
      [area, before + 1],
    );
    expect(rows).toEqual([{ ...tovholder, body: 'administration:0253' }]);
    expect(await log.load(area)).toMatchObject({ kind: 'focus-area', seq: before + 2 });
  });

  it('has no text where there is none', async () => {
    expect(await log.load(brandId<TextId>('00000000-0000-4000-8000-000000000000'))).toBeNull();
  });

  it('gets no holes and no doublets from nodes that write at once, to texts named in any order', async () => {
    const before = await seqOf(area);
    const otherPool = story.anotherPool();
    const other = new TextLogStore(otherPool);
    const batches = Array.from({ length: 40 }, (_, index) => {
      const pair = [entry(tovholder, area), entry(secretary, chapter)];
      return (index % 2 ? other : log).append(index % 4 < 2 ? pair : pair.toReversed());
    });
    const outcomes = (await Promise.all(batches)).flat();
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    const seqs = (await log.since(area, before)).map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: 40 }, (_, index) => before + 1 + index));
    expect(await seqOf(area)).toBe(before + 40);
  });

  it('takes all of a batch or, when the database fails, nothing', async () => {
    const before = await seqOf(area);
    const broken = { ...entry(tovholder, area), text: brandId<TextId>('no uuid') };
    await expect(log.append([entry(tovholder, area), broken])).rejects.toThrow('uuid');
    expect(await seqOf(area)).toBe(before);
    await expect(log.append([entry(tovholder, area)])).resolves.toEqual([{ ok: true, seq: before + 1 }]);
  });

  it('keeps the title of lists, and of two nodes\u2019 titles the one the text had last', async () => {
    const other = new TextLogStore(story.anotherPool());
    await log.rename(area, 'Autisme i j', 11);
    await other.rename(area, 'Autisme i job', 13);
    await log.rename(area, 'Autisme i jo', 12); // it was on its way for longer
    expect(await log.load(area)).toMatchObject({ title: 'Autisme i job' });
    await log.rename(area, 'Autisme', 20);
    expect(await log.load(area)).toMatchObject({ title: 'Autisme' });
  });
});

describe('CO-6 who may write is asked under the lock', () => {
  const refused = (code: string) => [{ ok: false, code }];

  it('refuses some of a batch and takes the others', async () => {
    const outcome = await log.append([entry(secretary, area), entry(tovholder, area), entry(tovholder, chapter)]);
    expect(outcome.map((each) => (each.ok ? 'in' : each.code))).toEqual(['CO-6-NO-RIGHT', 'in', 'CO-6-NO-RIGHT']);
  });

  it('refuses a text that is not there', async () => {
    const nowhere = brandId<TextId>('00000000-0000-4000-8000-000000000000');
    expect(await log.append([entry(tovholder, nowhere)])).toEqual(refused('CO-6-NO-SUCH-TEXT'));
    expect(await rights.of([{ who: tovholder, text: nowhere }])).toEqual([
      { mode: 'none', code: closeCodes.noSuchText },
    ]);
  });

  it('refuses whoever has signed out, has let the session run out, or shows somebody else\u2019s', async () => {
    const leaver = await story.person('administration:0253', 'coordinator');
    const gone = await signedIn(story, leaver);
    expect((await log.append([entry(gone, area)])).map(({ ok }) => ok)).toEqual([true]);
    await story.source.query('UPDATE session SET ended_at = now() WHERE token_hash = $1', [gone.session]);
    const late = await signedIn(story, leaver);
    await story.source.query(`UPDATE session SET expires_at = now() - interval '1 s' WHERE token_hash = $1`, [
      late.session,
    ]);
    const borrowed = { ...tovholder, person: leaver.person };
    for (const who of [gone, late, borrowed]) {
      expect(await log.append([entry(who, area)])).toEqual(refused('CO-6-SIGNED-OUT'));
      expect(await rights.of([{ who, text: area }])).toEqual([{ mode: 'none', code: closeCodes.signedOut }]);
    }
  });

  it('counts a seat through its last day, and not the day after', async () => {
    const actor = await story.person('administration:0253', 'coordinator');
    const who = await signedIn(story, actor);
    const endOn = (day: string) =>
      story.source.query(
        `UPDATE seat SET valid_to = (now() AT TIME ZONE 'Europe/Copenhagen')::date + $2::int WHERE person = $1`,
        [actor.person, day],
      );
    await endOn('0');
    expect((await log.append([entry(who, area)])).map(({ ok }) => ok)).toEqual([true]);
    await endOn('-1');
    expect(await log.append([entry(who, area)])).toEqual(refused('CO-6-NO-RIGHT'));
    expect(await rights.of([{ who, text: area }])).toEqual([{ mode: 'none', code: closeCodes.noRight }]);
  });

  it('says who edits, who reads and why, and what they are called', async () => {
    const asked = [
      { who: tovholder, text: area },
      { who: secretary, text: area },
      { who: secretary, text: chapter },
    ];
    expect(await rights.of(asked)).toEqual([
      { mode: 'edit', reason: null, body: 'administration:0253', name: 'coordinator administration:0253' },
      { mode: 'read', reason: 'noRight', body: null, name: 'secretariatOfficer secretariat:1085' },
      { mode: 'edit', reason: null, body: 'secretariat:1085', name: 'secretariatOfficer secretariat:1085' },
    ]);
    expect(await rights.of([])).toEqual([]);
  });
});

describe('CO-2 closing and appending cannot pass each other', () => {
  it('lets an append that has to wait for a closing see that the text is closed', async () => {
    const closing = await pool.connect();
    await closing.query('BEGIN');
    await closing.query('SELECT id FROM text WHERE id = $1 FOR UPDATE', [area]);
    const waiting = log.append([entry(tovholder, area)]);
    await lockIsAwaited(story, '(append_updates|lock_texts)');
    await closing.query(`UPDATE text SET phase = 'closed', closed_because = 'deciding' WHERE id = $1`, [area]);
    await closing.query('COMMIT');
    closing.release();
    expect(await waiting).toEqual([{ ok: false, code: 'CO-6-CLOSED' }]);
    expect(await rights.of([{ who: tovholder, text: area }])).toEqual([
      expect.objectContaining({ mode: 'read', reason: 'deciding' }),
    ]);
    await story.source.query(`UPDATE text SET phase = 'open', closed_because = NULL WHERE id = $1`, [area]);
  });
});

describe('CO-25 a long history is read from its snapshot', () => {
  const folded = (updates: readonly Uint8Array[]) => Y.mergeUpdates([...updates]);

  it('gives the snapshot, what came after it, and whose the client ids are', async () => {
    await log.append([entry(tovholder, area)]);
    const before = await log.load(area);
    if (!before) throw new Error('The text is gone');
    expect([before.snapshot, before.updates.length]).toEqual([null, before.seq]);
    await log.keepSnapshot(area, before.seq - 1, folded(before.updates.slice(0, -1)));
    const own = entry(tovholder, area);
    await log.append([own]);
    const after = await log.load(area);
    expect(after).toMatchObject({ seq: before.seq + 1, title: before.title, kind: 'focus-area' });
    expect([after?.snapshot?.seq, after?.updates.length]).toEqual([before.seq - 1, 2]);
    expect(after?.owners.get(own.claims[0] ?? 0)).toBe(tovholder.person);
  });

  it('keeps none that is older, none of what is not written yet, and none of a text that is not there', async () => {
    const { seq = 0, updates = [] } = (await log.load(chapter)) ?? {};
    await log.append([entry(secretary, chapter)]);
    const all = folded(updates);
    await log.keepSnapshot(chapter, seq + 2, all);
    expect((await log.load(chapter))?.snapshot).toBeNull();
    await log.keepSnapshot(chapter, seq, all);
    await log.keepSnapshot(chapter, seq - 1, Uint8Array.of(0, 0));
    expect((await log.load(chapter))?.snapshot).toEqual({ seq, update: Buffer.from(all) });
    await log.keepSnapshot(brandId<TextId>('00000000-0000-4000-8000-000000000000'), 1, all);
  });

  it('CO-17 is only ever exchanged for one that follows it in the log, by whomever', async () => {
    const keep = async (seq: number): Promise<unknown> => {
      const [row] = await story.source.query<{ kept: boolean }[]>(`SELECT keep_snapshot($1, $2, '\\x0000') AS kept`, [
        area,
        seq,
      ]);
      return row?.kept;
    };
    await log.append([entry(tovholder, area), entry(tovholder, area), entry(tovholder, area)]);
    const seq = await seqOf(area);
    expect([await keep(seq - 2), await keep(seq - 2), await keep(seq - 3), await keep(seq + 1)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    await expect(story.source.query('UPDATE text_snapshot SET seq = 1')).rejects.toThrow('permission denied');
    await expect(
      story.source.query(`INSERT INTO text_snapshot (text, seq, update) VALUES ($1, 1, '')`, [chapter]),
    ).rejects.toThrow('permission denied');
    await story.owner.query('DELETE FROM text_update WHERE text = $1 AND seq = $2', [area, seq - 1]);
    expect(await keep(seq)).toBe(false);
  });

  it('says that something is missing rather than giving a part', async () => {
    const seq = await seqOf(chapter);
    await log.append([entry(secretary, chapter), entry(secretary, chapter), entry(secretary, chapter)]);
    const remove = (which: number) =>
      story.owner.query('DELETE FROM text_update WHERE text = $1 AND seq = $2', [chapter, which]);
    await remove(seq + 2);
    await expect(log.load(chapter)).rejects.toThrow(`its update ${seq + 2}`);
    await expect(log.since(chapter, seq)).rejects.toThrow(`its update ${seq + 2}`);
    await remove(seq + 3);
    await expect(log.since(chapter, seq + 1)).rejects.toThrow('has been erased');
    await expect(log.load(chapter)).rejects.toThrow(`does not reach ${seq + 3}`);
    expect(await log.since(chapter, seq + 3)).toEqual([]);
  });
});
