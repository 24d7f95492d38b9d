import { Module } from '@nestjs/common';
import { PublishedAgreementController } from './published-agreement.controller';
import { PublishedAgreements } from './published-agreements';
import { SendingTasks } from './sending-tasks';
import { StandingNews } from './standing-news';
import { StandingNewsResolver, SummaryActResolver, SupplementsResolver } from './supplements.resolver';
import { SupplementsService } from './supplements.service';

/** What comes after an agreement is concluded: its public pages, what hangs on it, and that it was sent. */
@Module({
  controllers: [PublishedAgreementController],
  providers: [
    ...[PublishedAgreements, SupplementsService, SendingTasks, StandingNews],
    ...[SupplementsResolver, SummaryActResolver, StandingNewsResolver],
  ],
})
export class PublishedAgreementModule {}
