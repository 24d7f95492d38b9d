import { lastReopening } from '@enig/agreement';
import { wordRefusal } from '@enig/messages';
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../core/public';
import { Presence } from '../core/presence';
import { LOCALE, type AppViewer } from '../core/viewer';
import { RegionModel } from '../people/models';
import { PlacesService } from '../people/places.service';
import { AgreementsService, summaryOf } from './agreements.service';
import { AnnexesService } from './annexes.service';
import { StatutoryContents } from './enums';
import { LogService } from './log.service';
import { ActModel, AgreementModel, AgreementSummaryModel, AnnexModel, PartModel, ReopeningModel } from './models';
import { FreezeCheckModel, SectionModel, TextEntryModel } from './section-models';
import { SectionsService, warningOf } from './sections.service';
import { TextSources } from './text-sources';

/** Agreements, in lists and whole. Other slices add fields to `Agreement` with resolvers of their own. */
@Resolver(() => AgreementModel)
export class AgreementResolver {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly annexes: AnnexesService,
    private readonly places: PlacesService,
    private readonly log: LogService,
  ) {}

  @Query(() => [AgreementSummaryModel], { name: 'agreements', description: 'The latest period first.' })
  async list(@CurrentViewer() viewer: AppViewer): Promise<AgreementSummaryModel[]> {
    return (await this.agreements.list(viewer)).map((head) => summaryOf(viewer, head));
  }

  @Query(() => AgreementModel, { nullable: true })
  async agreement(
    @CurrentViewer() viewer: AppViewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<AgreementModel> {
    return this.agreements.present(viewer, await this.agreements.view(viewer, id));
  }

  @Query(() => [ActModel], { description: 'The log of an agreement, oldest first.' })
  async acts(
    @CurrentViewer() viewer: AppViewer,
    @Args('agreement', { type: () => ID }) id: string,
  ): Promise<ActModel[]> {
    return this.log.of(viewer, await this.agreements.view(viewer, id));
  }

  @ResolveField(() => RegionModel)
  region(@CurrentViewer() viewer: AppViewer, @Parent() { view }: AgreementModel): Promise<RegionModel> {
    return this.places.region(viewer, view.row.region);
  }

  @ResolveField(() => [PartModel])
  parts(@Parent() { view }: AgreementModel): PartModel[] {
    return view.parts.map(({ id, kind }) => ({ view, id, kind }));
  }

  @ResolveField('annexes', () => [AnnexModel])
  annexesOf(@CurrentViewer() viewer: AppViewer, @Parent() { view }: AgreementModel): Promise<AnnexModel[]> {
    return this.annexes.of(viewer, view);
  }

  @ResolveField(() => AgreementSummaryModel, { nullable: true })
  async copiedFrom(
    @CurrentViewer() viewer: AppViewer,
    @Parent() { view }: AgreementModel,
  ): Promise<AgreementSummaryModel | null> {
    const id = view.row.copiedFrom;
    const head = id === null ? undefined : (await this.agreements.heads(viewer, [id])).get(id);
    return head ? summaryOf(viewer, head) : null;
  }

  @ResolveField(() => ReopeningModel, { nullable: true, description: 'While the text is written on after it.' })
  async reopening(
    @CurrentViewer() viewer: AppViewer,
    @Parent() { view }: AgreementModel,
  ): Promise<ReopeningModel | null> {
    const last = lastReopening(view.events);
    if (!last) return null;
    const nameOf = await this.places.namesOf(viewer, [last.person]);
    return { at: last.at, by: nameOf(last.person), reason: last.reason ?? '' };
  }

  @ResolveField(() => FreezeCheckModel, { description: 'What stands in the way of freezing, and what only warns.' })
  async freezeCheck(@CurrentViewer() viewer: AppViewer, @Parent() model: AgreementModel): Promise<FreezeCheckModel> {
    if (!model.may.readDraft) return { view: null, refusals: [], warnings: [] };
    const { refusals, warnings } = await this.agreements.freezeCheck(viewer, model.view);
    const nameOf = await this.agreements.namesIn(viewer, model.view);
    return {
      view: model.view,
      refusals: refusals.map((refusal) => {
        const { code, section, item } = refusal;
        return { code, message: wordRefusal(LOCALE, refusal, nameOf), section, item };
      }),
      warnings: warnings.map((warning) => warningOf(warning, nameOf)),
    };
  }
}

