import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AgreementModel } from '../agreement/models';
import { CurrentViewer } from '../core/public';
import { refusalOf } from '../core/refusal';
import type { AppViewer } from '../core/viewer';
import { HearingService } from './hearing.service';
import { MoreTimeService } from './more-time.service';
import { RoundPayload } from './payloads';
import { AnswerMoreTimeInput, AskMoreTimeInput, OpenRoundInput, SetHearingDaysInput } from './round-inputs';
import { HearingDaysPayload, MayHearModel } from './round-models';
import { RoundOpenings } from './round-openings.service';

/** Rounds opened by whoever hears, and more time asked for and given. A broken rule is data in the payload. */
@Resolver(() => AgreementModel)
export class RoundsResolver {
  constructor(
    private readonly openings: RoundOpenings,
    private readonly moreTime: MoreTimeService,
    private readonly hearing: HearingService,
  ) {}

  @ResolveField(() => [MayHearModel], { description: 'For whom the viewer may open a round; empty for most.' })
  mayHear(@CurrentViewer() viewer: AppViewer, @Parent() { view }: AgreementModel): Promise<MayHearModel[]> {
    return this.openings.mayHear(viewer, view);
  }

  @Mutation(() => RoundPayload, {
    description: 'On the texts as they stand, which are frozen; on a version; or on a document of its own.',
  })
  async openRound(@CurrentViewer() viewer: AppViewer, @Args('input') input: OpenRoundInput): Promise<RoundPayload> {
    const opened = await this.openings.open(viewer, input);
    if (!opened.ok)
      return { round: null, refused: refusalOf(opened.error, await this.openings.namesIn(viewer, input)) };
    return this.shown(viewer, opened.value.round);
  }

  @Mutation(() => RoundPayload, { description: 'On a body’s behalf, by who may send its answer.' })
  async askMoreTime(@CurrentViewer() viewer: AppViewer, @Args('input') input: AskMoreTimeInput): Promise<RoundPayload> {
    const { round, done } = await this.moreTime.ask(viewer, input);
    return done.ok ? this.shown(viewer, round) : { round: null, refused: refusalOf(done.error) };
  }

  @Mutation(() => RoundPayload, { description: 'By whoever hears: a later deadline for all, or a no.' })
  async answerMoreTime(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: AnswerMoreTimeInput,
  ): Promise<RoundPayload> {
    const { round, done } = await this.moreTime.answer(viewer, input);
    return done.ok ? this.shown(viewer, round) : { round: null, refused: refusalOf(done.error) };
  }

  @Mutation(() => HearingDaysPayload, { description: 'For rounds that are opened from now on.' })
  async setHearingDays(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: SetHearingDaysInput,
  ): Promise<HearingDaysPayload> {
    return { days: await this.openings.setDays(viewer, input), refused: null };
  }

  @Mutation(() => Boolean, { description: 'The material has been opened; noted once for each person and body asked.' })
  async visitRound(
    @CurrentViewer() viewer: AppViewer,
    @Args('round', { type: () => ID }) round: string,
  ): Promise<boolean> {
    await this.moreTime.visit(viewer, await this.hearing.round(viewer, round));
    return true;
  }

  private async shown(viewer: AppViewer, id: string): Promise<RoundPayload> {
    return { round: await this.hearing.presentRound(viewer, await this.hearing.round(viewer, id)), refused: null };
  }
}
