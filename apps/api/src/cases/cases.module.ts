import { Module, type OnModuleInit } from '@nestjs/common';
import { ApprovalModule } from '../approval/approval.module';
import { JobReaders } from '../jobs/job-readers';
import { ScreeningModule } from '../screening/screening.module';
import { IncomingDocuments } from '../hearing/incoming-documents';
import { CaseAnnexFiles } from './case-annex-files';
import { CaseAnnexesController } from './case-annexes.controller';
import { CaseGrounds } from './case-grounds';
import { CaseJobs } from './case-jobs.service';
import { CasePresentation } from './case-presentation';
import { CaseTasks } from './case-tasks';
import { CasesResolver } from './cases.resolver';
import { CasesService } from './cases.service';

/** What the parties' own bodies are given to decide on. */
@Module({
  imports: [ScreeningModule, ApprovalModule],
  controllers: [CaseAnnexesController],
  providers: [
    ...[CaseGrounds, IncomingDocuments, CaseAnnexFiles, CasesService, CasePresentation, CaseJobs, CaseTasks],
    CasesResolver,
  ],
})
export class CasesModule implements OnModuleInit {
  constructor(
    private readonly readers: JobReaders,
    private readonly jobs: CaseJobs,
  ) {}

  onModuleInit(): void {
    this.readers.add('case', (viewer, payload) => this.jobs.mustReadOne(viewer, payload));
    this.readers.add('cases', (viewer, payload) => this.jobs.mustReadAll(viewer, payload));
  }
}
