import type { TextId } from '@enig/kernel';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TextEntryModel } from '../agreement/section-models';
import { idOf } from '../core/ids';
import { CurrentViewer } from '../core/public';
import { refusalOf } from '../core/refusal';
import { JsonScalar } from '../core/scalars';
import type { AppViewer } from '../core/viewer';
import {
  MilestoneInput,
  MilestonePayload,
  NamedSectionModel,
  PieceBackModel,
  TextMilestoneModel,
} from './milestone-models';
import { MilestonesService } from './milestones.service';
import { PuttingBack } from './putting-back';
import { TextsBefore } from './texts-before';

/** What a text was before most of it was deleted. */
@Resolver(() => TextMilestoneModel)
export class MilestonesResolver {
  constructor(
    private readonly milestones: MilestonesService,
    private readonly before: TextsBefore,
    private readonly puttingBack: PuttingBack,
  ) {}

  @Query(() => TextMilestoneModel, { nullable: true, description: 'For those who may read the text.' })
  textMilestone(
    @CurrentViewer() viewer: AppViewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<TextMilestoneModel> {
    return this.milestones.milestone(viewer, id);
  }

  @ResolveField(() => JsonScalar, {
    nullable: true,
    description: 'What the text said then; null where that has been erased.',
  })
  content(@CurrentViewer() viewer: AppViewer, @Parent() model: TextMilestoneModel): Promise<unknown> {
    return this.before.content(viewer, model);
  }

  @ResolveField(() => [PieceBackModel], { description: 'What is missing of it now and would be put back.' })
  missing(@CurrentViewer() viewer: AppViewer, @Parent() model: TextMilestoneModel): Promise<PieceBackModel[]> {
    return this.before.missing(viewer, model);
  }

  @ResolveField(() => [NamedSectionModel], { description: 'What the sections are called that a response is about.' })
  sections(@CurrentViewer() viewer: AppViewer, @Parent() model: TextMilestoneModel): Promise<NamedSectionModel[]> {
    return this.before.sections(viewer, model);
  }

  @Mutation(() => MilestonePayload, { description: 'Says that the viewer has seen it; nobody is asked any more.' })
  async seeMilestone(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') { milestone }: MilestoneInput,
  ): Promise<MilestonePayload> {
    return { milestone: await this.milestones.see(viewer, milestone), refused: null };
  }

  @Mutation(() => MilestonePayload, {
    description: 'Puts back what the text said then and does not say now. Nothing that stands is taken out.',
  })
  async putTextBack(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') { milestone }: MilestoneInput,
  ): Promise<MilestonePayload> {
    const done = await this.puttingBack.putBack(viewer, milestone);
    return done.ok ? { milestone: done.value, refused: null } : { milestone: null, refused: refusalOf(done.error) };
  }
}

/** The same, asked of the text. */
@Resolver(() => TextEntryModel)
export class TextMilestonesResolver {
  constructor(private readonly milestones: MilestonesService) {}

  @ResolveField('milestones', () => [TextMilestoneModel], {
    description: 'The text as it was before most of it was deleted, oldest first.',
  })
  of(@CurrentViewer() viewer: AppViewer, @Parent() { id }: TextEntryModel): Promise<TextMilestoneModel[]> {
    return this.milestones.ofText(viewer, idOf<TextId>(id, 'text'));
  }
}
