import { Module, type OnModuleInit } from '@nestjs/common';
import { AgreementsService } from '../agreement/agreements.service';
import { ApprovalModule } from '../approval/approval.module';
import { JobReaders } from '../jobs/job-readers';
import { BoardController } from './board.controller';
import { CalendarController } from './calendar.controller';
import { BoardOverviewResolver, OnePageResolver, YearResolver } from './decision-overview.resolver';
import { Glances } from './glances';
import { OnePageService } from './one-page.service';
import { YearDays } from './year-days';
import { YearService } from './year.service';
import { YearSources } from './year-sources';

/** The board as a file, the page for politicians, and the year with its calendar. */
@Module({
  imports: [ApprovalModule],
  controllers: [BoardController, CalendarController],
  providers: [
    ...[OnePageService, Glances, YearSources, YearDays, YearService],
    ...[BoardOverviewResolver, OnePageResolver, YearResolver],
  ],
  exports: [YearSources],
})
export class DecisionOverviewModule implements OnModuleInit {
  constructor(
    private readonly readers: JobReaders,
    private readonly agreements: AgreementsService,
  ) {}

  /** What was made of an agreement is fetched by who may read the agreement still. */
  onModuleInit(): void {
    this.readers.add('onePage', async (viewer, { agreement }) => {
      await this.agreements.view(viewer, typeof agreement === 'string' ? agreement : '');
    });
  }
}
