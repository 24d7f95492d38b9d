import { Module } from '@nestjs/common';
import { HearingCommandsResolver } from './commands.resolver';
import { HearingTasks } from './hearing-tasks';
import {
  AgreementRoundsResolver,
  HearingResponseResolver,
  HearingRoundResolver,
  SubmissionResolver,
} from './hearing.resolver';
import { HearingService } from './hearing.service';
import { HearingStores, RoundsService } from './rounds.service';
import { SubmissionsController } from './submissions.controller';

/** Hearings: rounds, responses, points and what is answered to them. */
@Module({
  controllers: [SubmissionsController],
  providers: [
    ...[HearingStores, HearingService, RoundsService, HearingTasks],
    ...[
      HearingRoundResolver,
      HearingResponseResolver,
      SubmissionResolver,
      AgreementRoundsResolver,
      HearingCommandsResolver,
    ],
  ],
})
export class HearingModule {}
