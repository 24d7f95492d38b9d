import { Module } from '@nestjs/common';
import { HearingModule } from '../hearing/hearing.module';
import { JobsController } from './jobs.controller';
import { JobsResolver } from './jobs.resolver';
import { JobsService } from './jobs.service';

/** What workers make while somebody waits, as those who wait see it. */
@Module({ imports: [HearingModule], controllers: [JobsController], providers: [JobsService, JobsResolver] })
export class JobsModule {}
