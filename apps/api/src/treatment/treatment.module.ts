import { Module, type OnModuleInit } from '@nestjs/common';
import { NotFound } from '../core/errors';
import { HearingModule } from '../hearing/hearing.module';
import { HearingService } from '../hearing/hearing.service';
import { JobReaders } from '../jobs/job-readers';
import { Papers } from './papers';
import { PapersService } from './papers.service';
import { PapersResolver, RoundPointsResolver, TreatmentResolver } from './treatment.resolver';
import { TreatmentService } from './treatment.service';

/** What councils say, point by point, what is answered to it, and the papers that tell of it. */
@Module({
  imports: [HearingModule],
  providers: [
    ...[TreatmentService, Papers, PapersService],
    ...[RoundPointsResolver, TreatmentResolver, PapersResolver],
  ],
})
export class TreatmentModule implements OnModuleInit {
  constructor(
    private readonly readers: JobReaders,
    private readonly hearing: HearingService,
  ) {}

  /** What was made of a round is fetched by who may read the round still. */
  onModuleInit(): void {
    for (const kind of ['memo', 'used'] as const) {
      this.readers.add(kind, async (viewer, { round }) => {
        if (typeof round !== 'string') throw new NotFound('round');
        await this.hearing.round(viewer, round);
      });
    }
  }
}
