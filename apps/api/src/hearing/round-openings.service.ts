import { canBeHeard, on, type RoundSubject } from '@enig/access';
import { checkNotAbandoned, eventsOf } from '@enig/agreement';
import {
  HearingStore,
  RoundGround,
  PlaceStore,
  type AgreementView,
  type BodyRow,
  type OpenedRound,
  type OpenRoundRefused,
  type WhatIsHeard,
} from '@enig/data';
import type { HeardDocument, HeardFile } from '@enig/hearing';
import { brandId, isSha256, type BodyId, type PartyId, type Result, type SectionId } from '@enig/kernel';
import { sortDanish, type NameOf } from '@enig/messages';
import { Injectable } from '@nestjs/common';
import { AgreementsService } from '../agreement/agreements.service';
import { subjectOf } from '../agreement/subjects';
import { afterwards } from '../core/afterwards';
import { BadInput, NotFound } from '../core/errors';
import { idOf } from '../core/ids';
import { line, sentences } from '../core/input';
import type { AppViewer } from '../core/viewer';
import { PlacesService } from '../people/places.service';
import { VersionsService } from '../versions/versions.service';
import type { FreezeForHearingInput } from './inputs';
import type { HeardDocumentInput, OpenRoundInput, SetHearingDaysInput } from './round-inputs';
import type { MayHearModel } from './round-models';

/** Most files of one document, and the longest of its texts in characters. */
const MOST_FILES = 20;
const LONGEST_TEXT = 20_000;
/** The most days a minimum can be. */
const LONGEST_MINIMUM = 365;

