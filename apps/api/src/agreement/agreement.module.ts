import { Global, Module } from '@nestjs/common';
import { AgreementResolver, AgreementSummaryResolver, PartResolver, SectionResolver } from './agreement.resolver';
import { AgreementsService } from './agreements.service';
import { AnnexesService } from './annexes.service';
import { ChangesResolver } from './changes.resolver';
import { CommandsResolver } from './commands.resolver';
import { CommandsService } from './commands.service';
import { FreezeCheckResolver } from './freeze-check.resolver';
import { LogService } from './log.service';
import { SectionsService } from './sections.service';
import { TextSources } from './text-sources';
import { WritingTasks } from './writing-tasks';

/** Agreements and what they consist of. Its services are for every slice that is about an agreement. */
@Global()
@Module({
  providers: [
    ...[AgreementsService, SectionsService, AnnexesService, LogService, CommandsService, TextSources, WritingTasks],
    ...[AgreementResolver, AgreementSummaryResolver, PartResolver, SectionResolver, CommandsResolver, ChangesResolver],
    FreezeCheckResolver,
  ],
  exports: [AgreementsService, SectionsService, AnnexesService, TextSources],
})
export class AgreementModule {}
