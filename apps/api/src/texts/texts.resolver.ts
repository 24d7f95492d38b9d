import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../core/public';
import type { AppViewer } from '../core/viewer';
import { TextAttributionModel } from './models';
import { TextsService } from './texts.service';

/** What the log of a text tells. */
@Resolver()
export class TextsResolver {
  constructor(private readonly texts: TextsService) {}

  @Query(() => TextAttributionModel, {
    nullable: true,
    description: 'Who wrote each character that stands in a text, for which body, and when; for those who may read it.',
  })
  textAttribution(
    @CurrentViewer() viewer: AppViewer,
    @Args('text', { type: () => ID }) text: string,
  ): Promise<TextAttributionModel> {
    return this.texts.attribution(viewer, text);
  }
}
