import { Module } from '@nestjs/common';
import { HearingModule } from '../hearing/hearing.module';
import { MeetingsService } from './meetings.service';
import { OverviewController } from './overview.controller';
import { OverviewCommandsResolver, ResponseMeetingsResolver, RoundOverviewResolver } from './overview.resolver';
import { OverviewService } from './overview.service';

/** How a hearing round goes: who has come how far, when bodies meet, and when those who have not answered are reminded. */
@Module({
  imports: [HearingModule],
  controllers: [OverviewController],
  providers: [
    ...[MeetingsService, OverviewService],
    ...[RoundOverviewResolver, ResponseMeetingsResolver, OverviewCommandsResolver],
  ],
})
export class OverviewModule {}
