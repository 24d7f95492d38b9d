import { closeCodes, type Identity, type NewEntry } from '@enig/collab';
import { brandId, type PartyId, type TextId } from '@enig/kernel';
import type { Pool } from 'pg';
import * as Y from 'yjs';
import type { Actor } from './act';
import { connectPool } from './connect';
import { PeopleStore } from './people-store';
import { SectionStore } from './section-store';
import { beginStory, type Story } from './test-story';
import { TextLogStore } from './text-log';
import { TextRights } from './text-store';

let story: Story;
let pool: Pool;
let log: TextLogStore;
let rights: TextRights;
let area: TextId;
let chapter: TextId;
let tovholder: Identity;
let secretary: Identity;

beforeAll(async () => {
  story = await beginStory();
  pool = connectPool({ url: urlOf(story), applicationName: 'spec' });
  log = new TextLogStore(pool);
  rights = new TextRights(pool);
  const greve = brandId<PartyId>('municipality:0253');
  const secretariat = await story.person('secretariat:1085', 'secretariatOfficer');
  const { sections } = await story.view();
  const [first, , third] = sections;
  if (!first || !third) throw new Error('The story has three sections');
  [area, chapter] = [first.row.text, third.row.text];
  await new SectionStore(story).setCoordinators(story.agreement, first.row.id, [greve], secretariat);
  tovholder = await signedIn(await story.person('administration:0253', 'coordinator'));
  secretary = await signedIn(secretariat);
});

afterAll(async () => {
  await pool.end();
  await story.close();
});

function urlOf({ source: { options } }: Story): string {
  return 'url' in options && typeof options.url === 'string' ? options.url : '';
}

async function signedIn({ person }: Actor): Promise<Identity> {
  const people = new PeopleStore(story.source);
  const { token } = await people.openSession(person);
  const found = await people.signedIn(token);
  return { person, session: found?.session ?? '' };
}

function entry(who: Identity, text: TextId, words = 'ord'): NewEntry {
  const doc = new Y.Doc();
  doc.getText('title').insert(0, words);
  return { text, who, update: Y.encodeStateAsUpdate(doc) };
}

async function seqOf(text: TextId): Promise<number> {
  return (await log.heads([text])).get(text) ?? 0;
}

describe('CO-17 the log', () => {
  it('holds what was appended, by whom and for which body, numbered without holes', async () => {
    const before = await seqOf(area);
    const entries = [entry(tovholder, area, 'en'), entry(secretary, chapter, 'to'), entry(tovholder, area, 'tre')];
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
    const otherPool = connectPool({ url: urlOf(story), applicationName: 'spec' });
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
    await otherPool.end();
  });

  it('takes all of a batch or, when the database fails, nothing', async () => {
    const before = await seqOf(area);
    const broken = { ...entry(tovholder, area), text: brandId<TextId>('no uuid') };
    await expect(log.append([entry(tovholder, area), broken])).rejects.toThrow('uuid');
    expect(await seqOf(area)).toBe(before);
    await expect(log.append([entry(tovholder, area)])).resolves.toEqual([{ ok: true, seq: before + 1 }]);
  });

  it('keeps the title of lists', async () => {
    await log.rename(area, 'Autisme i job');
    expect(await log.load(area)).toMatchObject({ title: 'Autisme i job' });
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
    const gone = await signedIn(leaver);
    expect((await log.append([entry(gone, area)])).map(({ ok }) => ok)).toEqual([true]);
    await story.source.query('UPDATE session SET ended_at = now() WHERE token_hash = $1', [gone.session]);
    const late = await signedIn(leaver);
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
    const who = await signedIn(actor);
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
    await lockIsAwaited();
    await closing.query(`UPDATE text SET phase = 'closed', closed_because = 'hearing' WHERE id = $1`, [area]);
    await closing.query('COMMIT');
    closing.release();
    expect(await waiting).toEqual([{ ok: false, code: 'CO-6-CLOSED' }]);
    expect(await rights.of([{ who: tovholder, text: area }])).toEqual([
      expect.objectContaining({ mode: 'read', reason: 'hearing' }),
    ]);
    await story.source.query(`UPDATE text SET phase = 'open', closed_because = NULL WHERE id = $1`, [area]);
  });

  async function lockIsAwaited(): Promise<void> {
    for (;;) {
      const rows = await story.owner.query<unknown[]>(
        `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%NO KEY UPDATE%'`,
      );
      if (rows.length > 0) return;
    }
  }
});
