import { FINDER_VERSION } from '@enig/hearing';
import { ok, sha256 } from '@enig/kernel';
import { JobRequests } from '../job-requests';
import { changeRound } from '../round-change';
import { LookingThrough } from '../screening/looking-through';
import { beginScreening, type ScreeningStory } from '../screening/test-screening';
import { TextEraser } from '../text-eraser';
import { askJob } from './asking';
import { JobStore } from './job-store';

let at: ScreeningStory;

beforeEach(async () => {
  at = await beginScreening();
});

afterEach(() => at.story.close());

describe('HE-50 papers made before something was left out', () => {
  const jobs = () => new JobStore(at.story.source, at.story.announce);
  const ask = (key: string) => {
    const payload = { round: at.round, format: 'pdf' };
    return askJob(at.story.source.manager, { key, kind: 'memo', payload, askedBy: at.secretary });
  };
  const make = async (key: string) => {
    const id = await ask(key);
    const lease = crypto.randomUUID();
    await jobs().take(['memo'], lease);
    const bytes = Buffer.from(`Min søn 010190-1234 ${key}`);
    await jobs().finish(id, lease, { bytes, name: 'notat.pdf', mediaType: 'application/pdf' }, null);
    return { id, sha256: sha256(bytes) };
  };
  const kept = async () => {
    const rows = await at.story.source.query<{ sha256: string }[]>('SELECT sha256 FROM file');
    return rows.map((row) => row.sha256);
  };
  const redact = async () => {
    const { submission, start, end } = await at.finding('personalNumber');
    const wanted = { submission, slot: 'general', start, end, reason: 'CPR-nummer' };
    expect(await at.store.redact(at.round, wanted, at.secretary)).toMatchObject({ ok: true });
  };

  it('are not given out any more, their bytes are erased, and one that is being made is begun anew', async () => {
    const made = await make('memo:1');
    const half = await ask('memo:2');
    const lease = crypto.randomUUID();
    await jobs().take(['memo'], lease);
    expect(await jobs().job(made.id)).toMatchObject({ state: 'done', file: { name: 'notat.pdf' } });
    await redact();
    expect(await jobs().job(made.id)).toMatchObject({ state: 'cancelled', file: null });
    // That it was interrupted is not the job's fault.
    expect(await jobs().job(half)).toMatchObject({ state: 'waiting', attempts: 0 });
    expect(await jobs().beat(half, lease)).toBe(false);
    expect(await kept()).toContain(made.sha256);
    await new TextEraser(at.story.source).eraseDue(30);
    expect(await kept()).not.toContain(made.sha256);
    expect(await jobs().job(made.id)).toBeNull();
  });

  it('end also when a better finder sees something in them, those alone that an older one looked through', async () => {
    const { source, announce, owner } = at.story;
    const [old, young] = [await make('memo:1'), await make('memo:2')];
    const half = await ask('memo:3');
    await jobs().take(['memo'], crypto.randomUUID());
    const finder = (id: string, is: number) =>
      owner.query(`UPDATE job SET payload = payload || jsonb_build_object('finder', $2::int) WHERE id = $1`, [id, is]);
    for (const id of [old.id, half]) await finder(id, FINDER_VERSION - 1);
    await finder(young.id, FINDER_VERSION);
    const looking = new LookingThrough(source, announce);
    expect(await looking.nextRound([])).toBe(at.round);
    expect(await looking.tellOfFindings(at.round)).toBeGreaterThan(0);
    expect(await jobs().job(old.id)).toMatchObject({ state: 'cancelled', file: null });
    expect(await jobs().job(half)).toMatchObject({ state: 'waiting', attempts: 0 });
    expect(await jobs().job(young.id)).toMatchObject({ state: 'done' });
    expect(await looking.nextRound([])).toBeNull();
  });

  it('one that is asked for meanwhile waits until it is left out', async () => {
    const { source, announce } = at.story;
    const waits = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    const payload = { round: at.round, format: 'pdf' };
    const job = { key: 'memo:1', kind: 'memo', payload, askedBy: at.secretary } as const;
    const asked = await changeRound({ source, announce }, at.round, 'UPDATE', async () => {
      const pending = { id: new JobRequests(source).ask(job, at.round) };
      for (let look = 0; look < 500; look += 1) if ((await source.query(waits)).length > 0) break;
      expect(await source.query('SELECT id FROM job')).toEqual([]);
      return ok(pending);
    });
    const id = asked?.ok ? await asked.value.id : null;
    expect(id && (await jobs().job(id))).toMatchObject({ state: 'waiting' });
  });

  it('and any after 30 days', async () => {
    const [old, young] = [await make('memo:1'), await make('memo:2')];
    await at.story.owner.query(`UPDATE job SET finished_at = finished_at - interval '31 d' WHERE id = $1`, [old.id]);
    await new TextEraser(at.story.source).eraseDue(30);
    expect([await jobs().job(old.id), (await jobs().job(young.id))?.state]).toEqual([null, 'done']);
    expect(await kept()).toEqual(expect.arrayContaining([young.sha256]));
    expect(await kept()).not.toContain(old.sha256);
  });
});
