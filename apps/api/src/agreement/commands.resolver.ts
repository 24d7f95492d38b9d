import type { AgreementId, Result, SectionId } from '@enig/kernel';
import type { RuleCode } from '@enig/messages';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../core/public';
import { refusalOf } from '../core/refusal';
import type { AppViewer } from '../core/viewer';
import { AgreementsService } from './agreements.service';
import { CommandsService } from './commands.service';
import {
  AddAnnexInput,
  AddSectionInput,
  AgreementReasonInput,
  CreateAgreementInput,
  EditAgreementInput,
  MoveSectionInput,
  RemoveAnnexInput,
  SectionInput,
  SetCoordinatorsInput,
  SetPartiesInput,
} from './inputs';
import { AgreementPayload } from './models';
import { SectionPayload } from './section-models';
import { SectionsService } from './sections.service';

/** Commands on an agreement and what it consists of. A broken rule is data in the payload, not an error. */
@Resolver()
export class CommandsResolver {
  constructor(
    private readonly commands: CommandsService,
    private readonly agreements: AgreementsService,
    private readonly sections: SectionsService,
  ) {}

  @Mutation(() => AgreementPayload)
  async createAgreement(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: CreateAgreementInput,
  ): Promise<AgreementPayload> {
    return this.agreement(viewer, await this.commands.create(viewer, input));
  }

  @Mutation(() => AgreementPayload)
  async editAgreement(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: EditAgreementInput,
  ): Promise<AgreementPayload> {
    return this.agreement(viewer, await this.commands.edit(viewer, input));
  }

  @Mutation(() => AgreementPayload)
  async setParties(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: SetPartiesInput,
  ): Promise<AgreementPayload> {
    return this.agreement(viewer, await this.commands.setParties(viewer, input));
  }

  @Mutation(() => AgreementPayload)
  async addAnnex(@CurrentViewer() viewer: AppViewer, @Args('input') input: AddAnnexInput): Promise<AgreementPayload> {
    return this.agreement(viewer, await this.commands.addAnnex(viewer, input));
  }

  @Mutation(() => AgreementPayload)
  async removeAnnex(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: RemoveAnnexInput,
  ): Promise<AgreementPayload> {
    return this.agreement(viewer, await this.commands.removeAnnex(viewer, input.annex));
  }

  @Mutation(() => SectionPayload)
  async addSection(@CurrentViewer() viewer: AppViewer, @Args('input') input: AddSectionInput): Promise<SectionPayload> {
    return this.section(viewer, await this.commands.addSection(viewer, input));
  }

  @Mutation(() => AgreementPayload)
  async moveSection(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: MoveSectionInput,
  ): Promise<AgreementPayload> {
    return this.agreement(viewer, await this.commands.moveSection(viewer, input));
  }

  @Mutation(() => AgreementPayload)
  async removeSection(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: SectionInput,
  ): Promise<AgreementPayload> {
    return this.agreement(viewer, await this.commands.removeSection(viewer, input.section));
  }

  @Mutation(() => AgreementPayload)
  async putBackSection(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: SectionInput,
  ): Promise<AgreementPayload> {
    return this.agreement(viewer, await this.commands.putBackSection(viewer, input.section));
  }

  @Mutation(() => SectionPayload)
  async setCoordinators(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: SetCoordinatorsInput,
  ): Promise<SectionPayload> {
    return this.sameSection(viewer, input.section, await this.commands.setCoordinators(viewer, input));
  }

  @Mutation(() => SectionPayload)
  async addEasyRead(@CurrentViewer() viewer: AppViewer, @Args('input') input: SectionInput): Promise<SectionPayload> {
    return this.sameSection(viewer, input.section, await this.commands.addEasyRead(viewer, input.section));
  }

  @Mutation(() => AgreementPayload)
  async reopenWriting(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: AgreementReasonInput,
  ): Promise<AgreementPayload> {
    return this.agreement(viewer, await this.commands.reopenWriting(viewer, input.agreement, input.reason));
  }

  @Mutation(() => AgreementPayload)
  async abandonAgreement(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: AgreementReasonInput,
  ): Promise<AgreementPayload> {
    return this.agreement(viewer, await this.commands.abandon(viewer, input.agreement, input.reason));
  }

  private async agreement(
    viewer: AppViewer,
    done: Result<AgreementId, { readonly code: RuleCode }>,
  ): Promise<AgreementPayload> {
    if (!done.ok) return { agreement: null, refused: refusalOf(done.error) };
    return {
      agreement: this.agreements.present(viewer, await this.agreements.view(viewer, done.value)),
      refused: null,
    };
  }

  private async section(
    viewer: AppViewer,
    done: Result<SectionId, { readonly code: RuleCode }>,
  ): Promise<SectionPayload> {
    if (!done.ok) return { section: null, refused: refusalOf(done.error) };
    return { section: await this.sections.section(viewer, done.value), refused: null };
  }

  private async sameSection(
    viewer: AppViewer,
    section: string,
    done: Result<AgreementId, { readonly code: RuleCode }>,
  ): Promise<SectionPayload> {
    if (!done.ok) return { section: null, refused: refusalOf(done.error) };
    return { section: await this.sections.section(viewer, section), refused: null };
  }
}
