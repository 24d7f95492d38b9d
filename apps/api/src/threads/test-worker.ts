import { answerJobs } from './answer-jobs';

/** For specs only: what a worker can do wrong. */
export type TestJob = 'echo' | 'later' | 'throw' | 'hang' | 'fill' | 'exit';

answerJobs(async (job: TestJob) => {
  switch (job) {
    case 'echo':
      return 'echo';
    case 'later':
      await new Promise((done) => setImmediate(done));
      return 'later';
    case 'throw':
      throw new RangeError('It went wrong');
    case 'hang':
      for (;;);
    case 'fill': {
      const full: string[][] = [];
      for (;;) full.push(Array.from({ length: 10_000 }, (_, index) => `${full.length} ${index}`));
    }
    case 'exit':
      return process.exit(3);
  }
});
