import { Module } from '@nestjs/common';
import { IncomingDocuments } from '../hearing/incoming-documents';
import { ApprovalTasks } from './approval-tasks';
import { AgreementBoardResolver, ApprovalCommandsResolver, BoardResolver } from './approval.resolver';
import { ApprovalService } from './approval.service';
import { DecidingResolver } from './deciding.resolver';
import { DecidingService } from './deciding.service';
import { DecisionReceipts } from './decision-receipts';
import { DecisionReceiptsService } from './decision-receipts.service';
import { DecisionsController } from './decisions.controller';
import { MinutesController } from './minutes.controller';
import { MinutesService } from './minutes.service';
import { MovingOnTasks } from './moving-on-tasks';

/** Approval: the board, the parties' decisions with their minutes and receipts, and the conclusion. */
@Module({
  controllers: [MinutesController, DecisionsController],
  providers: [
    ...[ApprovalService, ApprovalTasks, AgreementBoardResolver, BoardResolver, ApprovalCommandsResolver],
    ...[DecidingService, DecidingResolver, DecisionReceipts, DecisionReceiptsService],
    ...[IncomingDocuments, MinutesService, MovingOnTasks],
  ],
  exports: [ApprovalService],
})
export class ApprovalModule {}
