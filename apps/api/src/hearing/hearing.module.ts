import { Module } from '@nestjs/common';
import { HearingCommandsResolver } from './commands.resolver';
import { HearingTasks } from './hearing-tasks';
import {
  AgreementRoundsResolver,
  HearingResponseResolver,
  HearingRoundResolver,
  SubmissionResolver,
} from './hearing.resolver';
import { HeardFilesController } from './heard-files.controller';
import { HearingService } from './hearing.service';
import { IncomingDocuments } from './incoming-documents';
import { MoreTimeService } from './more-time.service';
import { Receipts } from './receipts';
import { ReceiptsService } from './receipts.service';
import { ResponseChangesResolver } from './response-changes.resolver';
import { ResponseFilesController } from './response-files.controller';
import { ResponseFilesResolver, SubmissionFilesResolver } from './response-files.resolver';
import { ResponseFilesService } from './response-files.service';
import { RoundOpenings } from './round-openings.service';
import { RoundsResolver } from './rounds.resolver';
import { HearingStores, RoundsService } from './rounds.service';
import { ShownAnswers } from './shown-answers';
import { SubmissionsController } from './submissions.controller';

/** Hearings: rounds, responses, points and what is answered to them. */
@Module({
  controllers: [HeardFilesController, ResponseFilesController, SubmissionsController],
  providers: [
    ...[IncomingDocuments, ResponseFilesService, ResponseFilesResolver, SubmissionFilesResolver],
    ...[HearingStores, HearingService, RoundsService, HearingTasks],
    ...[Receipts, ReceiptsService, ShownAnswers],
    ...[RoundOpenings, MoreTimeService, RoundsResolver],
    ...[
      HearingRoundResolver,
      HearingResponseResolver,
      ResponseChangesResolver,
      SubmissionResolver,
      AgreementRoundsResolver,
      HearingCommandsResolver,
    ],
  ],
  exports: [HearingService, MoreTimeService, ShownAnswers],
})
export class HearingModule {}
