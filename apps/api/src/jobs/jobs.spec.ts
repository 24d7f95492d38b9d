import { askJob, setTimer, type Made } from '@enig/data';
import { brandId, instantFromMillis, type JobId, type PersonId } from '@enig/kernel';
import { eventually } from '../collab/test-eventually';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { NotMade, type JobAt, type Works } from './work';

/** What the worker was asked to make, handed to the spec, which says when it is made. */
interface Making {
  readonly at: JobAt;
  readonly made: (made: Made) => void;
  readonly failed: (error: Error) => void;
}

let app: TestApp;
let secretary: TestBrowser;
let making: Making[];
let works: Works[];

const FIELDS = 'id title state done total message file { name path sha256 }';
const file: Made = { bytes: new TextEncoder().encode('Et notat'), name: 'Høringsnotat æ.txt', mediaType: 'text/plain' };

interface SeenJob {
  readonly state: string;
  readonly done: number;
  readonly message: string | null;
  readonly file: { readonly name: string; readonly path: string } | null;
}

beforeEach(async () => {
  making = [];
  works = [
    (work) => {
      work.jobs.handle('memo', (_payload, at) => {
        return new Promise<Made>((made, failed) => making.push({ at, made, failed }));
      });
    },
  ];
  app = await startTestApp({}, [], works);
  secretary = await app.signIn('sekretariat');
});

afterEach(() => app.close());

async function ask(key = 'memo:1', path?: string): Promise<JobId> {
  const [seat] = await app.source.query<{ person: PersonId; body: string; round: string }[]>(
    `SELECT p.id AS person, s.body, (SELECT id FROM hearing_round WHERE body = s.body LIMIT 1) AS round FROM person p JOIN seat s ON s.person = p.id WHERE p.persona = 'sekretariat'`,
  );
  if (!seat) throw new Error('There is no secretariat');
  const askedBy = { person: seat.person, body: brandId<never>(seat.body), capacity: 'secretariatOfficer' } as const;
  const job = { key, kind: 'memo', payload: { round: seat.round }, askedBy, ...(path ? { path } : {}) } as const;
  return askJob(app.source.manager, job);
}

async function begun(count = 1): Promise<Making> {
  await eventually(
    () => making.length >= count,
    () => 'Nobody began the job',
    20_000,
  );
  const last = making.at(-1);
  if (!last) throw new Error('Nobody began the job');
  return last;
}

async function seen(browser: TestBrowser, id: JobId) {
  return browser.gql<{ job: SeenJob | null }>(`query ($id: ID!) { job(id: $id) { ${FIELDS} } }`, { id });
}

const became = (id: JobId, state: string) =>
  eventually(
    async () => (await seen(secretary, id)).data.job?.state === state,
    () => `The job is not ${state}`,
    20_000,
  );

