import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../core/public';
import type { AppViewer } from '../core/viewer';
import { HeardDocumentInput } from '../hearing/round-inputs';
import { DocumentCheckModel } from './document-check.models';
import { DocumentCheckService } from './document-check.service';

/** A document of its own, looked through before it is heard. */
@Resolver()
export class DocumentCheckResolver {
  constructor(private readonly documents: DocumentCheckService) {}

  @Query(() => DocumentCheckModel, { description: 'Nothing of the document is kept.' })
  documentCheck(
    @CurrentViewer() viewer: AppViewer,
    @Args('agreement', { type: () => ID }) agreement: string,
    @Args('document') document: HeardDocumentInput,
  ): Promise<DocumentCheckModel> {
    return this.documents.check(viewer, agreement, document);
  }
}
