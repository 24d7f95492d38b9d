import { LogReads } from '@enig/data';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AgreementModel } from '../agreement/models';
import { CurrentViewer } from '../core/public';
import type { AppViewer } from '../core/viewer';
import { SubmissionModel } from '../hearing/models';
import { BundleService } from './bundle.service';
import { AskBundleInput, AskBundlePayload, LogHeadModel } from './models';

/** Where an agreement's log ends, and the whole case to be kept elsewhere. */
@Resolver(() => AgreementModel)
export class BundleResolver {
  constructor(private readonly bundles: BundleService) {}

  @ResolveField(() => LogHeadModel, { nullable: true, description: 'To be noted, and asked for later.' })
  log(@CurrentViewer() viewer: AppViewer, @Parent() { view }: AgreementModel): Promise<LogHeadModel | null> {
    return this.bundles.head(viewer, view);
  }

  @Mutation(() => AskBundlePayload, { description: 'Asks for the whole case as a zip file; a worker makes it.' })
  async askBundle(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') { agreement }: AskBundleInput,
  ): Promise<AskBundlePayload> {
    return { job: await this.bundles.ask(viewer, agreement) };
  }
}

/** Where the log ended when a council's answer came in: what its receipt says. */
@Resolver(() => SubmissionModel)
export class SubmissionLogResolver {
  constructor(private readonly logs: LogReads) {}

  @ResolveField(() => LogHeadModel, { nullable: true, description: 'As the receipt says it.' })
  async log(
    @CurrentViewer() viewer: AppViewer,
    @Parent() { view, place }: SubmissionModel,
  ): Promise<LogHeadModel | null> {
    const { id } = place.agreement.row;
    const heads = await viewer.remember(`log heads at answers ${id}`, () => this.logs.headsAt(id));
    return heads.get(view.row.id) ?? null;
  }
}
