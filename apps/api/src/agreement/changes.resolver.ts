import type { AgreementId, SectionId } from '@enig/kernel';
import { Args, ID, Resolver, Subscription } from '@nestjs/graphql';
import { Asking } from '../core/public';
import { idOf } from '../core/ids';
import type { RequestContext } from '../core/request-context';
import { Watching } from '../core/watching';
import { AgreementsService } from './agreements.service';
import { AgreementModel } from './models';
import { SectionModel } from './section-models';
import { SectionsService } from './sections.service';

/** What has changed, as it changes. Each event is asked for anew, by who the viewer is then. */
@Resolver()
export class ChangesResolver {
  constructor(
    private readonly watching: Watching,
    private readonly agreements: AgreementsService,
    private readonly sections: SectionsService,
  ) {}

  @Subscription(() => AgreementModel)
  async agreementChanged(@Asking() asking: RequestContext, @Args('id', { type: () => ID }) given: string) {
    const id = idOf<AgreementId>(given, 'agreement');
    return this.watching.each(
      asking,
      { field: 'agreementChanged', concerns: (told) => told.topic === 'agreement' && told.id === id },
      async (viewer) => this.agreements.present(viewer, await this.agreements.view(viewer, id)),
    );
  }

  @Subscription(() => SectionModel)
  async sectionChanged(@Asking() asking: RequestContext, @Args('id', { type: () => ID }) given: string) {
    const id = idOf<SectionId>(given, 'section');
    const read = (viewer: Parameters<SectionsService['section']>[0]) => this.sections.section(viewer, id);
    const viewer = asking.viewer;
    const first = viewer && (await read(viewer));
    const ids = new Set<string>(
      first ? [first.section.row.text, first.section.row.easyRead ?? '', first.view.row.id] : [],
    );
    return this.watching.each(asking, { field: 'sectionChanged', concerns: (told) => ids.has(told.id) }, read);
  }
}
