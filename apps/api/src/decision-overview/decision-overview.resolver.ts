import { MeetingStore } from '@enig/data';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { BoardModel } from '../approval/models';
import { CurrentViewer } from '../core/public';
import type { AppViewer } from '../core/viewer';
import { JobAskedPayload, PaperDocumentModel } from '../treatment/models';
import { boardMeetings } from './board-meetings';
import { Glances } from './glances';
import { AgreementGlanceModel, AskOnePageInput, BoardMeetingModel, CalendarFeedModel, YearModel } from './models';
import { OnePageService } from './one-page.service';
import { YearService } from './year.service';

/** What the board tells beside the decisions. */
@Resolver(() => BoardModel)
export class BoardOverviewResolver {
  constructor(private readonly store: MeetingStore) {}

  @ResolveField(() => [BoardMeetingModel], {
    description: 'Of the councils that are missing; those of which no meeting is known are left out.',
  })
  async meetings(@CurrentViewer() viewer: AppViewer, @Parent() { approval }: BoardModel): Promise<BoardMeetingModel[]> {
    return [...(await boardMeetings(approval, this.store, viewer.today))];
  }

  @ResolveField(() => String, { description: 'Where it is fetched as a file; takes the same filter as the page.' })
  csvUrl(@Parent() { agreement }: BoardModel): string {
    return `/board/${agreement}.csv`;
  }
}

/** The page for politicians. */
@Resolver()
export class OnePageResolver {
  constructor(
    private readonly pages: OnePageService,
    private readonly found: Glances,
  ) {}

  @Query(() => [AgreementGlanceModel], { description: 'What is being decided; first what is due first.' })
  glances(@CurrentViewer() viewer: AppViewer): Promise<readonly AgreementGlanceModel[]> {
    return this.found.of(viewer);
  }

  @Query(() => PaperDocumentModel, {
    nullable: true,
    description: 'One page for politicians; null while no text has been put to the parties.',
  })
  async onePage(
    @CurrentViewer() viewer: AppViewer,
    @Args('agreement', { type: () => ID }) agreement: string,
    @Args('party', { type: () => ID, nullable: true }) party: string | null,
  ): Promise<PaperDocumentModel | null> {
    const model = await this.pages.read(viewer, agreement, party ?? null);
    return model && { title: model.title, model };
  }

  @Mutation(() => JobAskedPayload, { description: 'Asks for the page as a file; a worker makes it.' })
  async askOnePage(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') { agreement, party, format }: AskOnePageInput,
  ): Promise<JobAskedPayload> {
    return { job: await this.pages.ask(viewer, { agreement, party: party ?? null, format }) };
  }
}

/** The year, and the calendar of it. */
@Resolver()
export class YearResolver {
  constructor(private readonly years: YearService) {}

  @Query(() => YearModel)
  async year(
    @CurrentViewer() viewer: AppViewer,
    @Args('year', { type: () => Int, nullable: true }) year: number | null,
  ): Promise<YearModel> {
    return this.years.year(viewer, year ?? null);
  }

  @Query(() => CalendarFeedModel)
  async calendarFeed(@CurrentViewer() viewer: AppViewer): Promise<CalendarFeedModel> {
    return { madeAt: await this.years.madeAt(viewer), address: null };
  }

  @Mutation(() => CalendarFeedModel, { description: 'Gives the viewer a calendar; the one before ends.' })
  async renewCalendar(@CurrentViewer() viewer: AppViewer): Promise<CalendarFeedModel> {
    const address = await this.years.renew(viewer);
    return { madeAt: await this.years.madeAt(viewer), address };
  }

  @Mutation(() => CalendarFeedModel, { description: 'Ends the viewer’s calendar.' })
  async stopCalendar(@CurrentViewer() viewer: AppViewer): Promise<CalendarFeedModel> {
    await this.years.stop(viewer);
    return { madeAt: null, address: null };
  }
}
