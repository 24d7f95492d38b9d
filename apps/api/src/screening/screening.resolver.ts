import { HearingReads } from '@enig/data';
import type { SubmissionId } from '@enig/hearing';
import type { Result } from '@enig/kernel';
import type { RuleCode } from '@enig/messages';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { NotFound } from '../core/errors';
import { idOf } from '../core/ids';
import { CurrentViewer } from '../core/public';
import { refusalOf } from '../core/refusal';
import type { AppViewer } from '../core/viewer';
import {
  LiftRedactionInput,
  PublishResponsesInput,
  RedactResponseInput,
  ReleaseFindingInput,
  SubmittedFileInput,
  UnpublishResponsesInput,
} from './inputs';
import { ScreeningModel, ScreeningPayload } from './models';
import { ScreeningService } from './screening.service';

type Done = Result<unknown, { readonly code: RuleCode }>;

/** Looking through what councils sent, and publishing it. */
@Resolver()
export class ScreeningResolver {
  constructor(
    private readonly screenings: ScreeningService,
    private readonly reads: HearingReads,
  ) {}

  @Query(() => ScreeningModel, { nullable: true, description: 'For who owns the round.' })
  screening(
    @CurrentViewer() viewer: AppViewer,
    @Args('round', { type: () => ID }) round: string,
  ): Promise<ScreeningModel> {
    return this.screenings.screening(viewer, round);
  }

  @Mutation(() => ScreeningPayload, {
    description: 'One person’s word that a finding may be published; two release it.',
  })
  async releaseFinding(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: ReleaseFindingInput,
  ): Promise<ScreeningPayload> {
    return this.ofSubmission(viewer, input.submission, await this.screenings.release(viewer, input));
  }

  @Mutation(() => ScreeningPayload, { description: 'Leaves a stretch out of what is published; the answer is kept.' })
  async redactResponse(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: RedactResponseInput,
  ): Promise<ScreeningPayload> {
    return this.ofSubmission(viewer, input.submission, await this.screenings.redact(viewer, input));
  }

  @Mutation(() => ScreeningPayload)
  async liftRedaction(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: LiftRedactionInput,
  ): Promise<ScreeningPayload> {
    return this.ofRound(viewer, input.round, await this.screenings.lift(viewer, input));
  }

  @Mutation(() => ScreeningPayload, { description: 'The file is not published. A redacted copy is sent over HTTP.' })
  async withholdFile(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: SubmittedFileInput,
  ): Promise<ScreeningPayload> {
    return this.ofSubmission(viewer, input.submission, await this.screenings.withhold(viewer, input));
  }

  @Mutation(() => ScreeningPayload)
  async putBackFile(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: SubmittedFileInput,
  ): Promise<ScreeningPayload> {
    return this.ofSubmission(viewer, input.submission, await this.screenings.putBack(viewer, input));
  }

  @Mutation(() => ScreeningPayload, { description: 'Refused before the round is closed and while a finding is open.' })
  async publishResponses(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') { round }: PublishResponsesInput,
  ): Promise<ScreeningPayload> {
    return this.ofRound(viewer, round, await this.screenings.publish(viewer, round));
  }

  @Mutation(() => ScreeningPayload)
  async unpublishResponses(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') { round, reason }: UnpublishResponsesInput,
  ): Promise<ScreeningPayload> {
    return this.ofRound(viewer, round, await this.screenings.unpublish(viewer, round, reason));
  }

  private async ofSubmission(viewer: AppViewer, submission: string, done: Done): Promise<ScreeningPayload> {
    const round = await this.reads.roundOf('submission', idOf<SubmissionId>(submission, 'submission'));
    if (!round) throw new NotFound('submission');
    return this.ofRound(viewer, round, done);
  }

  private async ofRound(viewer: AppViewer, round: string, done: Done): Promise<ScreeningPayload> {
    if (!done.ok) return { screening: null, refused: refusalOf(done.error) };
    return { screening: await this.screenings.screening(viewer, round), refused: null };
  }
}
