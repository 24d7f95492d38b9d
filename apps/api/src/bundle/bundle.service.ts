import { JobRequests, LogReads, type AgreementView, type LogHead } from '@enig/data';
import { FINDER_VERSION } from '@enig/hearing';
import { canonicalHash, type JobId } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { AgreementsService } from '../agreement/agreements.service';
import { subjectOf } from '../agreement/subjects';
import type { AppViewer } from '../core/viewer';
import { caseSubject } from '../cases/subjects';

/** Whole cases, for everybody who may read the agreement. */
@Injectable()
export class BundleService {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly logs: LogReads,
    private readonly jobs: JobRequests,
  ) {}

  /** Where the agreement's log ends now; null where nothing is logged. */
  head(viewer: AppViewer, { row }: AgreementView): Promise<LogHead | null> {
    return viewer.remember(`log head ${row.id}`, () => this.logs.head(row.id));
  }

  /**
   * Asks for the whole case, with the parties' own cases for who may read them (AC-28). Asked for twice it is made once,
   * until something more is logged; what changes what others may read of a hearing is logged, too. @throws NotFound · NotAllowed
   */
  async ask(viewer: AppViewer, given: string): Promise<JobId> {
    const view = await this.agreements.view(viewer, given);
    const agreement = view.row.id;
    const askedBy = viewer.actor('read', subjectOf(view));
    const head = (await this.head(viewer, view))?.hash ?? null;
    const withCases = readsCases(viewer, view);
    const stamp = canonicalHash({ head, finder: FINDER_VERSION, withCases }).slice(0, 16);
    const key = ['bundle', agreement, stamp, viewer.person.id].join(':');
    const payload = { agreement, finder: FINDER_VERSION, withCases };
    const path = `/aftaler/${agreement}/historik`;
    return this.jobs.askAbout({ key, kind: 'bundle', payload, askedBy, path }, agreement);
  }
}

/** Whether the viewer may read what every party has sent on (AC-28). */
export function readsCases(viewer: AppViewer, view: AgreementView): boolean {
  return view.parties.every(({ party }) => viewer.can('read', caseSubject(view, party, true)));
}
