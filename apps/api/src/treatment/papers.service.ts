import { NotAllowed } from '@enig/access';
import { JobRequests, type ResponseView } from '@enig/data';
import { memoDocument, usedDocument, type DocumentModel } from '@enig/documents';
import { FINDER_VERSION } from '@enig/hearing';
import { canonicalHash, instantOf, type JobId, type ResponseId } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { subjectOf } from '../agreement/subjects';
import { NotFound } from '../core/errors';
import { Installation } from '../core/installation';
import type { AppViewer } from '../core/viewer';
import { HearingService } from '../hearing/hearing.service';
import type { RoundPlace } from '../hearing/models';
import { maySeeSubmissions, responseSubject, roundSubject } from '../hearing/subjects';
import { Papers, type PaperAt } from './papers';

type Format = 'pdf' | 'docx';

/** A paper somebody asks for; `response` is null for one on the whole round. */
interface Asked {
  readonly kind: 'memo' | 'used';
  readonly response: ResponseId | null;
  readonly format: Format;
  readonly path: string;
}

/** The memo on a round, and what became of a council's answer: on screen, and as files that a worker makes. */
@Injectable()
export class PapersService {
  constructor(
    private readonly hearing: HearingService,
    private readonly papers: Papers,
    private readonly jobs: JobRequests,
    private readonly installation: Installation,
  ) {}

  /** The memo on a round. @throws NotAllowed while the viewer may not read every answer in it. */
  async memo(viewer: AppViewer, round: string): Promise<DocumentModel> {
    const place = await this.readableMemo(viewer, round);
    return memoDocument(await this.papers.memo(place.view, this.at(viewer, place)), viewer.locale);
  }

  /** Asks for the memo as a file. */
  async askMemo(viewer: AppViewer, round: string, format: Format): Promise<JobId> {
    const place = await this.readableMemo(viewer, round);
    const { id, agreement } = place.view.row;
    const path = `/aftaler/${agreement}/hoeringsnotat/${id}`;
    return this.ask(viewer, place, { kind: 'memo', response: null, format, path });
  }

  /** What became of an answer. @throws NotFound where none stands · NotAllowed before the viewer may see it */
  async used(viewer: AppViewer, given: string): Promise<DocumentModel> {
    const { place, response } = await this.readableUse(viewer, given);
    const data = await this.papers.used(place.view, response, this.at(viewer, place));
    if (!data) throw new NotFound('submission');
    return usedDocument(data, viewer.locale);
  }

  /** Asks for the same as a file. */
  async askUsed(viewer: AppViewer, given: string, format: Format): Promise<JobId> {
    const { place, response } = await this.readableUse(viewer, given);
    if (!response.standing) throw new NotFound('submission');
    const { id, agreement } = place.view.row;
    const path = `/aftaler/${agreement}/hoering/${id}/brugt/${response.row.id}`;
    return this.ask(viewer, place, { kind: 'used', response: response.row.id, format, path });
  }

  /** The same paper asked for twice is made once: its key changes with what stands in it, which is not made to know. */
  private async ask(viewer: AppViewer, place: RoundPlace, { kind, response, format, path }: Asked): Promise<JobId> {
    const { view, agreement } = place;
    const withDraft = mayReadDraft(viewer, place);
    const stamp = canonicalHash(await this.papers.stamp(view, agreement, withDraft)).slice(0, 16);
    const round = view.row.id;
    const key = [kind, response ?? round, format, stamp, viewer.person.id].join(':');
    const payload = { round, response, format, withDraft, finder: FINDER_VERSION };
    const askedBy = viewer.actor('read', roundSubject(place));
    return this.jobs.ask({ key, kind, payload, askedBy, path }, round);
  }

  private async readableMemo(viewer: AppViewer, round: string): Promise<RoundPlace> {
    const place = await this.hearing.round(viewer, round);
    const mayAll = place.view.responses.every((response) => maySeeSubmissions(viewer, place, response));
    if (!mayAll) throw new NotAllowed('read', 'Response', 'noRight');
    return place;
  }

  /** Until the round is closed what was answered may change: only those who answer see it before. */
  private async readableUse(
    viewer: AppViewer,
    given: string,
  ): Promise<{ readonly place: RoundPlace; readonly response: ResponseView }> {
    const found = await this.hearing.response(viewer, given);
    const { place, response } = found;
    const isOwn = viewer.can('read', responseSubject(response));
    const mayRead = maySeeSubmissions(viewer, place, response);
    if (!mayRead || (place.view.round.state !== 'closed' && isOwn && !mayReadDraft(viewer, place))) {
      throw new NotAllowed('read', 'Response', 'noRight');
    }
    return found;
  }

  private at(viewer: AppViewer, place: RoundPlace): PaperAt {
    const { say } = viewer;
    const withDraft = mayReadDraft(viewer, place);
    return { say, withDraft, madeAt: instantOf(new Date()), publicUrl: this.installation.publicUrl };
  }
}

function mayReadDraft(viewer: AppViewer, { agreement }: RoundPlace): boolean {
  return viewer.can('readDraft', subjectOf(agreement));
}
