import { on } from '@enig/access';
import type { AgreementRefused } from '@enig/agreement';
import type { ChainTemplate } from '@enig/approval';
import {
  AgreementStore,
  ChainReads,
  SectionStore,
  type AgreementView,
  type SectionView,
  type SetupRefused,
} from '@enig/data';
import {
  brandId,
  isSha256,
  type AgreementId,
  type PartId,
  type PartyId,
  type Result,
  type SectionId,
} from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { afterwards } from '../core/afterwards';
import { BadInput, NotFound } from '../core/errors';
import { idOf } from '../core/ids';
import { line, sentences } from '../core/input';
import type { AppViewer } from '../core/viewer';
import { AgreementsService } from './agreements.service';
import type {
  AddAnnexInput,
  AddSectionInput,
  CreateAgreementInput,
  EditAgreementInput,
  MoveSectionInput,
  SetCoordinatorsInput,
  SetPartiesInput,
} from './inputs';
import { sectionSubject, subjectOf } from './subjects';

type Done<Value, Refusal = SetupRefused> = Promise<Result<Value, Refusal>>;

/** Setting an agreement up and changing its set-up. Each asks for the right first; the stores ask the rules. */
@Injectable()
export class CommandsService {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly store: AgreementStore,
    private readonly sections: SectionStore,
    private readonly chains: ChainReads,
  ) {}

  async create(viewer: AppViewer, input: CreateAgreementInput): Done<AgreementId> {
    const actor = viewer.actor('createAgreement', on.region({ region: input.region }));
    const copied = input.copyFrom ? await this.agreements.view(viewer, input.copyFrom) : null;
    if (copied) viewer.must('readDraft', subjectOf(copied));
    const { key, version } = await this.chainOf(viewer, input);
    const chain = { key, version };
    const frame = { ...termsOf(input), region: input.region, label: null, copyFrom: copied?.row.id ?? null, chain };
    return this.store.create(frame, actor);
  }

  /** The chain that was chosen, or the first that can be used there. @throws BadInput for one that is not offered. */
  private async chainOf(viewer: AppViewer, input: CreateAgreementInput): Promise<ChainTemplate> {
    const { region, periodFrom: partiesOn, deadline, chain } = input;
    const offered = await this.chains.offered({ region, act: 'agreement', partiesOn, deadline });
    const found = chain
      ? offered.find(({ template }) => template.key === chain.key && template.version === chain.version)
      : (offered.find(({ faults }) => faults.length === 0) ?? offered[0]);
    if (!found) throw new BadInput(viewer.say('api.badInput'));
    return found.template;
  }

  async edit(viewer: AppViewer, input: EditAgreementInput): Done<AgreementId> {
    return this.inAgreement(viewer, input.agreement, (id, actor) => this.store.edit(id, termsOf(input), actor));
  }

  async setParties(viewer: AppViewer, input: SetPartiesInput): Done<AgreementId> {
    const parties = partyIds(input.parties);
    return this.inAgreement(viewer, input.agreement, (id, actor) => this.store.setParties(id, parties, actor));
  }

  async addAnnex(viewer: AppViewer, input: AddAnnexInput): Done<AgreementId> {
    const { sha256 } = input;
    if (!isSha256(sha256)) throw new BadInput(viewer.say('api.badInput'));
    const annex = {
      title: line(input.title, 'api.field.title'),
      fileName: line(input.fileName, 'api.field.fileName', 200),
      sha256,
    };
    return this.inAgreement(viewer, input.agreement, (id, actor) => this.store.addAnnex(id, annex, actor));
  }

  async removeAnnex(viewer: AppViewer, annex: string): Done<AgreementId> {
    const view = await this.agreements.viewOf(viewer, 'annex', annex);
    return this.inAgreement(viewer, view.row.id, (id, actor) =>
      this.store.removeAnnex(id, idOf(annex, 'annex'), actor),
    );
  }

  async addSection(viewer: AppViewer, input: AddSectionInput): Done<SectionId> {
    const view = await this.agreements.viewOf(viewer, 'part', input.part);
    const actor = viewer.actor('edit', subjectOf(view));
    const { kind, strand = null, covers = null, coordinators } = input;
    const part = idOf<PartId>(input.part, 'part');
    const section = {
      part,
      kind,
      strand,
      covers,
      title: line(input.title, 'api.field.title'),
      coordinators: partyIds(coordinators ?? []),
    };
    return afterwards(viewer, await this.sections.add(view.row.id, section, actor), 'agreement');
  }

  async moveSection(viewer: AppViewer, input: MoveSectionInput): Done<AgreementId> {
    const after = input.after ? idOf<SectionId>(input.after, 'section') : null;
    return this.inSection(viewer, input.section, (view, section, actor) =>
      this.sections.move(view, section, after, actor),
    );
  }

  async removeSection(viewer: AppViewer, given: string): Done<AgreementId> {
    return this.inSection(viewer, given, (id, section, actor) => this.sections.remove(id, section, actor));
  }

  async putBackSection(viewer: AppViewer, given: string): Done<AgreementId> {
    return this.inSection(viewer, given, (id, section, actor) => this.sections.putBack(id, section, actor));
  }

  async setCoordinators(viewer: AppViewer, input: SetCoordinatorsInput): Done<AgreementId> {
    const parties = partyIds(input.parties);
    return this.inSection(viewer, input.section, (id, section, actor) =>
      this.sections.setCoordinators(id, section, parties, actor),
    );
  }

  /** Those who write a section may give it an easy-read text; whoever sets the agreement up may as well. */
  async addEasyRead(viewer: AppViewer, given: string): Done<AgreementId> {
    const view = await this.agreements.viewOf(viewer, 'section', given);
    const section = sectionIn(view, given);
    const subject = sectionSubject(view, section);
    const mayWrite = viewer.can('addEasyRead', subject);
    const actor = mayWrite ? viewer.actor('addEasyRead', subject) : viewer.actor('edit', subjectOf(view));
    return this.about(viewer, view, await this.sections.addEasyRead(view.row.id, section.row.id, actor));
  }

  async reopenWriting(viewer: AppViewer, agreement: string, reason: string): Done<AgreementId, AgreementRefused> {
    const view = await this.agreements.view(viewer, agreement);
    const actor = viewer.actor('reopenWriting', subjectOf(view));
    return this.about(
      viewer,
      view,
      await this.store.reopenWriting(view.row.id, sentences(reason, 'api.field.reason'), actor),
    );
  }

  async abandon(viewer: AppViewer, agreement: string, reason: string): Done<AgreementId, AgreementRefused> {
    const view = await this.agreements.view(viewer, agreement);
    const actor = viewer.actor('abandon', subjectOf(view));
    return this.about(
      viewer,
      view,
      await this.store.abandon(view.row.id, sentences(reason, 'api.field.reason'), actor),
    );
  }

  private async inAgreement(
    viewer: AppViewer,
    given: string,
    act: (id: AgreementId, actor: ReturnType<AppViewer['actor']>) => Promise<Result<unknown, SetupRefused> | null>,
  ): Done<AgreementId> {
    const view = await this.agreements.view(viewer, given);
    const actor = viewer.actor('edit', subjectOf(view));
    return this.about(viewer, view, await act(view.row.id, actor));
  }

  private async inSection(
    viewer: AppViewer,
    given: string,
    act: (
      id: AgreementId,
      section: SectionId,
      actor: ReturnType<AppViewer['actor']>,
    ) => Promise<Result<unknown, SetupRefused> | null>,
  ): Done<AgreementId> {
    const view = await this.agreements.viewOf(viewer, 'section', given);
    const actor = viewer.actor('edit', subjectOf(view));
    return this.about(viewer, view, await act(view.row.id, idOf<SectionId>(given, 'section'), actor));
  }

  /** What came of it, and the agreement it was done to. */
  private about<Refusal>(
    viewer: AppViewer,
    view: AgreementView,
    result: Result<unknown, Refusal> | null,
  ): Result<AgreementId, Refusal> {
    const done = afterwards(viewer, result, 'agreement');
    return done.ok ? { ok: true, value: view.row.id } : done;
  }
}

function termsOf(input: Omit<EditAgreementInput, 'agreement'>) {
  const { periodFrom, periodTo, deadline, writingUntil = null } = input;
  return { title: line(input.title, 'api.field.title'), periodFrom, periodTo, deadline, writingUntil };
}

function partyIds(given: readonly string[]): PartyId[] {
  return given.map((id) => brandId<PartyId>(id));
}

function sectionIn(view: AgreementView, given: string): SectionView {
  const id = idOf<SectionId>(given, 'section');
  const section = view.sections.find(({ row }) => row.id === id);
  if (!section) throw new NotFound('section');
  return section;
}
