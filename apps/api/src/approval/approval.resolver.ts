import type { ConfirmRefused } from '@enig/approval';
import type { RecordRefused } from '@enig/data';
import type { AgreementId, Result } from '@enig/kernel';
import { Args, ID, Mutation, Parent, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { AgreementInput } from '../agreement/inputs';
import { AgreementModel } from '../agreement/models';
import { idOf } from '../core/ids';
import { Asking, CurrentViewer } from '../core/public';
import { refusalOf } from '../core/refusal';
import type { RequestContext } from '../core/request-context';
import type { AppViewer } from '../core/viewer';
import { Watching } from '../core/watching';
import { FreezePayload } from '../hearing/payloads';
import { VersionModel } from '../versions/models';
import { presentVersion, VersionsService } from '../versions/versions.service';
import { ApprovalService, type Recorded } from './approval.service';
import { ConfirmDecisionInput, RecordDecisionInput } from './inputs';
import { BoardModel, DecisionPayload } from './models';

/** The board of an agreement. */
@Resolver(() => AgreementModel)
export class AgreementBoardResolver {
  constructor(private readonly approvals: ApprovalService) {}

  @ResolveField(() => BoardModel, { nullable: true, description: 'Null while no text has been put to the parties.' })
  board(@CurrentViewer() viewer: AppViewer, @Parent() { view }: AgreementModel): Promise<BoardModel | null> {
    return this.approvals.board(viewer, view);
  }
}

/** What the board is about, and the board as it changes. */
@Resolver(() => BoardModel)
export class BoardResolver {
  constructor(
    private readonly approvals: ApprovalService,
    private readonly versions: VersionsService,
    private readonly watching: Watching,
  ) {}

  @ResolveField(() => VersionModel, { description: 'The text put to the parties.' })
  async version(@CurrentViewer() viewer: AppViewer, @Parent() { approval }: BoardModel): Promise<VersionModel> {
    return presentVersion(await this.versions.version(viewer, approval.chain.version));
  }

  @Subscription(() => BoardModel)
  async boardChanged(@Asking() asking: RequestContext, @Args('agreement', { type: () => ID }) given: string) {
    const id = idOf<AgreementId>(given, 'agreement');
    return this.watching.each(
      asking,
      { field: 'boardChanged', concerns: (told) => told.topic === 'agreement' && told.id === id },
      (viewer) => this.approvals.boardOf(viewer, id),
    );
  }
}

/** Commands on the parties' decisions. A broken rule is data in the payload, not an error. */
@Resolver()
export class ApprovalCommandsResolver {
  constructor(
    private readonly approvals: ApprovalService,
    private readonly versions: VersionsService,
  ) {}

  @Mutation(() => FreezePayload)
  async freezeForDecision(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: AgreementInput,
  ): Promise<FreezePayload> {
    const frozen = await this.approvals.freeze(viewer, input.agreement);
    if (!frozen.ok) return { version: null, round: null, refused: refusalOf(frozen.error) };
    return { version: presentVersion(await this.versions.version(viewer, frozen.value)), round: null, refused: null };
  }

  @Mutation(() => DecisionPayload)
  async recordDecision(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: RecordDecisionInput,
  ): Promise<DecisionPayload> {
    return this.payload(viewer, await this.approvals.record(viewer, input));
  }

  @Mutation(() => DecisionPayload)
  async confirmDecision(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: ConfirmDecisionInput,
  ): Promise<DecisionPayload> {
    return this.payload(viewer, await this.approvals.confirm(viewer, input.decision));
  }

  private async payload(
    viewer: AppViewer,
    done: Result<Recorded, RecordRefused | ConfirmRefused>,
  ): Promise<DecisionPayload> {
    if (!done.ok) {
      const refused = refusalOf(done.error, await this.approvals.bodiesIn(viewer, done.error));
      return { decision: null, board: null, refused };
    }
    const board = await this.approvals.boardOf(viewer, done.value.agreement);
    return { decision: await this.approvals.decision(viewer, board, done.value.decision), board, refused: null };
  }
}
