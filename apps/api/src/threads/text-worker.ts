import { checkConsistency } from '@enig/agreement';
import { Attribution } from '@enig/collab';
import { applyLog, diffText, placesOf } from '@enig/text';
import * as Y from 'yjs';
import { answerJobs } from './answer-jobs';
import { unpack, type TextJob } from './text-jobs';

/** A thread that reads texts. */
let reading: Attribution | null = null;

answerJobs(answer);

function answer(job: TextJob): unknown {
  switch (job.do) {
    case 'fold':
      return fold(unpack(job.updates));
    case 'begin':
      return void (reading = begin(job));
    case 'read': {
      const rows = unpack(job.updates).flatMap((update, index) => {
        const author = job.authors[index];
        return author ? [{ update, ...author }] : [];
      });
      return begun().read(rows);
    }
    case 'report': {
      const report = begun().report();
      reading = null;
      return report;
    }
    case 'check':
      return checkConsistency(job.agreement);
    case 'compare':
      return job.pairs.map(({ before, after }) => diffText(before, after));
    case 'place':
      return placesOf(job.anchors, job.texts, job.then);
  }
}

/** Through a document that forgets what was deleted. */
function fold(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  applyLog(doc, updates);
  return Y.encodeStateAsUpdate(doc);
}

function begin({ kind, erased }: TextJob & { readonly do: 'begin' }): Attribution {
  const [update = new Uint8Array()] = erased ? unpack(erased.update) : [];
  return new Attribution(kind, erased && { ...erased, update });
}

function begun(): Attribution {
  if (!reading) throw new Error('No text is being read');
  return reading;
}
