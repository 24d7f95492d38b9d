import { AgreementReads, ApprovalReads, HearingReads, VersionReads } from '@enig/data';
import { onePage } from '@enig/documents';
import { brandId, type AgreementId, type Json, type PartyId } from '@enig/kernel';
import { fileName, MEDIA } from '../core/send-document';
import { LOCALE, say } from '../core/viewer';
import { fieldsOf } from '../jobs/payload';
import type { Works } from '../jobs/work';
import { OnePages } from './one-pages';

interface Wanted {
  readonly agreement: AgreementId;
  readonly party: PartyId | null;
  readonly format: 'pdf' | 'docx';
}

/** Makes the page for politicians as Word and PDF. */
export const makingOnePages: Works = (work, { source, documents, installation }) => {
  const reads = [new AgreementReads(source), new ApprovalReads(source), new VersionReads(source)] as const;
  const pages = new OnePages(...reads, new HearingReads(source));
  work.jobs.handle('onePage', async (payload, { progress, signal }) => {
    const { agreement, party, format } = wantedIn(payload);
    progress(0, 2, 'job.step.reading');
    const data = await pages.of(agreement, { party, say, locale: LOCALE, publicUrl: installation.publicUrl });
    if (!data) throw new Error(`Nothing has been put to the parties of ${agreement}`);
    signal.throwIfAborted();
    const { model } = onePage(data, LOCALE);
    const bytes = await documents.make(format, model, () => progress(1, 2, 'job.step.writing'));
    return { bytes, name: fileName(model.title, format), mediaType: MEDIA[format] };
  });
};

/** @throws TypeError for a payload that is none of ours. */
function wantedIn(payload: Json): Wanted {
  const { agreement, party, format } = fieldsOf(payload);
  if (typeof agreement !== 'string' || (format !== 'pdf' && format !== 'docx'))
    throw new TypeError('The job is of no page for politicians');
  return {
    agreement: brandId<AgreementId>(agreement),
    party: typeof party === 'string' ? brandId<PartyId>(party) : null,
    format,
  };
}
