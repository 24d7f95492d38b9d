import type { PointId, Result } from '@enig/kernel';
import type { NameOf, RuleCode } from '@enig/messages';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../core/public';
import { refusalOf } from '../core/refusal';
import type { AppViewer } from '../core/viewer';
import { HearingRoundModel } from '../hearing/models';
import { HearingService } from '../hearing/hearing.service';
import { PartyModel } from '../people/models';
import {
  AskMemoInput,
  AskUsedInput,
  AssignPointInput,
  MergePointsInput,
  MovePointInput,
  SplitPointInput,
  TreatPointInput,
  TreatPointsInput,
  UndoPointChangeInput,
} from './inputs';
import {
  JobAskedPayload,
  PaperDocumentModel,
  PlaceForPointsModel,
  PointChangeModel,
  PointModel,
  PointPayload,
  PointsPayload,
} from './models';
import { PapersService } from './papers.service';
import { TreatmentService } from './treatment.service';

type Done = Result<readonly PointId[], { readonly code: RuleCode }>;

/** What is owed an answer in a round. */
@Resolver(() => HearingRoundModel)
export class RoundPointsResolver {
  constructor(private readonly treatment: TreatmentService) {}

  @ResolveField(() => [PointModel], { description: 'Of the submissions the viewer may read.' })
  points(@CurrentViewer() viewer: AppViewer, @Parent() { place }: HearingRoundModel): Promise<readonly PointModel[]> {
    return this.treatment.pointsOf(viewer, place);
  }

  @ResolveField(() => [PointChangeModel], { description: 'The latest first; for those who answer points.' })
  pointChanges(
    @CurrentViewer() viewer: AppViewer,
    @Parent() { place }: HearingRoundModel,
  ): Promise<readonly PointChangeModel[]> {
    return this.treatment.changesOf(viewer, place);
  }

  @ResolveField(() => [PlaceForPointsModel], { description: 'What points can hang on; for those who answer them.' })
  pointPlaces(
    @CurrentViewer() viewer: AppViewer,
    @Parent() { place }: HearingRoundModel,
  ): Promise<readonly PlaceForPointsModel[]> {
    return this.treatment.placesIn(viewer, place);
  }

  @ResolveField(() => [PartyModel], { description: 'Whom points can be handed to; for those who answer them.' })
  pointParties(@CurrentViewer() viewer: AppViewer, @Parent() { place }: HearingRoundModel): readonly PartyModel[] {
    return this.treatment.partiesIn(viewer, place);
  }
}

/** Commands on points. A broken rule is data in the payload, not an error. */
@Resolver()
export class TreatmentResolver {
  constructor(
    private readonly treatment: TreatmentService,
    private readonly hearing: HearingService,
  ) {}

  @Mutation(() => PointPayload)
  async treatPoint(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') { point, seen, ...answer }: TreatPointInput,
  ): Promise<PointPayload> {
    const points = [seen === undefined ? { point } : { point, seen }];
    const payload = await this.payload(viewer, point, await this.treatment.treat(viewer, { ...answer, points }));
    return { point: payload.points[0] ?? null, refused: payload.refused };
  }

  @Mutation(() => PointsPayload, { description: 'One answer to several points: all of them or none.' })
  async treatPoints(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: TreatPointsInput,
  ): Promise<PointsPayload> {
    return this.payload(viewer, input.points[0]?.point, await this.treatment.treat(viewer, input));
  }

  @Mutation(() => PointsPayload, { description: 'Cuts a point in parts that together say all it said.' })
  async splitPoint(@CurrentViewer() viewer: AppViewer, @Args('input') input: SplitPointInput): Promise<PointsPayload> {
    return this.payload(viewer, input.point, await this.treatment.split(viewer, input));
  }

  @Mutation(() => PointsPayload, { description: 'Makes points of one answer into one.' })
  async mergePoints(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') { points }: MergePointsInput,
  ): Promise<PointsPayload> {
    return this.payload(viewer, points[0], await this.treatment.merge(viewer, points));
  }

  @Mutation(() => PointsPayload, { description: 'Hangs points on another section, or on none.' })
  async movePoint(@CurrentViewer() viewer: AppViewer, @Args('input') input: MovePointInput): Promise<PointsPayload> {
    return this.payload(viewer, input.points[0], await this.treatment.move(viewer, input));
  }

  @Mutation(() => PointsPayload, { description: 'Hands points to a party, or back.' })
  async assignPoint(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: AssignPointInput,
  ): Promise<PointsPayload> {
    return this.payload(viewer, input.points[0], await this.treatment.assign(viewer, input));
  }

  @Mutation(() => PointsPayload, { description: 'Takes back a change of points, or an answer. Both are kept.' })
  async undoPointChange(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: UndoPointChangeInput,
  ): Promise<PointsPayload> {
    const done = await this.treatment.undo(viewer, input);
    if (!done.ok) return refusedPoints(done);
    return { points: await this.treatment.some(viewer, input.round, done.value), refused: null };
  }

  /** @param anchor one of the points asked about: what is refused is told with the names of its round. */
  private async payload(viewer: AppViewer, anchor: string | undefined, done: Done): Promise<PointsPayload> {
    if (!done.ok) return refusedPoints(done);
    const round = anchor === undefined ? null : await this.hearing.roundOfPoint(viewer, anchor);
    return { points: round === null ? [] : await this.treatment.some(viewer, round, done.value), refused: null };
  }
}

const unnamed: NameOf = () => null;

function refusedPoints({ error }: Extract<Done, { readonly ok: false }>): PointsPayload {
  return { points: [], refused: refusalOf(error, unnamed) };
}

/** The memo, and what became of a council's answer. */
@Resolver()
export class PapersResolver {
  constructor(private readonly papers: PapersService) {}

  @Query(() => PaperDocumentModel, { nullable: true, description: 'The memo on a round (høringsnotat).' })
  async memo(
    @CurrentViewer() viewer: AppViewer,
    @Args('round', { type: () => ID }) round: string,
  ): Promise<PaperDocumentModel> {
    const model = await this.papers.memo(viewer, round);
    return { title: model.title, model };
  }

  @Query(() => PaperDocumentModel, { nullable: true, description: 'How a council’s answer was used.' })
  async used(
    @CurrentViewer() viewer: AppViewer,
    @Args('response', { type: () => ID }) response: string,
  ): Promise<PaperDocumentModel> {
    const model = await this.papers.used(viewer, response);
    return { title: model.title, model };
  }

  @Mutation(() => JobAskedPayload, { description: 'Asks for the memo as a file; a worker makes it.' })
  async askMemo(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') { round, format }: AskMemoInput,
  ): Promise<JobAskedPayload> {
    return { job: await this.papers.askMemo(viewer, round, format) };
  }

  @Mutation(() => JobAskedPayload, { description: 'Asks for a council’s page as a file; a worker makes it.' })
  async askUsed(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') { response, format }: AskUsedInput,
  ): Promise<JobAskedPayload> {
    return { job: await this.papers.askUsed(viewer, response, format) };
  }
}
