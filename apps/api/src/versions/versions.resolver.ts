import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AgreementsService, summaryOf } from '../agreement/agreements.service';
import { AnnexesService } from '../agreement/annexes.service';
import { AgreementModel, AgreementSummaryModel, AnnexModel } from '../agreement/models';
import { CurrentViewer } from '../core/public';
import type { AppViewer } from '../core/viewer';
import { PlacesService } from '../people/places.service';
import { VersionDiffModel, VersionModel, VersionSectionModel } from './models';
import { presentVersion, VersionsService } from './versions.service';

/** Frozen versions and what changed between them. */
@Resolver(() => VersionModel)
export class VersionResolver {
  constructor(
    private readonly versions: VersionsService,
    private readonly agreements: AgreementsService,
    private readonly annexesOf: AnnexesService,
    private readonly places: PlacesService,
  ) {}

  @Query(() => VersionModel, { nullable: true })
  async version(
    @CurrentViewer() viewer: AppViewer,
    @Args('hash', { type: () => ID }) hash: string,
  ): Promise<VersionModel> {
    return presentVersion(await this.versions.version(viewer, hash));
  }

  @Query(() => VersionDiffModel, { description: 'Of one agreement, from the first version to the second.' })
  versionDiff(
    @CurrentViewer() viewer: AppViewer,
    @Args('before', { type: () => ID }) before: string,
    @Args('after', { type: () => ID }) after: string,
  ): Promise<VersionDiffModel> {
    return this.versions.diff(viewer, before, after);
  }

  @ResolveField(() => AgreementSummaryModel)
  async agreement(
    @CurrentViewer() viewer: AppViewer,
    @Parent() { version }: VersionModel,
  ): Promise<AgreementSummaryModel> {
    return summaryOf(viewer, await this.agreements.view(viewer, version.row.agreement));
  }

  @ResolveField(() => String)
  async createdBy(@CurrentViewer() viewer: AppViewer, @Parent() { version }: VersionModel): Promise<string> {
    return (await this.places.namesOf(viewer, [version.row.person]))(version.row.person);
  }

  @ResolveField(() => [VersionSectionModel])
  sections(@CurrentViewer() viewer: AppViewer, @Parent() { version }: VersionModel): Promise<VersionSectionModel[]> {
    return this.versions.texts(viewer, version);
  }

  @ResolveField(() => [AnnexModel])
  annexes(@Parent() { version }: VersionModel): Promise<AnnexModel[]> {
    return this.annexesOf.present(version.manifest.annexes);
  }

  @ResolveField(() => Boolean, { description: 'Whether it is the newest of its agreement.' })
  isCurrent(@CurrentViewer() viewer: AppViewer, @Parent() { version }: VersionModel): Promise<boolean> {
    return this.versions.isCurrent(viewer, version);
  }
}

/** The versions of an agreement. */
@Resolver(() => AgreementModel)
export class AgreementVersionsResolver {
  constructor(private readonly ofAgreement: VersionsService) {}

  @ResolveField(() => [VersionModel], { description: 'Oldest first.' })
  versions(@CurrentViewer() viewer: AppViewer, @Parent() { view }: AgreementModel): Promise<VersionModel[]> {
    return this.ofAgreement.ofAgreement(viewer, view);
  }
}
