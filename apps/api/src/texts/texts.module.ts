import { Module } from '@nestjs/common';
import { MilestonesResolver, TextMilestonesResolver } from './milestones.resolver';
import { MilestonesService } from './milestones.service';
import { MilestoneTasks } from './milestone-tasks';
import { PuttingBack } from './putting-back';
import { ReadableTexts } from './readable-texts';
import { TextPlaces } from './text-places';
import { TextsBefore } from './texts-before';
import { TextsResolver } from './texts.resolver';
import { TextsService } from './texts.service';

/** How texts came to be. */
@Module({
  providers: [
    ...[TextPlaces, ReadableTexts, TextsService],
    ...[MilestonesService, TextsBefore, PuttingBack, MilestoneTasks],
    ...[TextsResolver, MilestonesResolver, TextMilestonesResolver],
  ],
})
export class TextsModule {}
