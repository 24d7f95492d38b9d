import { toPdf, toWord } from '@enig/documents';
import { answerJobs } from './answer-jobs';
import type { DocumentJob } from './document-jobs';

/** A thread that makes files of documents. */
answerJobs(({ make, model }: DocumentJob, tell) => {
  const set = (): void => tell('set');
  return make === 'pdf' ? toPdf(model, set) : toWord(model, set);
});
