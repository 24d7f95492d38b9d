import { inspectFile } from '@enig/documents';
import { answerJobs } from './answer-jobs';
import type { FileJob } from './file-threads';

/** A thread that reads files people send in. */
answerJobs(({ bytes, name }: FileJob) => inspectFile(bytes, name));
