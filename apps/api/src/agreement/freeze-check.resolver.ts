import { saysTheSame } from '@enig/agreement';
import { manifestAhead } from '@enig/data';
import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../core/public';
import type { AppViewer } from '../core/viewer';
import { AgreementsService } from './agreements.service';
import { FreezeCheckModel } from './section-models';
import { SectionsService } from './sections.service';

/** What a whole text is held against before it is frozen: asked for only where it is to be decided on. */
@Resolver(() => FreezeCheckModel)
export class FreezeCheckResolver {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly sections: SectionsService,
  ) {}

  @ResolveField(() => Int, {
    nullable: true,
    description: 'The version last put to the parties, where freezing for decision would put the same to them again.',
  })
  async sameAs(@CurrentViewer() viewer: AppViewer, @Parent() { view }: FreezeCheckModel): Promise<number | null> {
    const versions = view ? await this.sections.versionsOf(viewer, view) : [];
    const last = versions.findLast(({ manifest }) => manifest.act !== 'hearingDraft');
    if (!view || !last) return null;
    const contents = await this.agreements.contents(viewer, view);
    const ahead = manifestAhead(view, contents, last.manifest);
    return ahead && saysTheSame(last.manifest, ahead) ? last.row.number : null;
  }
}
