import { JobRequests, LogReads, type AgreementView, type CaseView } from '@enig/data';
import { FINDER_VERSION } from '@enig/hearing';
import { canonicalHash, type JobId, type Json } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { AgreementsService } from '../agreement/agreements.service';
import { subjectOf } from '../agreement/subjects';
import { NotFound } from '../core/errors';
import type { AppViewer } from '../core/viewer';
import type { JobPayload } from '../jobs/job-readers';
import { casePath } from './case-papers';
import { CasesService, versionPut, type CasePlace } from './cases.service';
import { caseSubject } from './subjects';

/** Cases as files that a worker makes: one, or all parties' at once. */
@Injectable()
export class CaseJobs {
  constructor(
    private readonly cases: CasesService,
    private readonly agreements: AgreementsService,
    private readonly jobs: JobRequests,
    private readonly logs: LogReads,
  ) {}

  /** Asks for a case as a file, as it is now; with the closed annexes named for the party's own people alone (CA-5). */
  async askOne(
    viewer: AppViewer,
    { view, party, found, isOwn }: CasePlace & { readonly found: CaseView },
    format: 'pdf' | 'docx' | 'zip',
  ): Promise<JobId> {
    const askedBy = viewer.actor('read', caseSubject(view, party, found.sending !== null));
    const { id } = found.row;
    const annexes = found.annexes.map((annex) => annex.id);
    const stamp = canonicalHash({ seq: found.text.seq, isSentOn: found.sending !== null, annexes }).slice(0, 16);
    const key = ['case', id, format, stamp, viewer.person.id].join(':');
    const payload = { case: id, agreement: view.row.id, party, format, withClosed: isOwn, finder: FINDER_VERSION };
    return this.ask(view, { key, kind: 'case', payload, askedBy, path: casePath(view.row.id, party) });
  }

  /** Asks for every party's case (CA-6). @throws NotFound while nothing is put to the parties · NotAllowed */
  async askAll(viewer: AppViewer, agreement: string): Promise<JobId> {
    const view = await this.agreements.view(viewer, agreement);
    const askedBy = viewer.actor('readDraft', subjectOf(view));
    const version = versionPut(view);
    if (!version) throw new NotFound('board');
    const sent = (await this.cases.all(viewer, agreement)).flatMap(({ found }) => found?.sending?.sha256 ?? []);
    // What is prefilled follows everything that is done about the agreement: the end of its log stands for all of it.
    const head = (await this.logs.head(view.row.id))?.hash ?? null;
    const stamp = canonicalHash({ version, head, sent: [...sent].sort() }).slice(0, 16);
    const key = ['cases', view.row.id, stamp, viewer.person.id].join(':');
    const payload = { agreement: view.row.id, finder: FINDER_VERSION };
    return this.ask(view, { key, kind: 'cases', payload, askedBy, path: `/aftaler/${view.row.id}/sager` });
  }

  /** Whether the viewer may still fetch a case that was made. @throws NotFound · NotAllowed */
  async mustReadOne(viewer: AppViewer, payload: JobPayload): Promise<void> {
    const { case: id, withClosed } = payload;
    const place = await this.cases.placeOf(viewer, typeof id === 'string' ? id : '');
    if (withClosed === true && !place.isOwn) throw new NotFound('file');
  }

  /** The same of all cases. @throws NotFound · NotAllowed */
  async mustReadAll(viewer: AppViewer, { agreement }: JobPayload): Promise<void> {
    const view = await this.agreements.view(viewer, typeof agreement === 'string' ? agreement : '');
    viewer.must('readDraft', subjectOf(view));
  }

  private ask(
    view: AgreementView,
    job: Parameters<JobRequests['askAbout']>[0] & { readonly payload: Json },
  ): Promise<JobId> {
    return this.jobs.askAbout(job, view.row.id);
  }
}
