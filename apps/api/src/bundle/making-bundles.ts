import { BundleReads, NeverAtRest } from '@enig/data';
import type { AgreementId, Json } from '@enig/kernel';
import { fileName, ZIP } from '../core/send-document';
import { agreementOf, fieldsOf } from '../jobs/payload';
import { NotMade, type Works } from '../jobs/work';
import { LOCALE, say } from '../core/viewer';
import { gatherCase } from './gathering';

/** Makes whole cases, each as one zip file. */
export const makingBundles: Works = (work, ground) => {
  const reads = new BundleReads(ground.source);
  work.jobs.handle('bundle', async (payload, { progress, signal }) => {
    progress(0, null, 'job.step.reading');
    const { id, withCases } = wantedIn(payload);
    const made = await reads
      .atRest(id, async (record) => {
        const at = { ground, record, say, locale: LOCALE, withCases, signal };
        const bytes = await gatherCase(at, (count) => progress(count, null, 'job.step.gathering'));
        return { bytes, name: zipName(record.view.row.title), mediaType: ZIP };
      })
      .catch((error: unknown) => {
        throw error instanceof NeverAtRest ? new NotMade('job.reason.neverAtRest', error) : error;
      });
    if (!made) throw new Error(`There is no agreement ${id}`);
    return made;
  });
};

/** What the case is called when it is saved. */
function zipName(title: string): string {
  return fileName(`${title.trim().slice(0, 100)} – sag`, 'zip');
}

/** @throws TypeError for a payload that is none of ours. */
function wantedIn(payload: Json): { readonly id: AgreementId; readonly withCases: boolean } {
  return { id: agreementOf(payload), withCases: fieldsOf(payload)['withCases'] === true };
}