/** Where an agreement in a list is at home. */
@Resolver(() => AgreementSummaryModel)
export class AgreementSummaryResolver {
  constructor(private readonly places: PlacesService) {}

  @ResolveField(() => RegionModel)
  region(@CurrentViewer() viewer: AppViewer, @Parent() { head }: AgreementSummaryModel): Promise<RegionModel> {
    return this.places.region(viewer, head.row.region);
  }
}

/** The two halves of an agreement. */
@Resolver(() => PartModel)
export class PartResolver {
  constructor(private readonly inAgreement: SectionsService) {}

  @ResolveField(() => [SectionModel])
  sections(@CurrentViewer() viewer: AppViewer, @Parent() { view, id }: PartModel): Promise<SectionModel[]> {
    return this.inAgreement.ofPart(viewer, view, partIn(view, id).id);
  }

  @ResolveField(() => [SectionModel], { description: 'Taken out, and can be put back.' })
  removed(@CurrentViewer() viewer: AppViewer, @Parent() { view, id }: PartModel): Promise<SectionModel[]> {
    return this.inAgreement.removedFrom(viewer, view, partIn(view, id).id);
  }

  @ResolveField(() => [StatutoryContents])
  async missingContents(@CurrentViewer() viewer: AppViewer, @Parent() { view, id }: PartModel) {
    return this.inAgreement.missingContents(viewer, view, partIn(view, id));
  }
}

/** Focus areas and chapters, and every text one may open. */
@Resolver(() => SectionModel)
export class SectionResolver {
  constructor(
    private readonly sections: SectionsService,
    private readonly agreements: AgreementsService,
    private readonly sources: TextSources,
    private readonly presence: Presence,
    private readonly places: PlacesService,
  ) {}

  @Query(() => SectionModel, { nullable: true })
  section(@CurrentViewer() viewer: AppViewer, @Args('id', { type: () => ID }) id: string): Promise<SectionModel> {
    return this.sections.section(viewer, id);
  }

  @Query(() => [TextEntryModel], { description: 'The texts the viewer may open; of one agreement or of all.' })
  async texts(
    @CurrentViewer() viewer: AppViewer,
    @Args('agreement', { type: () => ID, nullable: true }) id: string | null,
  ): Promise<TextEntryModel[]> {
    const views = id ? [await this.agreements.view(viewer, id)] : await this.agreements.readable(viewer);
    const found = await Promise.all(
      views.map(async (view) => [
        ...(await this.sections.texts(viewer, view)),
        ...(await this.sources.of(viewer, view.row.id)),
      ]),
    );
    return found.flat();
  }

  @ResolveField(() => AgreementModel)
  agreement(@CurrentViewer() viewer: AppViewer, @Parent() { view }: SectionModel): AgreementModel {
    return this.agreements.present(viewer, view);
  }

  @ResolveField(() => String, { nullable: true })
  async changedBy(
    @CurrentViewer() viewer: AppViewer,
    @Parent() { view, section }: SectionModel,
  ): Promise<string | null> {
    const people = view.sections.map(({ text }) => text.changedBy);
    const nameOf = await this.places.namesOf(viewer, people);
    return section.text.changedBy === null ? null : nameOf(section.text.changedBy);
  }

  @ResolveField(() => Int, { description: 'How many are writing in it now.' })
  writersNow(@Parent() { section }: SectionModel): number {
    return this.presence.writersIn(section.text.id);
  }
}

function partIn(view: PartModel['view'], id: string) {
  const part = view.parts.find((each) => each.id === id);
  if (!part) throw new Error('A part has left its agreement');
  return part;
}
