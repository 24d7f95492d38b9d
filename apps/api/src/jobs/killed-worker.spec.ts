import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { askJob, type JobView, JobStore } from '@enig/data';
import { brandId, type JobId, type PersonId } from '@enig/kernel';
import { eventually } from '../collab/test-eventually';
import { startTestApp, type TestApp } from '../test-app';

let app: TestApp;
let child: ChildProcess | undefined;

beforeEach(async () => {
  app = await startTestApp({ services: ['api'] });
});

afterEach(async () => {
  child?.kill('SIGKILL');
  await app.close();
});

async function ask(): Promise<JobId> {
  const [person] = await app.source.query<{ id: PersonId }[]>(`SELECT id FROM person WHERE persona = 'sekretariat'`);
  const askedBy = {
    ...{ person: person?.id ?? brandId<PersonId>(''), body: brandId<never>('secretariat:1085') },
    capacity: 'secretariatOfficer' as const,
  };
  return askJob(app.source.manager, { key: 'memo:1', kind: 'memo', payload: {}, askedBy });
}

describe('OP-4 a worker that is killed in the middle of a job', () => {
  it('keeps it as long as it lives, and then another begins it anew, within a minute', async () => {
    const id = await ask();
    child = fork(
      join(__dirname, '../collab/test-child.cjs'),
      [join(__dirname, 'test-worker-child.ts'), app.databaseUrl],
      {
        execArgv: [],
      },
    );
    const died = once(child, 'exit').then(([code]) => Promise.reject(new Error(`It ended with ${String(code)}`)));
    await Promise.race([once(child, 'message'), died]);
    died.catch(() => undefined); // from here on it is meant to
    const job = async (): Promise<JobView | null> => new JobStore(app.source, async () => undefined).job(id);
    await eventually(
      async () => (await job())?.done === 3,
      () => 'It makes no progress',
    );

    const worker = await app.another({ services: ['worker'] }, [
      (work) => {
        work.jobs.handle('memo', async () => ({
          ...{ bytes: new TextEncoder().encode('af den anden'), name: 'notat.txt', mediaType: 'text/plain' },
        }));
      },
    ]);
    // Its signs of life keep it for longer than its lease.
    const begun = performance.now();
    await eventually(
      async () => {
        expect(await job()).toMatchObject({ state: 'running', attempts: 1 });
        return performance.now() - begun > 4_000;
      },
      () => 'Time stands still',
    );
    const killed = performance.now();
    child.kill('SIGKILL');
    await eventually(
      async () => (await job())?.state === 'done',
      () => 'Nobody took it up',
      59_000,
    );
    expect(performance.now() - killed).toBeLessThan(59_000);
    expect(await job()).toMatchObject({ state: 'done', attempts: 2, file: { name: 'notat.txt' } });
    await worker.stop();
  }, 120_000);
});
