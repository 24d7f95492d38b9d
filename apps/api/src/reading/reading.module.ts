import { Module } from '@nestjs/common';
import { HearingModule } from '../hearing/hearing.module';
import { MaterialService } from './material';
import { ReadingController } from './reading.controller';
import { RoundList } from './round-list';

/** What is heard, as pages and files. */
@Module({
  imports: [HearingModule],
  controllers: [ReadingController],
  providers: [MaterialService, RoundList],
})
export class ReadingModule {}
