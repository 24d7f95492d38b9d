import { join } from 'node:path';
import type { TestJob } from './test-worker';
import { Thread } from './thread';

const LIMITS = { memory: 64, time: 5_000 };
let thread: Thread<TestJob>;

beforeEach(() => {
  thread = new Thread<TestJob>(join(__dirname, 'test-worker.cjs'), LIMITS);
});

afterEach(() => thread.close());

describe('a thread', () => {
  it('answers one job after the other, also where one takes its time', async () => {
    const order: unknown[] = [];
    const note = (answer: unknown): void => void order.push(answer);
    await Promise.all([thread.ask('later').then(note), thread.ask('echo').then(note)]);
    expect(order).toEqual(['later', 'echo']);
  });

  it('fails with what the job failed with, and goes on', async () => {
    const [failed, next] = [thread.ask('throw'), thread.ask('echo')];
    await expect(failed).rejects.toThrow('It went wrong');
    await expect(next).resolves.toBe('echo');
  });

  it.each([
    ['hang', 'The job took too long'],
    ['fill', 'memory'],
    ['exit', 'has ended'],
  ] as const)('ends for a job that does %s, which fails alone', async (job, why) => {
    const [failed, next] = [thread.ask(job), thread.ask('echo')];
    await expect(failed).rejects.toThrow(why);
    await expect(next).resolves.toBe('echo');
  });

  it('fails all it was asked when it is closed, and can be asked again', async () => {
    const asked = [thread.ask('later'), thread.ask('echo')].map((answer) =>
      expect(answer).rejects.toThrow('has ended'),
    );
    await thread.close();
    await Promise.all(asked);
    await expect(thread.ask('echo')).resolves.toBe('echo');
  });

  it('fails for what cannot be sent to a thread', async () => {
    const job = (() => 'no') as unknown as TestJob;
    await expect(thread.ask(job)).rejects.toThrow('could not be cloned');
    await expect(thread.ask('echo')).resolves.toBe('echo');
  });
});
