import { ScreeningStore } from '@enig/data';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../core/public';
import type { AppViewer } from '../core/viewer';
import { HearingRoundModel } from '../hearing/models';
import { roundSubject } from '../hearing/subjects';
import { publicPath } from './presentation';

/** How a round stands with being published. */
@Resolver(() => HearingRoundModel)
export class RoundPublicationResolver {
  constructor(private readonly store: ScreeningStore) {}

  @ResolveField(() => Boolean, { description: 'Whether the viewer looks through the answers and publishes them.' })
  mayScreen(@CurrentViewer() viewer: AppViewer, @Parent() { place }: HearingRoundModel): boolean {
    return viewer.can('close', roundSubject(place));
  }

  @ResolveField(() => String, { nullable: true, description: 'Where its published answers are read; null until then.' })
  async publicPath(@Parent() { place }: HearingRoundModel): Promise<string | null> {
    const { id } = place.view.row;
    return (await this.store.isPublished(id)) ? publicPath(id) : null;
  }
}
