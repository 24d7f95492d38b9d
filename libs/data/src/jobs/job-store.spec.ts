import { randomUUID } from 'node:crypto';
import type { JobId } from '@enig/kernel';
import type { Actor } from '../act';
import type { Announcement } from '../agreement-change';
import { openDesk, type Desk } from '../letters/test-desk';
import { askJob, type NewJob } from './asking';
import { JobStore, type Made } from './job-store';

const KINDS = ['memo'] as const;
const made = (words: string): Made => ({
  ...{ bytes: new TextEncoder().encode(words), name: 'notat.txt', mediaType: 'text/plain' },
});

let desk: Desk;
let asker: Actor;
let told: Announcement[];
let jobs: JobStore;

beforeEach(async () => {
  desk = await openDesk();
  asker = await desk.actor();
  told = [];
  jobs = new JobStore(desk.source, async (each) => void told.push(each));
});

afterEach(() => desk.close());

const ask = (key: string, more: Partial<NewJob> = {}): Promise<JobId> =>
  askJob(desk.source.manager, { key, kind: 'memo', payload: { key }, askedBy: asker, ...more });

async function silence(): Promise<void> {
  await desk.owner.query(`UPDATE job SET leased_until = clock_timestamp() - interval '1 s' WHERE lease IS NOT NULL`);
}

describe('OP-4 a job is one worker’s as long as that gives signs of life', () => {
  it('is asked for once under its key, also at the same moment, and taken once', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => ask('memo:1')));
    expect(new Set(ids).size).toBe(1);
    const taken = await Promise.all(Array.from({ length: 8 }, () => jobs.take(KINDS, randomUUID())));
    expect(taken.filter(Boolean)).toMatchObject([{ id: ids[0], payload: { key: 'memo:1' }, attempts: 1 }]);
  });

  it('is another person’s own when they ask for the same', async () => {
    const mine = await ask('memo:1');
    expect(await ask('memo:1', { askedBy: await desk.actor() })).not.toBe(mine);
  });

  it('is begun anew by another after silence, and what the first one then makes is not kept', async () => {
    const id = await ask('memo:1');
    const [first, second] = [randomUUID(), randomUUID()];
    await jobs.take(KINDS, first);
    expect(await jobs.take(KINDS, second)).toBeNull();
    await silence();
    expect(await jobs.take(KINDS, second)).toMatchObject({ id, attempts: 2 });

    expect(await jobs.beat(id, first)).toBe(false);
    expect(await jobs.progress(id, first, { done: 9, total: 9, message: null })).toBe(false);
    expect(await jobs.finish(id, first, made('of the first'), null)).toBe(false);
    expect(await jobs.job(id)).toMatchObject({ state: 'running', done: 0, file: null });
    expect(await desk.source.query('SELECT sha256 FROM file')).toEqual([]);

    expect(await jobs.finish(id, second, made('of the second'), null)).toBe(true);
    expect(await jobs.job(id)).toMatchObject({ state: 'done', file: { name: 'notat.txt' } });
  });

  it('is kept by signs of life', async () => {
    const id = await ask('memo:1');
    const lease = randomUUID();
    await jobs.take(KINDS, lease);
    await silence();
    expect(await jobs.beat(id, lease)).toBe(true);
    expect(await jobs.take(KINDS, randomUUID())).toBeNull();
    const [row] = await desk.source.query<{ left: string }[]>(
      'SELECT extract(epoch FROM leased_until - clock_timestamp()) AS left FROM job',
    );
    expect(Number(row?.left)).toBeGreaterThan(10);
    expect(Number(row?.left)).toBeLessThan(60); // taken up again within a minute
  });

  it('fails when three workers have died with it', async () => {
    const id = await ask('memo:1');
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      expect(await jobs.take(KINDS, randomUUID())).toMatchObject({ attempts: attempt });
      await silence();
    }
    expect(await jobs.take(KINDS, randomUUID())).toBeNull();
    expect(await jobs.job(id)).toMatchObject({ state: 'failed' });
    expect(told.at(-1)).toEqual({ topic: 'job', id });
  });

  it('is begun at once when its worker gives it back, and that time does not count', async () => {
    const id = await ask('memo:1');
    const lease = randomUUID();
    await jobs.take(KINDS, lease);
    await jobs.putBack(id, lease);
    expect(await jobs.take(KINDS, randomUUID())).toMatchObject({ id, attempts: 1 });
  });

  it('is asked anew when it failed, was stopped, and not when it is done', async () => {
    const id = await ask('memo:1');
    const lease = randomUUID();
    await jobs.take(KINDS, lease);
    await jobs.fail(id, lease, 'job.reason.neverAtRest');
    expect(await jobs.job(id)).toMatchObject({ state: 'failed', message: 'job.reason.neverAtRest' });
    expect(await ask('memo:1')).toBe(id);
    expect(await jobs.job(id)).toMatchObject({ state: 'waiting', attempts: 0 });
    await jobs.cancel(id);
    expect(await ask('memo:1')).toBe(id);
    await jobs.take(KINDS, lease);
    await jobs.finish(id, lease, made('x'), null);
    expect(await ask('memo:1')).toBe(id);
    expect(await jobs.job(id)).toMatchObject({ state: 'done' });
  });

  it('belongs to the act it was asked in', async () => {
    const act = desk.source.transaction(async (manager) => {
      await askJob(manager, { key: 'k', kind: 'memo', payload: {}, askedBy: asker });
      throw new Error('refused');
    });
    await expect(act).rejects.toThrow('refused');
    expect(await jobs.take(KINDS, randomUUID())).toBeNull();
  });
});

describe('OP-5 whoever asked for a job', () => {
  it('is told of every step, and of its being stopped', async () => {
    const id = await ask('memo:1');
    const lease = randomUUID();
    await jobs.take(KINDS, lease);
    await jobs.progress(id, lease, { done: 3, total: 7, message: 'job.step.reading' });
    expect(await jobs.job(id)).toMatchObject({ state: 'running', done: 3, total: 7, message: 'job.step.reading' });
    expect(await jobs.cancel(id)).toBe(true);
    expect(await jobs.cancel(id)).toBe(false);
    expect(await jobs.finish(id, lease, made('x'), null)).toBe(false);
    expect(await jobs.job(id)).toMatchObject({ state: 'cancelled', file: null });
    expect(told).toEqual(Array.from({ length: 3 }, () => ({ topic: 'job', id })));
  });

  it('gets a letter when they have waited long, and none when they have not', async () => {
    const letter = {
      key: 'jobDone',
      kind: 'jobDone',
      to: asker.person,
      body: null,
      path: '/',
      facts: { what: 'Notatet' },
    } as const;
    for (const [key, waited, letters] of [
      ['soon', '5 s', 0],
      ['long', '5 min', 1],
    ] as const) {
      const id = await ask(key);
      const lease = randomUUID();
      await jobs.take(KINDS, lease);
      await desk.owner.query('UPDATE job SET asked_at = asked_at - $2::interval WHERE id = $1', [id, waited]);
      await jobs.finish(id, lease, made(key), letter);
      expect(await desk.source.query('SELECT key FROM letter')).toHaveLength(letters);
    }
  });
});
