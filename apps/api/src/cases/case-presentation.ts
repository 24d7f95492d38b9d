import { FileStore, VersionReads, type CaseView } from '@enig/data';
import { computedFields } from '@enig/documents';
import { Injectable } from '@nestjs/common';
import type { TextEntryModel } from '../agreement/section-models';
import { closedBecause } from '../agreement/sections.service';
import { partiesIn } from '../agreement/agreements.service';
import { Installation } from '../core/installation';
import type { AppViewer } from '../core/viewer';
import { PlacesService } from '../people/places.service';
import { FileWarnings } from '../screening/file-warnings';
import { caseData, casePath } from './case-papers';
import { CasesService, type CasePlace, type CaseStanding } from './cases.service';
import { decidedAlready, saidAlready } from '../approval/decided-already';
import type { CaseAnnexModel, CaseFieldModel, CaseLineModel, EarlierCaseModel, PartyCaseModel } from './models';
import { caseTextSubject } from './subjects';

/** Cases as they are shown. */
@Injectable()
export class CasePresentation {
  constructor(
    private readonly cases: CasesService,
    private readonly files: FileStore,
    private readonly places: PlacesService,
    private readonly installation: Installation,
    private readonly warnings: FileWarnings,
    private readonly versions: VersionReads,
  ) {}

  async case(viewer: AppViewer, place: CasePlace): Promise<PartyCaseModel> {
    const { view, ground, party, found, state, isOwn } = place;
    const sending = found?.sending ?? null;
    const nameOf = await this.places.namesOf(viewer, sending ? [sending.person] : []);
    const isPut = view.state === 'deciding';
    const decision = isOwn && isPut && state !== 'sentOn' ? decidedAlready(ground.approval, party) : null;
    const own = partiesIn(view).find(({ id }) => id === party);
    if (!own) throw new Error(`${party} is no party`);
    return {
      ...{ id: found?.row.id ?? null, agreement: view.row.id, agreementTitle: view.row.title, party: own },
      ...{ shortName: this.nameOf(place), version: ground.version.row.number, state, isOwn },
      content: await this.cases.content(found),
      text: found && (await this.entry(viewer, place, found)),
      fields: await this.fields(place),
      annexes: found ? await this.annexes(viewer, place, found) : [],
      earlier: await this.earlier(viewer, place),
      ...{ sentAt: sending?.at ?? null, sentBy: sending && nameOf(sending.person) },
      mayMake: isOwn && isPut && state === 'notMade',
      maySend: isOwn && isPut && state === 'draft',
      decidedAlready: decision && saidAlready(viewer, ground.approval, decision),
    };
  }

  line(standing: CaseStanding): CaseLineModel {
    const { view, party, state, found } = standing;
    const own = partiesIn(view).find(({ id }) => id === party);
    if (!own) throw new Error(`${party} is no party`);
    return { party: own, state, sentAt: found?.sending?.at ?? null, path: casePath(view.row.id, party) };
  }

  /** The text it is written in; null for everybody but its case officers (AC-14). */
  async entry(
    viewer: AppViewer,
    { view, party }: Pick<CasePlace, 'view' | 'party'>,
    found: CaseView,
  ): Promise<TextEntryModel | null> {
    const subject = caseTextSubject(view, found);
    if (!viewer.can('read', subject)) return null;
    const content = await this.cases.content({ ...found, sending: null });
    if (!content) return null;
    const { id, kind, phase, seq } = found.text;
    const name = view.parties.find((each) => each.party === party)?.name ?? '';
    const title = viewer.say('page.case.title', { party: name });
    const mayEdit = viewer.can('write', subject);
    return { id, kind, title, mayEdit, phase, closedBecause: closedBecause(viewer, found.text), content, seq };
  }

  private async earlier(viewer: AppViewer, place: CasePlace): Promise<EarlierCaseModel | null> {
    const found = await this.cases.earlier(place);
    const content = await this.cases.content(found);
    const version = found && (await this.versions.version(found.row.version));
    if (!content || !version) return null;
    return { version: version.row.number, content, annexes: await this.annexes(viewer, place, found) };
  }

  private async fields(place: CasePlace): Promise<readonly CaseFieldModel[]> {
    const { found, ground, party, isOwn, view } = place;
    const content = await this.cases.content(found);
    if (!found || !content) return [];
    const { publicUrl } = this.installation;
    const state = found.sending ? ('sentOn' as const) : ('draft' as const);
    return computedFields(
      caseData({
        ...{ party, name: this.nameOf(place), version: ground.version, content, state, publicUrl },
        ...{ own: found.annexes, withClosed: isOwn, label: view.row.label },
      }),
    );
  }

  /** Closed ones only for the party's own people (CA-5). */
  private async annexes(
    viewer: AppViewer,
    { isOwn }: CasePlace,
    { annexes }: CaseView,
  ): Promise<readonly CaseAnnexModel[]> {
    const shown = annexes.filter(({ isOpen }) => isOpen || isOwn);
    const sizes = await this.files.sizes(shown.map(({ sha256 }) => sha256));
    return Promise.all(
      shown.map(async ({ id, name, isOpen, sha256 }) => {
        const screening = isOwn ? await this.warnings.of(viewer, { sha256, name }) : [];
        return { id, name, isOpen, size: sizes.get(sha256) ?? 0, url: `/cases/annexes/${id}`, screening };
      }),
    );
  }

  private nameOf({ ground, party }: CasePlace): string {
    return ground.approval.shortNames.get(party) ?? party;
  }
}
