import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../core/public';
import type { AppViewer } from '../core/viewer';
import { HearingRoundModel } from '../hearing/models';
import { ConsistencyService } from './consistency.service';

/** How much does not fit in what a round is about: told with the round, so that a program that opens one learns of it. */
@Resolver(() => HearingRoundModel)
export class RoundConsistencyResolver {
  constructor(private readonly check: ConsistencyService) {}

  @ResolveField(() => Int, {
    nullable: true,
    description: 'How many things do not fit in the version (`consistency` lists them). Null for a document.',
  })
  async inconsistencyCount(
    @CurrentViewer() viewer: AppViewer,
    @Parent() { place }: HearingRoundModel,
  ): Promise<number | null> {
    const { agreement, version } = place.view.row;
    if (version === null) return null;
    return this.check.countOfVersion(viewer, agreement, version);
  }
}
