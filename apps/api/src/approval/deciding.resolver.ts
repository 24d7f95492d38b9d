import type { AgreementId, Result } from '@enig/kernel';
import type { RuleCode } from '@enig/messages';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../core/public';
import { refusalOf } from '../core/refusal';
import type { AppViewer } from '../core/viewer';
import { ApprovalService } from './approval.service';
import { BoardPayload, ChangedSinceModel } from './deciding-models';
import { DecidingService } from './deciding.service';
import { ConsentToOverrideInput, OverrideStepInput, SetTwoPeopleInput } from './inputs';

/** What goes on around decisions. A broken rule is data in the payload, not an error. */
@Resolver()
export class DecidingResolver {
  constructor(
    private readonly deciding: DecidingService,
    private readonly approvals: ApprovalService,
  ) {}

  @Query(() => ChangedSinceModel, { nullable: true, description: 'Null where the party approved no earlier text.' })
  changedSince(
    @CurrentViewer() viewer: AppViewer,
    @Args('agreement', { type: () => ID }) agreement: string,
    @Args('party', { type: () => ID }) party: string,
  ): Promise<ChangedSinceModel | null> {
    return this.deciding.changedSince(viewer, agreement, party);
  }

  @Query(() => Boolean, {
    description: 'Whether the party’s council has approved a text of the agreement, also one that counts no more.',
  })
  approvedBefore(
    @CurrentViewer() viewer: AppViewer,
    @Args('agreement', { type: () => ID }) agreement: string,
    @Args('party', { type: () => ID }) party: string,
  ): Promise<boolean> {
    return this.deciding.approvedBefore(viewer, agreement, party);
  }

  @Mutation(() => BoardPayload, { description: 'Has no effect until one of the party’s own people agrees.' })
  async overrideStep(@CurrentViewer() viewer: AppViewer, @Args('input') input: OverrideStepInput) {
    return this.payload(viewer, await this.deciding.ask(viewer, input));
  }

  @Mutation(() => BoardPayload)
  async consentToOverride(@CurrentViewer() viewer: AppViewer, @Args('input') input: ConsentToOverrideInput) {
    return this.payload(viewer, await this.deciding.agree(viewer, input));
  }

  @Mutation(() => BoardPayload, { description: 'Whether a second of the party’s people confirms from now on.' })
  async setTwoPeople(@CurrentViewer() viewer: AppViewer, @Args('input') input: SetTwoPeopleInput) {
    const agreement = await this.deciding.setTwoPeople(viewer, input);
    return { board: await this.approvals.boardOf(viewer, agreement), refused: null };
  }

  private async payload(
    viewer: AppViewer,
    done: Result<AgreementId, { readonly code: RuleCode }>,
  ): Promise<BoardPayload> {
    if (!done.ok) return { board: null, refused: refusalOf(done.error) };
    return { board: await this.approvals.boardOf(viewer, done.value), refused: null };
  }
}
