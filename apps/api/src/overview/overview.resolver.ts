import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../core/public';
import { refusalOf } from '../core/refusal';
import type { AppViewer } from '../core/viewer';
import { HearingService } from '../hearing/hearing.service';
import { HearingResponseModel, HearingRoundModel } from '../hearing/models';
import { MeetingsService } from './meetings.service';
import {
  AddMeetingInput,
  BodyMeetingsModel,
  MeetingsPayload,
  PlanRemindersInput,
  PlanRemindersPayload,
  RemoveMeetingInput,
  RoundOverviewModel,
} from './models';
import { OverviewService } from './overview.service';

/** How far those who are asked have come. */
@Resolver(() => HearingRoundModel)
export class RoundOverviewResolver {
  constructor(private readonly overviews: OverviewService) {}

  @ResolveField(() => RoundOverviewModel, { nullable: true, description: 'Null for everybody but whoever hears.' })
  overview(
    @CurrentViewer() viewer: AppViewer,
    @Parent() { place }: HearingRoundModel,
  ): Promise<RoundOverviewModel | null> {
    return this.overviews.overview(viewer, place);
  }
}

/** The days a body that is asked meets. */
@Resolver(() => HearingResponseModel)
export class ResponseMeetingsResolver {
  constructor(private readonly bodies: MeetingsService) {}

  @ResolveField(() => BodyMeetingsModel)
  meetings(
    @CurrentViewer() viewer: AppViewer,
    @Parent() { place, response }: HearingResponseModel,
  ): Promise<BodyMeetingsModel> {
    return this.bodies.present(viewer, place, response.row.body);
  }
}

/** Commands on meetings and reminders. A broken rule is data in the payload, not an error. */
@Resolver()
export class OverviewCommandsResolver {
  constructor(
    private readonly hearing: HearingService,
    private readonly meetings: MeetingsService,
    private readonly overviews: OverviewService,
  ) {}

  @Mutation(() => MeetingsPayload, { description: 'A day a body meets, entered by itself or by whoever hears it.' })
  async addMeeting(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: AddMeetingInput,
  ): Promise<MeetingsPayload> {
    const { place, body, added } = await this.meetings.add(viewer, input);
    if (!added.ok) return { meetings: null, refused: refusalOf(added.error) };
    return { meetings: await this.meetings.present(viewer, place, body), refused: null };
  }

  @Mutation(() => MeetingsPayload)
  async removeMeeting(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: RemoveMeetingInput,
  ): Promise<MeetingsPayload> {
    const { place, body } = await this.meetings.remove(viewer, input);
    return { meetings: await this.meetings.present(viewer, place, body), refused: null };
  }

  @Mutation(() => PlanRemindersPayload, { description: 'On which days before its deadline a round reminds.' })
  async planReminders(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: PlanRemindersInput,
  ): Promise<PlanRemindersPayload> {
    const planned = await this.overviews.plan(viewer, input);
    if (!planned.ok) return { round: null, refused: refusalOf(planned.error) };
    const place = await this.hearing.round(viewer, input.round);
    return { round: await this.hearing.presentRound(viewer, place), refused: null };
  }
}
