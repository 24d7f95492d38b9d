import {
  AgreementReads,
  HearingReads,
  PlaceStore,
  ScreeningStore,
  TextContents,
  TextHistory,
  TreatmentReads,
} from '@enig/data';
import { memoDocument, usedDocument, type DocumentModel } from '@enig/documents';
import { brandId, instantOf, type Json, type RoundId } from '@enig/kernel';
import type { Ground } from '../core/core.module';
import { fileName, MEDIA } from '../core/send-document';
import { LOCALE, say } from '../core/viewer';
import type { DoJob, Works } from '../jobs/work';
import { Papers, type PaperAt } from './papers';

/** What is made: of a round, or of one answer in it. */
interface Wanted {
  readonly round: RoundId;
  readonly response: string | null;
  readonly format: 'pdf' | 'docx';
  readonly withDraft: boolean;
}

/** What is done one after the other for a paper; each is told when it begins. */
const STEPS = ['reading', 'comparing', 'setting', 'writing'] as const;

/** Makes the memo on a round, and a council's page on how its answer was used, as Word and PDF. */
export const makingPapers: Works = (work, ground) => {
  const { source, threads, installation } = ground;
  const texts = new TreatmentReads(source, new TextContents(source), new TextHistory(source, threads.attribute));
  // It is only read here: nobody is told of anything.
  const screenings = new ScreeningStore({ source, announce: () => Promise.resolve() });
  const reads = [new HearingReads(source), new AgreementReads(source), new PlaceStore(source)] as const;
  const papers = new Papers(...reads, texts, screenings, threads);
  const make = making(ground, (wanted, comparing) => {
    const { publicUrl } = installation;
    const at = { say, withDraft: wanted.withDraft, madeAt: instantOf(new Date()), publicUrl, comparing };
    return paperOf(papers, wanted, at);
  });
  work.jobs.handle('memo', make);
  work.jobs.handle('used', make);
};

/** @param paper what is made; it tells when it has read, and compares what it read. */
function making(
  { documents }: Ground,
  paper: (wanted: Wanted, comparing: () => void) => Promise<DocumentModel>,
): DoJob {
  return async (payload, { progress, signal }) => {
    const wanted = wantedIn(payload);
    const begin = (step: (typeof STEPS)[number]): void => {
      progress(STEPS.indexOf(step), STEPS.length, `job.step.${step}`);
    };
    begin('reading');
    const model = await paper(wanted, () => begin('comparing'));
    signal.throwIfAborted();
    begin('setting');
    const bytes = await documents.make(wanted.format, model, () => begin('writing'));
    return { bytes, name: fileName(model.title, wanted.format), mediaType: MEDIA[wanted.format] };
  };
}

async function paperOf(papers: Papers, { round: id, response: of }: Wanted, at: PaperAt): Promise<DocumentModel> {
  const round = await papers.round(id);
  if (!round) throw new Error(`There is no round ${id}`);
  if (of === null) return memoDocument(await papers.memo(round, at), LOCALE);
  const response = round.responses.find(({ row }) => row.id === of);
  const data = response && (await papers.used(round, response, at));
  if (!data) throw new Error(`The response ${of} does not stand`);
  return usedDocument(data, LOCALE);
}

/** @throws TypeError for a payload that is none of ours. */
function wantedIn(payload: Json): Wanted {
  const given = typeof payload === 'object' && payload !== null && !Array.isArray(payload) ? payload : {};
  const { round, response, format, withDraft } = given as { readonly [name: string]: Json | undefined };
  if (typeof round !== 'string' || (format !== 'pdf' && format !== 'docx'))
    throw new TypeError('The job is of no paper');
  return {
    round: brandId<RoundId>(round),
    response: typeof response === 'string' ? response : null,
    format,
    withDraft: withDraft === true,
  };
}
