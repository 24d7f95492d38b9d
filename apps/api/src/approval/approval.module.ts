import { Module } from '@nestjs/common';
import { ApprovalTasks } from './approval-tasks';
import { AgreementBoardResolver, ApprovalCommandsResolver, BoardResolver } from './approval.resolver';
import { ApprovalService } from './approval.service';

/** Approval: the board, the parties' decisions, and the conclusion. */
@Module({
  providers: [ApprovalService, ApprovalTasks, AgreementBoardResolver, BoardResolver, ApprovalCommandsResolver],
})
export class ApprovalModule {}
