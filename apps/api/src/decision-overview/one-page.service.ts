import { AgreementReads, ApprovalReads, HearingReads, JobRequests, VersionReads, type AgreementView } from '@enig/data';
import { newsAtAGlance, onePage, type DocumentModel, type OnePageData } from '@enig/documents';
import { canonicalHash, type JobId, type Json, type PartyId, type VersionHash } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { AgreementsService } from '../agreement/agreements.service';
import { subjectOf } from '../agreement/subjects';
import { NotFound } from '../core/errors';
import { Installation } from '../core/installation';
import type { AppViewer } from '../core/viewer';
import { OnePages } from './one-pages';

/** The page for politicians: on screen, and as a file that a worker makes. */
@Injectable()
export class OnePageService {
  private readonly pages: OnePages;

  constructor(
    agreements: AgreementReads,
    approvals: ApprovalReads,
    versions: VersionReads,
    hearings: HearingReads,
    private readonly agreementsService: AgreementsService,
    private readonly jobs: JobRequests,
    private readonly installation: Installation,
  ) {
    this.pages = new OnePages(agreements, approvals, versions, hearings);
  }

  /**
   * The page for a party, or for all; null while no text has been put to the parties.
   *
   * @throws NotFound also for a party that is none of the agreement's · NotAllowed
   */
  async read(viewer: AppViewer, agreement: string, party: string | null): Promise<DocumentModel | null> {
    const view = await this.agreementsService.view(viewer, agreement);
    const data = await this.data(viewer, view, partyIn(view, party));
    return data && onePage(data, viewer.locale).model;
  }

  /** Asks for it as a file: the same is made once, and something else once anything in it has changed. */
  async ask(
    viewer: AppViewer,
    { agreement, party: given, format }: { agreement: string; party: string | null; format: 'pdf' | 'docx' },
  ): Promise<JobId> {
    const view = await this.agreementsService.view(viewer, agreement);
    const askedBy = viewer.actor('read', subjectOf(view));
    const party = partyIn(view, given);
    const data = await this.data(viewer, view, party);
    if (!data) throw new NotFound('board');
    const { id } = view.row;
    const stamp = canonicalHash(onePage(data, viewer.locale).model as unknown as Json).slice(0, 16);
    const key = ['onePage', id, party ?? 'all', format, stamp, viewer.person.id].join(':');
    const path = `/aftaler/${id}/kort${party === null ? '' : `?part=${party}`}`;
    return this.jobs.ask({ key, kind: 'onePage', payload: { agreement: id, party, format }, askedBy, path });
  }

  /** What is new in the text that is put to the parties, in few words, to a viewer who may read the agreement. */
  async news(
    { say, locale }: AppViewer,
    view: AgreementView,
    put: VersionHash,
    party: PartyId | null,
  ): Promise<string> {
    return newsAtAGlance(await this.pages.news(view, put, { party, say, locale }), locale);
  }

  private data({ say, locale }: AppViewer, view: AgreementView, party: PartyId | null): Promise<OnePageData | null> {
    return this.pages.of(view.row.id, { party, say, locale, publicUrl: this.installation.publicUrl });
  }
}

/** @throws NotFound for one that is none of the agreement's. */
function partyIn({ parties }: AgreementView, given: string | null): PartyId | null {
  if (given === null) return null;
  const found = parties.find(({ party }) => party === given);
  if (!found) throw new NotFound('party');
  return found.party;
}
