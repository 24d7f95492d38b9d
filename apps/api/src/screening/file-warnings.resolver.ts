import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../core/public';
import type { AppViewer } from '../core/viewer';
import { ResponseFileModel } from '../hearing/response-files.resolver';
import { FileWarnings } from './file-warnings';

/** What was seen in a document somebody has put with a response, for those who were shown it. */
@Resolver(() => ResponseFileModel)
export class FileWarningsResolver {
  constructor(private readonly warnings: FileWarnings) {}

  @ResolveField(() => [String], {
    description: 'Sentences: where personal numbers stand, never which, and what could not be read.',
  })
  screening(@CurrentViewer() viewer: AppViewer, @Parent() file: ResponseFileModel): Promise<readonly string[]> {
    return this.warnings.of(viewer, file);
  }
}
