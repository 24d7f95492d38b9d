import type { AgreementAct } from '@enig/agreement';
import type { AgreementId, LocalDate, Result } from '@enig/kernel';
import type { RuleCode } from '@enig/messages';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AgreementsService, summaryOf } from '../agreement/agreements.service';
import { AgreementActs } from '../agreement/enums';
import { AgreementModel, AgreementPayload, AgreementSummaryModel } from '../agreement/models';
import { CurrentViewer } from '../core/public';
import { refusalOf } from '../core/refusal';
import { LocalDateScalar } from '../core/scalars';
import type { AppViewer } from '../core/viewer';
import {
  AmendmentModel,
  AmendSectionInput,
  AuthorityNoticeModel,
  CreatePartsApartInput,
  CreateSupplementInput,
  NoteSentToAuthorityInput,
  PartsApartPayload,
  StandingNewsModel,
  StandingSectionModel,
} from './models';
import { publishedPath } from './published-document';
import { StandingNews } from './standing-news';
import { SupplementsService } from './supplements.service';

/** What an agreement hangs together with, and where anybody reads it. */
@Resolver(() => AgreementModel)
export class SupplementsResolver {
  constructor(
    private readonly service: SupplementsService,
    private readonly agreements: AgreementsService,
  ) {}

  @ResolveField(() => AgreementActs)
  act(@Parent() { view }: AgreementModel): AgreementAct {
    return view.row.act;
  }

  @ResolveField(() => LocalDateScalar, { description: 'Its last day, as it was extended or cut short.' })
  lastDay(@Parent() { view }: AgreementModel): LocalDate {
    return view.lastDay;
  }

  @ResolveField(() => AgreementSummaryModel, { nullable: true, description: 'What it hangs on.' })
  async parent(@CurrentViewer() viewer: AppViewer, @Parent() { view }: AgreementModel) {
    const head = await this.service.parent(viewer, view);
    return head && summaryOf(viewer, head);
  }

  @ResolveField(() => [AgreementSummaryModel], { description: 'Addenda and extensions, in the order they were begun.' })
  async supplements(@CurrentViewer() viewer: AppViewer, @Parent() { view }: AgreementModel) {
    return (await this.service.hanging(viewer, view)).map((head) => summaryOf(viewer, head));
  }

  @ResolveField(() => [AgreementSummaryModel], { description: 'The parts that run apart, itself with them.' })
  async frameParts(@CurrentViewer() viewer: AppViewer, @Parent() { view }: AgreementModel) {
    return (await this.service.frame(viewer, view)).map((head) => summaryOf(viewer, head));
  }

  @ResolveField(() => [AgreementSummaryModel], { description: 'The agreements it comes after, which end with it.' })
  async succeeds(@CurrentViewer() viewer: AppViewer, @Parent() { view }: AgreementModel) {
    return (await this.service.succession(viewer, view)).before.map((head) => summaryOf(viewer, head));
  }

  @ResolveField(() => [AgreementSummaryModel], { description: 'The agreements that come after it, and end it.' })
  async succeededBy(@CurrentViewer() viewer: AppViewer, @Parent() { view }: AgreementModel) {
    return (await this.service.succession(viewer, view)).after.map((head) => summaryOf(viewer, head));
  }

  @ResolveField(() => String, { nullable: true, description: 'Where anybody reads it; null until it is concluded.' })
  publishedPath(@Parent() { view }: AgreementModel): string | null {
    return view.concludedOn === null ? null : publishedPath(view.row.id);
  }

  @ResolveField(() => [AuthorityNoticeModel], { description: 'That it was sent to the authority, oldest first.' })
  authorityNotices(@CurrentViewer() viewer: AppViewer, @Parent() { view }: AgreementModel) {
    return this.service.notices(viewer, view);
  }

  @ResolveField(() => [AmendmentModel], { description: 'What its sections do to those of the agreement it hangs on.' })
  amendments(@Parent() { view }: AgreementModel): AmendmentModel[] {
    return view.sections.flatMap(({ row, amends }) =>
      amends && row.removedAt === null ? [{ section: row.id, amends: amends.section, kind: amends.kind }] : [],
    );
  }

  @ResolveField(() => [StandingSectionModel], { description: 'The sections an addendum can change.' })
  standingSections(@CurrentViewer() viewer: AppViewer, @Parent() { view }: AgreementModel) {
    return this.service.standing(viewer, view);
  }

  @ResolveField(() => Boolean)
  maySupplement(@CurrentViewer() viewer: AppViewer, @Parent() { view }: AgreementModel): boolean {
    return this.service.maySupplement(viewer, view);
  }

  @ResolveField(() => Boolean)
  mayNoteSent(@CurrentViewer() viewer: AppViewer, @Parent() { view }: AgreementModel): boolean {
    return this.service.mayNoteSent(viewer, view);
  }

  @Mutation(() => AgreementPayload, { description: 'Begins an addendum or an extension of a concluded agreement.' })
  async createSupplement(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: CreateSupplementInput,
  ): Promise<AgreementPayload> {
    return this.payload(viewer, await this.service.create(viewer, input));
  }

  @Mutation(() => AgreementPayload, { description: 'Lets an addendum change another section of its agreement.' })
  async amendSection(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: AmendSectionInput,
  ): Promise<AgreementPayload> {
    return this.payload(viewer, await this.service.amend(viewer, input));
  }

  @Mutation(() => AgreementPayload, { description: 'Notes that a concluded agreement was sent to the authority.' })
  async noteSentToAuthority(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: NoteSentToAuthorityInput,
  ): Promise<AgreementPayload> {
    return this.payload(viewer, await this.service.noteSent(viewer, input));
  }

  @Mutation(() => PartsApartPayload, { description: 'Begins the two parts as agreements of their own.' })
  async createPartsApart(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: CreatePartsApartInput,
  ): Promise<PartsApartPayload> {
    const done = await this.service.createApart(viewer, input);
    if (!done.ok) return { agreements: [], refused: refusalOf(done.error) };
    const views = await Promise.all(done.value.map((id) => this.agreements.view(viewer, id)));
    return { agreements: views.map((view) => this.agreements.present(viewer, view)), refused: null };
  }

  private async payload(
    viewer: AppViewer,
    done: Result<AgreementId, { readonly code: RuleCode }>,
  ): Promise<AgreementPayload> {
    if (!done.ok) return { agreement: null, refused: refusalOf(done.error) };
    const view = await this.agreements.view(viewer, done.value);
    return { agreement: this.agreements.present(viewer, view), refused: null };
  }
}

/** What has happened to agreements lately. */
@Resolver(() => StandingNewsModel)
export class StandingNewsResolver {
  constructor(private readonly found: StandingNews) {}

  @Query(() => [StandingNewsModel], { description: 'What has come into force or ended within 30 days, latest first.' })
  news(@CurrentViewer() viewer: AppViewer): Promise<readonly StandingNewsModel[]> {
    return this.found.of(viewer);
  }
}

/** What an agreement in a list is. */
@Resolver(() => AgreementSummaryModel)
export class SummaryActResolver {
  @ResolveField(() => AgreementActs)
  act(@Parent() { head }: AgreementSummaryModel): AgreementAct {
    return head.row.act;
  }
}
