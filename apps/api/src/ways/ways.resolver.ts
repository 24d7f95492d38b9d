import { sharedPlaces } from '@enig/approval';
import type { BodyId, LocalDate } from '@enig/kernel';
import { brandId } from '@enig/kernel';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AgreementModel } from '../agreement/models';
import { BoardModel } from '../approval/models';
import { CurrentViewer } from '../core/public';
import { refusalOf } from '../core/refusal';
import { LocalDateScalar } from '../core/scalars';
import type { AppViewer } from '../core/viewer';
import { PlacesService } from '../people/places.service';
import { ChainsService } from './chains.service';
import { Forecasts } from './forecasts';
import {
  AddCommitteeInput,
  BodyCalendarModel,
  CalendarPayload,
  ChainTemplateModel,
  EnterMeetingsInput,
  PartyForecastModel,
  PartyWayModel,
  SetWayInput,
  TakeMeetingBackInput,
  WayPayload,
} from './models';
import { WaysService } from './ways.service';

/** The chain an agreement is on. */
@Resolver(() => AgreementModel)
export class AgreementChainResolver {
  constructor(private readonly chains: ChainsService) {}

  @ResolveField(() => ChainTemplateModel, { description: 'The way to its decision; it stays on that version.' })
  chain(@CurrentViewer() viewer: AppViewer, @Parent() { view }: AgreementModel): Promise<ChainTemplateModel> {
    return this.chains.ofAgreement(viewer, view);
  }
}

/** What the board forecasts. */
@Resolver(() => BoardModel)
export class BoardForecastResolver {
  constructor(
    private readonly forecasts: Forecasts,
    private readonly ways: WaysService,
  ) {}

  @ResolveField(() => [PartyForecastModel], {
    description: 'Who needs attention first; none for a text that is not being decided.',
  })
  forecast(@CurrentViewer() viewer: AppViewer, @Parent() { approval }: BoardModel): Promise<PartyForecastModel[]> {
    return this.forecasts.of(viewer, approval);
  }

  @ResolveField(() => String, { nullable: true, description: 'Whether all can make it, who is critical, since when.' })
  forecastSentence(@CurrentViewer() viewer: AppViewer, @Parent() { approval }: BoardModel): Promise<string | null> {
    return this.forecasts.sentence(viewer, approval);
  }

  @ResolveField(() => [BodyCalendarModel], { description: 'Of the bodies that act for all.' })
  sharedCalendars(
    @CurrentViewer() viewer: AppViewer,
    @Parent() { approval }: BoardModel,
  ): Promise<BodyCalendarModel[]> {
    // When somebody meets who is only told says nothing about when the parties can decide.
    const bodies = sharedPlaces(approval.chain).flatMap(({ step, body }) => (step.isTold ? [] : [body]));
    return this.ways.calendars(viewer, [...new Set<BodyId>(bodies)]);
  }
}

/** The chains there are, and how a party comes to its decisions. A broken rule is data in the payload, not an error. */
@Resolver()
export class WaysResolver {
  constructor(
    private readonly ways: WaysService,
    private readonly chains: ChainsService,
    private readonly places: PlacesService,
  ) {}

  @Query(() => [ChainTemplateModel], { description: 'For whoever creates an agreement; those that can be used first.' })
  chainTemplates(
    @CurrentViewer() viewer: AppViewer,
    @Args('region', { type: () => ID }) region: string,
    @Args('deadline', { type: () => LocalDateScalar, nullable: true }) deadline: LocalDate | null,
  ): Promise<ChainTemplateModel[]> {
    return this.chains.offered(viewer, region, deadline ?? null);
  }

  @Query(() => PartyWayModel)
  partyWay(
    @CurrentViewer() viewer: AppViewer,
    @Args('party', { type: () => ID }) party: string,
  ): Promise<PartyWayModel> {
    return this.ways.way(viewer, party);
  }

  @Mutation(() => WayPayload, { description: 'The way a party goes from now on.' })
  async setWay(@CurrentViewer() viewer: AppViewer, @Args('input') input: SetWayInput): Promise<WayPayload> {
    const done = await this.ways.set(viewer, input);
    if (done.ok) return { way: await this.ways.way(viewer, input.party), refused: null };
    const bodies = await this.places.bodies(
      viewer,
      input.steps.map(({ body }) => brandId<BodyId>(body)),
    );
    return { way: null, refused: refusalOf(done.error, (id) => bodies.get(brandId<BodyId>(id))?.name ?? null) };
  }

  @Mutation(() => WayPayload)
  async addCommittee(@CurrentViewer() viewer: AppViewer, @Args('input') input: AddCommitteeInput): Promise<WayPayload> {
    const done = await this.ways.addCommittee(viewer, input);
    if (!done.ok) return { way: null, refused: refusalOf(done.error) };
    return { way: await this.ways.way(viewer, input.party), refused: null };
  }

  @Mutation(() => CalendarPayload, { description: 'Every day is entered, or none.' })
  async enterMeetings(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: EnterMeetingsInput,
  ): Promise<CalendarPayload> {
    const done = await this.ways.enter(viewer, input);
    if (!done.ok) return { calendar: null, refused: refusalOf(done.error) };
    return this.calendarOf(viewer, brandId<BodyId>(input.body));
  }

  @Mutation(() => CalendarPayload)
  async takeMeetingBack(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: TakeMeetingBackInput,
  ): Promise<CalendarPayload> {
    return this.calendarOf(viewer, await this.ways.takeBack(viewer, input));
  }

  private async calendarOf(viewer: AppViewer, body: BodyId): Promise<CalendarPayload> {
    const [calendar] = await this.ways.calendars(viewer, [body]);
    return { calendar: calendar ?? null, refused: null };
  }
}
