import { parentPort } from 'node:worker_threads';
import { Attribution } from '@enig/collab';
import { applyLog } from '@enig/text';
import * as Y from 'yjs';
import { unpack, type TextJob } from './text-jobs';

/** A thread that reads texts. It hears `{ id, job }` and answers `{ id, value }` or `{ id, error }`. */
let reading: Attribution | null = null;

parentPort?.on('message', ({ id, job }: { id: number; job: TextJob }) => {
  try {
    parentPort?.postMessage({ id, value: answer(job) });
  } catch (error) {
    parentPort?.postMessage({ id, error });
  }
});

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
