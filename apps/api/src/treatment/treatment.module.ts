import { Module } from '@nestjs/common';
import { HearingModule } from '../hearing/hearing.module';
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
export class TreatmentModule {}
