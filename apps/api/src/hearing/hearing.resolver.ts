import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { summaryOf } from '../agreement/agreements.service';
import { AgreementModel, AgreementSummaryModel } from '../agreement/models';
import { TextEntryModel } from '../agreement/section-models';
import { CurrentViewer } from '../core/public';
import { JsonScalar } from '../core/scalars';
import type { AppViewer } from '../core/viewer';
import { VersionModel } from '../versions/models';
import { presentVersion, VersionsService } from '../versions/versions.service';
import { HearingService } from './hearing.service';
import { HearingResponseModel, HearingRoundModel, SubmissionModel } from './models';

/** Hearing rounds. */
@Resolver(() => HearingRoundModel)
export class HearingRoundResolver {
  constructor(
    private readonly hearing: HearingService,
    private readonly versions: VersionsService,
  ) {}

  @Query(() => HearingRoundModel, { nullable: true })
  async round(
    @CurrentViewer() viewer: AppViewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<HearingRoundModel> {
    return this.hearing.presentRound(viewer, await this.hearing.round(viewer, id));
  }

  @ResolveField(() => AgreementSummaryModel)
  agreement(@CurrentViewer() viewer: AppViewer, @Parent() { place }: HearingRoundModel): AgreementSummaryModel {
    return summaryOf(viewer, place.agreement);
  }

  @ResolveField(() => VersionModel, { nullable: true, description: 'What is heard, where it is no document.' })
  async version(
    @CurrentViewer() viewer: AppViewer,
    @Parent() { place }: HearingRoundModel,
  ): Promise<VersionModel | null> {
    const { version } = place.view.row;
    return version === null ? null : presentVersion(await this.versions.version(viewer, version));
  }
}

/** Responses, and the texts they are written in. */
@Resolver(() => HearingResponseModel)
export class HearingResponseResolver {
  constructor(private readonly hearing: HearingService) {}

  @Query(() => HearingResponseModel, { nullable: true })
  async response(
    @CurrentViewer() viewer: AppViewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<HearingResponseModel> {
    const { place, response } = await this.hearing.response(viewer, id);
    return this.hearing.presentResponse(viewer, place, response);
  }

  @ResolveField(() => TextEntryModel, {
    nullable: true,
    description: 'Null for everybody but the council’s own people.',
  })
  text(@CurrentViewer() viewer: AppViewer, @Parent() response: HearingResponseModel): Promise<TextEntryModel | null> {
    return this.hearing.text(viewer, response);
  }
}

/** What a council sent. Who may not read it is shown no submission to ask about. */
@Resolver(() => SubmissionModel)
export class SubmissionResolver {
  constructor(private readonly hearing: HearingService) {}

  @ResolveField(() => JsonScalar)
  content(@CurrentViewer() viewer: AppViewer, @Parent() { view, place }: SubmissionModel): Promise<unknown> {
    return this.hearing.content(viewer, place, view.row.id);
  }
}

/** The hearings of an agreement. */
@Resolver(() => AgreementModel)
export class AgreementRoundsResolver {
  constructor(private readonly hearing: HearingService) {}

  @ResolveField(() => [HearingRoundModel], { description: 'First to last.' })
  async rounds(@CurrentViewer() viewer: AppViewer, @Parent() { view }: AgreementModel): Promise<HearingRoundModel[]> {
    const places = await this.hearing.roundsOf(viewer, view);
    return Promise.all(places.map((place) => this.hearing.presentRound(viewer, place)));
  }
}
