import { Module } from '@nestjs/common';
import { HearingModule } from '../hearing/hearing.module';
import { FileWarnings } from './file-warnings';
import { FileWarningsResolver } from './file-warnings.resolver';
import { PublishedController } from './published.controller';
import { PublishedPages } from './published-pages';
import { RedactedCopiesController } from './redacted-copies.controller';
import { RoundPublicationResolver } from './round-publication.resolver';
import { ScreeningResolver } from './screening.resolver';
import { ScreeningService } from './screening.service';

/** Looking through what councils sent, and publishing it. */
@Module({
  imports: [HearingModule],
  controllers: [PublishedController, RedactedCopiesController],
  providers: [
    ...[FileWarnings, FileWarningsResolver, PublishedPages],
    ...[ScreeningService, ScreeningResolver, RoundPublicationResolver],
  ],
  exports: [FileWarnings],
})
export class ScreeningModule {}
