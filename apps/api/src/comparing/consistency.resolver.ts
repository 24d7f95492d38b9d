import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../core/public';
import type { AppViewer } from '../core/viewer';
import { ConsistencyService } from './consistency.service';
import { ConsistencyModel } from './models';

/** What does not fit in an agreement, before it is heard. */
@Resolver()
export class ConsistencyResolver {
  constructor(private readonly check: ConsistencyService) {}

  @Query(() => ConsistencyModel, {
    description: 'Of the texts as they stand, for those who read drafts; or of a version of the agreement.',
  })
  consistency(
    @CurrentViewer() viewer: AppViewer,
    @Args('agreement', { type: () => ID }) agreement: string,
    @Args('version', { type: () => ID, nullable: true }) version: string | null,
  ): Promise<ConsistencyModel> {
    if (version) return this.check.ofVersion(viewer, agreement, version);
    return this.check.ofDraft(viewer, agreement);
  }
}
