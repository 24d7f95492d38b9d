import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../core/public';
import type { AppViewer } from '../core/viewer';
import { CommentsService } from './comments.service';
import { CommentOnVersionModel } from './models';

/** Comments of earlier hearings, as they stand on a version. */
@Resolver()
export class CommentsResolver {
  constructor(private readonly comments: CommentsService) {}

  @Query(() => [CommentOnVersionModel], {
    description: 'Of submissions that stand, on this version or one before it, that the viewer may read.',
  })
  commentsOnVersion(
    @CurrentViewer() viewer: AppViewer,
    @Args('version', { type: () => ID }) version: string,
  ): Promise<CommentOnVersionModel[]> {
    return this.comments.on(viewer, version);
  }
}
