import { Module } from '@nestjs/common';
import { HearingModule } from '../hearing/hearing.module';
import { ScreeningModule } from '../screening/screening.module';
import { CommentsResolver } from './comments.resolver';
import { CommentsService } from './comments.service';
import { ConsistencyResolver } from './consistency.resolver';
import { ConsistencyService } from './consistency.service';
import { DocumentCheckResolver } from './document-check.resolver';
import { DocumentCheckService } from './document-check.service';
import { RoundConsistencyResolver } from './round-consistency.resolver';
import { SentComments } from './sent-comments';

/** What a text is held against: itself, before it is heard, and the comments on earlier versions of it. */
@Module({
  imports: [HearingModule, ScreeningModule],
  providers: [
    ...[SentComments, CommentsService, CommentsResolver, ConsistencyService, ConsistencyResolver],
    RoundConsistencyResolver,
    ...[DocumentCheckService, DocumentCheckResolver],
  ],
})
export class ComparingModule {}
