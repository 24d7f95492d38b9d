import { Module, type OnModuleInit } from '@nestjs/common';
import { AgreementsService } from '../agreement/agreements.service';
import { NotFound } from '../core/errors';
import { JobReaders } from '../jobs/job-readers';
import { BundleResolver, SubmissionLogResolver } from './bundle.resolver';
import { BundleService, readsCases } from './bundle.service';

/** The whole case of an agreement, and the log that proves it. */
@Module({ providers: [BundleService, BundleResolver, SubmissionLogResolver] })
export class BundleModule implements OnModuleInit {
  constructor(
    private readonly readers: JobReaders,
    private readonly agreements: AgreementsService,
  ) {}

  /** A whole case is fetched by who may read the agreement still, and the cases in it. */
  onModuleInit(): void {
    this.readers.add('bundle', async (viewer, { agreement, withCases }) => {
      if (typeof agreement !== 'string') throw new NotFound('agreement');
      const view = await this.agreements.view(viewer, agreement);
      if (withCases === true && !readsCases(viewer, view)) throw new NotFound('file');
    });
  }
}
