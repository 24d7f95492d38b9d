import { parentPort } from 'node:worker_threads';
import type { ThreadAnswer } from './thread';

/** Answers a job, also where that takes its time, and may tell how far it is meanwhile. */
type Answer<Job> = (job: Job, tell: (told: unknown) => void) => unknown;

/** Makes a worker of this file: what a `Thread` is asked is answered by the function. */
export function answerJobs<Job>(answer: Answer<Job>): void {
  parentPort?.on('message', (job: Job) => void respond(answer, job));
}

async function respond<Job>(answer: Answer<Job>, job: Job): Promise<void> {
  try {
    say({ value: await answer(job, (told) => say({ told })) });
  } catch (error) {
    say({ error });
  }
}

function say(answer: ThreadAnswer): void {
  parentPort?.postMessage(answer);
}
