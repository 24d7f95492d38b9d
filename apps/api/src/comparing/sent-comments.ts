import { HearingReads, type ResponseView, type SubmissionView, type VersionView } from '@enig/data';
import type { SubmissionId } from '@enig/hearing';
import type { CommentJson, SubmissionJson } from '@enig/text';
import { Injectable } from '@nestjs/common';
import { AgreementsService } from '../agreement/agreements.service';
import { SectionsService } from '../agreement/sections.service';
import type { AppViewer } from '../core/viewer';
import { HearingService } from '../hearing/hearing.service';
import type { RoundPlace } from '../hearing/models';
import { ShownAnswers } from '../hearing/shown-answers';
import { maySeeSubmissions } from '../hearing/subjects';

/** A submission that stands, and what it is about. */
interface Answer {
  readonly place: RoundPlace;
  readonly version: VersionView;
  readonly response: ResponseView;
  readonly submission: SubmissionView;
}

/** A comment of one, with where it was written. */
export interface SentComment extends Answer {
  readonly comment: CommentJson;
}

/** The comments councils sent, of those the viewer may read. */
@Injectable()
export class SentComments {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly sections: SectionsService,
    private readonly hearing: HearingService,
    private readonly shown: ShownAnswers,
    private readonly reads: HearingReads,
  ) {}

  /** Comments of what stands, on this version and those before it, round by round (HE-52). */
  async until(viewer: AppViewer, { row }: VersionView): Promise<SentComment[]> {
    const view = await this.agreements.view(viewer, row.agreement);
    const known = await this.sections.versionsOf(viewer, view);
    const rounds = await this.hearing.roundsOf(viewer, view);
    const answers = rounds.flatMap((place) => {
      const version = known.find((each) => each.row.hash === place.view.row.version);
      return version && version.row.number <= row.number ? standingIn(viewer, place, version) : [];
    });
    const contents = await this.contentsOf(viewer, answers);
    return answers.flatMap((answer) => {
      const comments = contents.get(answer.submission.row.id)?.comments ?? [];
      return comments.map((comment) => ({ ...answer, comment }));
    });
  }

  /** What the answers say, as the viewer may read them: those that may be read whole are asked for together. */
  private async contentsOf(
    viewer: AppViewer,
    answers: readonly Answer[],
  ): Promise<ReadonlyMap<SubmissionId, SubmissionJson>> {
    const whole: SubmissionId[] = [];
    const contents = new Map<SubmissionId, SubmissionJson>();
    for (const { place, response, submission } of answers) {
      const { id } = submission.row;
      const readable = await this.shown.of(viewer, place, response, id);
      if (readable.kind === 'whole') whole.push(id);
      if (readable.kind === 'shown') contents.set(id, readable.answer.content);
    }
    return new Map([...contents, ...(await this.reads.contents(whole))]);
  }
}

/** What stands in a round, of what the viewer may read. */
function standingIn(viewer: AppViewer, place: RoundPlace, version: VersionView): Answer[] {
  return place.view.responses.flatMap((response) => {
    const submission = response.standing;
    return submission && maySeeSubmissions(viewer, place, response) ? [{ place, version, response, submission }] : [];
  });
}
