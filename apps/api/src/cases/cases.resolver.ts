import type { Result } from '@enig/kernel';
import type { RuleCode } from '@enig/messages';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../core/public';
import { refusalOf } from '../core/refusal';
import type { AppViewer } from '../core/viewer';
import { JobAskedPayload } from '../treatment/models';
import { CaseJobs } from './case-jobs.service';
import { CasePresentation } from './case-presentation';
import { CasesService, type CasePlace } from './cases.service';
import {
  AddCaseAnnexInput,
  AskCaseInput,
  AskCasesInput,
  SendCaseInput,
  CaseLineModel,
  CasePayload,
  MakeCaseInput,
  PartyCaseModel,
  RemoveCaseAnnexInput,
} from './models';

/** The parties' cases. A broken rule is data in the payload, not an error. */
@Resolver()
export class CasesResolver {
  constructor(
    private readonly cases: CasesService,
    private readonly presentation: CasePresentation,
    private readonly jobs: CaseJobs,
  ) {}

  @Query(() => PartyCaseModel, { nullable: true, description: 'Null while no text has been put to the parties.' })
  async partyCase(
    @CurrentViewer() viewer: AppViewer,
    @Args('agreement', { type: () => ID }) agreement: string,
    @Args('party', { type: () => ID }) party: string,
  ): Promise<PartyCaseModel | null> {
    const place = await this.cases.place(viewer, agreement, party);
    return place && this.presentation.case(viewer, place);
  }

  @Query(() => [CaseLineModel], { description: 'One for each party, as far as the viewer may know of it.' })
  async partyCases(
    @CurrentViewer() viewer: AppViewer,
    @Args('agreement', { type: () => ID }) agreement: string,
  ): Promise<CaseLineModel[]> {
    return (await this.cases.all(viewer, agreement)).map((standing) => this.presentation.line(standing));
  }

  @Mutation(() => CasePayload, { description: 'Made already, it is left as it is.' })
  async makeCase(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') { agreement, party }: MakeCaseInput,
  ): Promise<CasePayload> {
    return this.payload(viewer, { agreement, party }, await this.cases.make(viewer, agreement, party));
  }

  @Mutation(() => CasePayload)
  async sendCase(@CurrentViewer() viewer: AppViewer, @Args('input') input: SendCaseInput): Promise<CasePayload> {
    const place = await this.cases.placeOf(viewer, input.case);
    return this.payload(viewer, addressOf(place), await this.cases.send(viewer, place));
  }

  @Mutation(() => CasePayload)
  async addCaseAnnex(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: AddCaseAnnexInput,
  ): Promise<CasePayload> {
    const place = await this.cases.placeOf(viewer, input.case);
    return this.payload(viewer, addressOf(place), await this.cases.addAnnex(viewer, place, input));
  }

  @Mutation(() => CasePayload)
  async removeCaseAnnex(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: RemoveCaseAnnexInput,
  ): Promise<CasePayload> {
    const place = await this.cases.placeOf(viewer, input.case);
    return this.payload(viewer, addressOf(place), await this.cases.removeAnnex(viewer, place, input.annex));
  }

  @Mutation(() => JobAskedPayload, { description: 'Asks for a case as a file; a worker makes it.' })
  async askCase(@CurrentViewer() viewer: AppViewer, @Args('input') input: AskCaseInput): Promise<JobAskedPayload> {
    const place = await this.cases.placeOf(viewer, input.case);
    return { job: await this.jobs.askOne(viewer, place, input.format) };
  }

  @Mutation(() => JobAskedPayload, { description: 'Asks for all parties’ cases as a zip file; a worker makes it.' })
  async askCases(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') { agreement }: AskCasesInput,
  ): Promise<JobAskedPayload> {
    return { job: await this.jobs.askAll(viewer, agreement) };
  }

  private async payload(
    viewer: AppViewer,
    { agreement, party }: MakeCaseInput,
    done: Result<unknown, { readonly code: RuleCode }>,
  ): Promise<CasePayload> {
    if (!done.ok) return { case: null, refused: refusalOf(done.error) };
    const place = await this.cases.place(viewer, agreement, party);
    return { case: place && (await this.presentation.case(viewer, place)), refused: null };
  }
}

function addressOf({ view, party }: CasePlace): MakeCaseInput {
  return { agreement: view.row.id, party };
}
