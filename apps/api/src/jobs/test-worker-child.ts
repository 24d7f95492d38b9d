import { connect, JobStore } from '@enig/data';
import { JobRunner } from './job-runner';
import { keepDoing } from './keep-doing';
import { Work } from './work';

/** Seconds of silence after which the job is somebody else's; short, so that a spec need not wait for long. */
export const LEASE_SECONDS = 3;

/** A worker in a process of its own, which begins a job, never ends it, and is meant to be killed. */
async function main(): Promise<void> {
  process.once('disconnect', () => process.exit());
  const source = await connect({ url: process.argv[3] ?? '', applicationName: 'spec-worker' });
  const work = new Work();
  work.jobs.handle('memo', (_payload, { progress }) => {
    progress(3, 10, 'job.step.writing');
    process.send?.('begun');
    return new Promise(() => undefined);
  });
  const trouble = (): void => undefined;
  const store = new JobStore(source, async () => undefined, LEASE_SECONDS);
  const runner = new JobRunner({ store, work, trouble, beatEvery: 500 });
  keepDoing(runner.next, { every: 100, trouble });
}

void main();
