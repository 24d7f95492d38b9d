import { Global, Module } from '@nestjs/common';
import { JobReaders } from './job-readers';
import { JobsController } from './jobs.controller';
import { JobsResolver } from './jobs.resolver';
import { JobsService } from './jobs.service';

/** What workers make while somebody waits, as those who wait see it. Slices say in `JobReaders` who may fetch it. */
@Global()
@Module({ controllers: [JobsController], providers: [JobReaders, JobsService, JobsResolver], exports: [JobReaders] })
export class JobsModule {}
