import { Args, ID, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { Asking, CurrentViewer } from '../core/public';
import type { RequestContext } from '../core/request-context';
import type { AppViewer } from '../core/viewer';
import { Watching } from '../core/watching';
import { JobsService, presentJob } from './jobs.service';
import { JobModel } from './models';

/** How far what one has asked for is. */
@Resolver(() => JobModel)
export class JobsResolver {
  constructor(
    private readonly jobs: JobsService,
    private readonly watching: Watching,
  ) {}

  @Query(() => JobModel, { nullable: true })
  async job(@CurrentViewer() viewer: AppViewer, @Args('id', { type: () => ID }) id: string): Promise<JobModel> {
    return presentJob(viewer, await this.jobs.job(viewer, id));
  }

  @Mutation(() => JobModel, { nullable: true, description: 'Stops it; one that is over stays as it is.' })
  async cancelJob(@CurrentViewer() viewer: AppViewer, @Args('id', { type: () => ID }) id: string): Promise<JobModel> {
    return presentJob(viewer, await this.jobs.cancel(viewer, id));
  }

  @Subscription(() => JobModel)
  async jobChanged(@Asking() asking: RequestContext, @Args('id', { type: () => ID }) given: string) {
    return this.watching.each(
      asking,
      { field: 'jobChanged', concerns: (told) => told.topic === 'job' && told.id === given.toLowerCase() },
      async (viewer) => presentJob(viewer, await this.jobs.job(viewer, given)),
    );
  }
}