describe('OP-5 whoever asked for a job', () => {
  it('sees what is happening as it happens, and fetches what was made', async () => {
    const id = await ask();
    const { at, made } = await begun();
    const watching = secretary.subscribe<{ jobChanged: SeenJob }>(
      `subscription ($id: ID!) { jobChanged(id: $id) { ${FIELDS} } }`,
      { id },
    );
    const heard: SeenJob[] = [];
    const listening = (async () => {
      while (heard.at(-1)?.state !== 'done') heard.push((await watching.next()).data.jobChanged);
    })();
    let step = 0;
    await eventually(
      () => {
        at.progress((step += 1), 10_000, 'job.step.writing');
        return heard.some(
          ({ state, done, message }) => state === 'running' && done > 0 && message === 'Skriver dokumentet',
        );
      },
      () => `Nothing was heard of it: ${JSON.stringify(heard)}`,
      20_000,
    );
    made(file);
    await listening;
    await watching.stop();

    const { job } = (await seen(secretary, id)).data;
    expect(job).toMatchObject({ state: 'done', title: 'Høringsnotatet', file: { name: file.name } });
    const got = await secretary.fetch(job?.file?.path ?? '');
    expect(await got.text()).toBe('Et notat');
    expect(got.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    );
    expect(got.headers.get('cache-control')).toBe('private, no-store');
  });

  it('stops it, and what is made all the same is not kept', async () => {
    const id = await ask();
    const { at, made } = await begun();
    const stopped = await secretary.gql<{ cancelJob: SeenJob }>(
      `mutation ($id: ID!) { cancelJob(id: $id) { state file { name } } }`,
      { id },
    );
    expect(stopped.data.cancelJob).toEqual({ state: 'cancelled', file: null });
    await eventually(
      () => {
        at.progress(1, 2);
        return at.signal.aborted;
      },
      () => 'The worker goes on',
      20_000,
    );
    made(file);
    const next = await ask('memo:2'); // the worker is free again
    (await begun(2)).made(file);
    await became(next, 'done');
    expect((await seen(secretary, id)).data.job).toMatchObject({ state: 'cancelled', file: null });
    expect((await secretary.fetch(`/jobs/${id}/file`)).status).toBe(404);
  });

  it('is told when it cannot be made, and nothing of why', async () => {
    const id = await ask();
    (await begun()).failed(new Error('hemmeligt'));
    await became(id, 'failed');
    expect(app.logged.some((line) => line.includes('jobs.trouble'))).toBe(true);
    expect(app.logged.join()).not.toContain('hemmeligt');
    expect((await seen(secretary, id)).data.job).toMatchObject({ message: null });
  });

  it('OP-5 is told why where the reason has a sentence', async () => {
    const id = await ask('memo:3');
    (await begun()).failed(new NotMade('job.reason.neverAtRest', new Error('hemmeligt')));
    await became(id, 'failed');
    expect((await seen(secretary, id)).data.job).toMatchObject({
      message: expect.stringMatching(/^Der blev registreret noget nyt, hver gang sagen blev samlet/u),
    });
  });

  it('is the only one who sees it, stops it or fetches it, and only as long as they have a seat in that body', async () => {
    const id = await ask();
    (await begun()).made(file);
    await became(id, 'done');
    for (const persona of ['tovholder-greve', 'handicapraad-formand-greve']) {
      const other = await app.signIn(persona);
      expect((await seen(other, id)).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
      const stop = await other.gql('mutation ($id: ID!) { cancelJob(id: $id) { state } }', { id });
      expect(stop.errors).toMatchObject([{ code: 'NOT_FOUND' }]);
      const watch = await other.overSocket('subscription ($id: ID!) { jobChanged(id: $id) { state } }', { id });
      expect(watch.errors).toMatchObject([{ code: 'NOT_FOUND' }]);
      expect((await other.fetch(`/jobs/${id}/file`)).status).toBe(404);
    }
    expect((await app.anybody.fetch(`/jobs/${id}/file`)).status).toBe(401);
    expect((await secretary.fetch(`/jobs/${id}/file`)).status).toBe(200);
    // A hearing they may not read any more: it is another region's.
    const [was] = await app.owner.query<{ region: string }[]>('SELECT DISTINCT region FROM agreement');
    await app.owner.query('UPDATE agreement SET region = (SELECT id FROM region WHERE id <> $1 LIMIT 1)', [
      was?.region,
    ]);
    expect((await secretary.fetch(`/jobs/${id}/file`)).status).toBe(403);
    await app.owner.query('UPDATE agreement SET region = $1', [was?.region]);
    await app.owner.query(
      `UPDATE seat SET valid_from = '2000-01-01', valid_to = '2001-01-01' WHERE person = (
         SELECT id FROM person WHERE persona = 'sekretariat')`,
    );
    expect((await secretary.fetch(`/jobs/${id}/file`)).status).toBe(404);
  });

  it('is told by a letter when they have waited long', async () => {
    const id = await ask('memo:1', '/aftaler/1');
    const { made } = await begun();
    await app.owner.query(`UPDATE job SET asked_at = asked_at - interval '1 hour'`);
    made(file);
    await became(id, 'done');
    await eventually(
      async () => (await app.owner.query(`SELECT FROM mailbox WHERE subject = 'Høringsnotatet er klar'`)).length === 1,
      () => 'No letter',
      20_000,
    );
  });
});

describe('OP-6 only workers do what is done later', () => {
  it('a process without them lets it wait, and one with them does it at its start, also what is overdue', async () => {
    await app.close();
    const asked: string[] = [];
    const spying: Works = (work) => {
      asked.push('work');
      work.timers.handle('reminder', async (_transaction, { key }) => void asked.push(key));
      work.jobs.handle('memo', async () => file);
    };
    app = await startTestApp({ services: ['api', 'collab'] }, [], [spying]);
    secretary = await app.signIn('sekretariat');
    const id = await ask();
    await setTimer(app.source.manager, {
      ...{ key: 'overdue', kind: 'reminder', subject: '1', payload: null },
      dueAt: instantFromMillis(Date.UTC(2020, 0, 1)),
    });
    expect(asked).toEqual([]);
    expect((await seen(secretary, id)).data.job).toMatchObject({ state: 'waiting' });

    const worker = await app.another({ services: ['worker'] }, [spying]);
    await became(id, 'done');
    await eventually(
      () => asked.includes('overdue'),
      () => 'The timer did not fire',
      20_000,
    );
    await worker.stop();
    expect(asked.filter((each) => each === 'overdue')).toHaveLength(1);
  });

  it('a worker that stops in order gives its job back to the next one', async () => {
    const worker = await app.another({ services: ['worker'] }, works);
    const ids = [await ask('memo:1'), await ask('memo:2')];
    await begun(2); // one each
    await worker.stop();
    making.forEach(({ made }) => made(file)); // of the one that was given back this comes too late
    (await begun(3)).made(file);
    for (const id of ids) await became(id, 'done');
    const rows = await app.owner.query<{ attempts: number }[]>('SELECT attempts FROM job');
    expect(rows.map(({ attempts }) => attempts)).toEqual([1, 1]);
  });
});