/** Opens hearing rounds: asks for the right, reads what was sent in, and leaves the rules to the store. */
@Injectable()
export class RoundOpenings {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly versions: VersionsService,
    private readonly places: PlaceStore,
    private readonly names: PlacesService,
    private readonly rounds: HearingStore,
    private readonly ground: RoundGround,
  ) {}

  /** Freezes the texts and sends the whole version out. @throws NotFound · NotAllowed · BadInput */
  async freeze(viewer: AppViewer, input: FreezeForHearingInput): Promise<Result<OpenedRound, OpenRoundRefused>> {
    const { agreement, councils, dueDate, shortReason = null } = input;
    return this.open(viewer, { agreement, invited: councils, dueDate, shortReason });
  }

  /** Opens a round, by whoever hears, on what they say. @throws NotFound · NotAllowed · BadInput */
  async open(viewer: AppViewer, input: OpenRoundInput): Promise<Result<OpenedRound, OpenRoundRefused>> {
    const view = await this.agreements.view(viewer, input.agreement);
    const owner = input.owner ? ownerIn(view, input.owner) : null;
    const actor = viewer.actor('open', roundOf(view, owner));
    const heard = await this.heardIn(viewer, view, input);
    if (heard.kind === 'freeze') {
      if (owner !== null) throw new BadInput(viewer.say('round.nothingToHear'));
      viewer.must('freeze', subjectOf(view));
    }
    const invited = await this.invitedIn(viewer, view, input.invited);
    const shortReason = sentences(input.shortReason ?? '', 'api.field.reason');
    const { dueDate } = input;
    const opened = await this.rounds.open(view.row.id, { owner, heard, invited, dueDate, shortReason }, actor);
    return afterwards(viewer, opened, 'agreement');
  }

  /** Those for whom the viewer may open a round, the secretariat first, with those they may ask. */
  async mayHear(viewer: AppViewer, view: AgreementView): Promise<MayHearModel[]> {
    if (!checkNotAbandoned(view.state).ok) return [];
    const owners = [null, ...view.parties.map(({ party }) => party)].filter((owner) =>
      viewer.can('open', roundOf(view, owner)),
    );
    if (owners.length === 0) return [];
    const minimumDays = await this.ground.minimumDays(view.row.region);
    const askable = sortDanish(await this.askableIn(view), ({ name }) => name);
    const bodies = await this.names.bodies(
      viewer,
      askable.map(({ id }) => id),
    );
    const parties = await this.names.parties(
      viewer,
      owners.filter((owner) => owner !== null),
    );
    return owners.map((owner) => ({
      owner: parties.find(({ id }) => id === owner) ?? null,
      minimumDays,
      bodies: askable
        .filter(({ party }) => owner === null || party === owner)
        .flatMap(({ id }) => bodies.get(id) ?? []),
      mayFreeze:
        owner === null && eventsOf(view.state).includes('freezeForHearing') && viewer.can('freeze', subjectOf(view)),
      maySetDays: owner === null && viewer.can('setHearingDays', on.region({ region: view.row.region })),
      mayHearVersion: owner !== null || eventsOf(view.state).includes('hearVersion'),
    }));
  }

  /** Sets the days a round in a region has at least without a reason. @throws NotAllowed · BadInput */
  async setDays(viewer: AppViewer, { region, days }: SetHearingDaysInput): Promise<number> {
    const actor = viewer.actor('setHearingDays', on.region({ region }));
    if (days < 1 || days > LONGEST_MINIMUM) throw new BadInput(viewer.say('round.notDays', { most: LONGEST_MINIMUM }));
    await this.ground.setMinimumDays(region, days, actor);
    return days;
  }

  /** What ids in a refusal of opening are called: sections as they are called now, and the bodies that were chosen. */
  async namesIn(
    viewer: AppViewer,
    { agreement, invited }: Pick<OpenRoundInput, 'agreement' | 'invited'>,
  ): Promise<NameOf> {
    const { sections } = await this.agreements.view(viewer, agreement);
    const ids = invited.map((id) => brandId<BodyId>(id));
    const bodies = await this.names.bodies(viewer, ids);
    const names = new Map<string, string>([
      ...sections.map(({ row, text }) => [row.id, text.title] as const),
      ...[...bodies].map(([id, { name }]) => [id, name] as const),
    ]);
    return (id) => names.get(id) ?? null;
  }

  private async heardIn(viewer: AppViewer, view: AgreementView, input: OpenRoundInput): Promise<WhatIsHeard> {
    const sections = input.sections ? input.sections.map((id) => idOf<SectionId>(id, 'section')) : null;
    if (input.document) {
      if (input.version || sections) throw new BadInput(viewer.say('round.oneThing'));
      return { kind: 'document', document: await this.documentOf(viewer, input.document) };
    }
    if (!input.version) return { kind: 'freeze', sections };
    const { row } = await this.versions.version(viewer, input.version);
    if (row.agreement !== view.row.id) throw new NotFound('version');
    return { kind: 'version', version: row.hash, sections };
  }

  private async documentOf(viewer: AppViewer, input: HeardDocumentInput): Promise<HeardDocument> {
    if (input.files.length > MOST_FILES) throw new BadInput(viewer.say('round.tooManyFiles', { most: MOST_FILES }));
    const files = await Promise.all(input.files.map((file) => this.fileOf(viewer, file)));
    return {
      // Whether there must be one is said by a rule.
      title: input.title.trim() === '' ? '' : line(input.title, 'api.field.title'),
      text: sentences(input.text, 'api.field.heardText', LONGEST_TEXT),
      easyRead: sentences(input.easyRead, 'api.field.easyRead', LONGEST_TEXT),
      files,
    };
  }

  /** Only what the viewer has sent in: who knows the hash of a file has not thereby read it. */
  private async fileOf(viewer: AppViewer, { name, sha256 }: { name: string; sha256: string }): Promise<HeardFile> {
    const size = isSha256(sha256) ? await this.ground.offered(sha256, viewer.person.id) : null;
    if (size === null || !isSha256(sha256)) throw new NotFound('file');
    return { name: line(name, 'api.field.fileName', 200), sha256, size };
  }

  /** @throws BadInput for what cannot be heard, or is neither a party's of the agreement nor the region's. */
  private async invitedIn(viewer: AppViewer, view: AgreementView, given: readonly string[]): Promise<BodyId[]> {
    const ids = given.map((id) => brandId<BodyId>(id));
    const rows = await this.places.bodies(ids);
    const may = ids.every((id) => isAskable(view, rows.get(id)));
    if (!may) throw new BadInput(viewer.say('round.unknownCouncil'));
    return ids;
  }

  private async askableIn(view: AgreementView): Promise<BodyRow[]> {
    const parties = view.parties.map(({ party }) => party);
    const rows = await this.places.bodiesOf(view.row.region, parties);
    return rows.filter((row) => isAskable(view, row));
  }
}

/** A round of the agreement as a right is about it, before there is one. */
function roundOf(view: AgreementView, owner: PartyId | null): RoundSubject {
  const { region, parties } = subjectOf(view);
  return on.round({ region, parties, owner });
}

/** @throws NotFound for what is no party of the agreement. */
function ownerIn(view: AgreementView, given: string): PartyId {
  const found = view.parties.find(({ party }) => party === given);
  if (!found) throw new NotFound('party');
  return found.party;
}

function isAskable(view: AgreementView, row: BodyRow | undefined): boolean {
  if (!row || !canBeHeard(row.kind)) return false;
  return row.party === null ? row.region === view.row.region : view.parties.some(({ party }) => party === row.party);
}
