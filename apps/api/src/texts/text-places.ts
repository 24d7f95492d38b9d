import { on, type TextSubject } from '@enig/access';
import { CaseReads, HearingReads, type AgreementView, type RoundView, type TextRow } from '@enig/data';
import type { TextId } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { SectionsService } from '../agreement/sections.service';
import type { AppViewer } from '../core/viewer';
import { PlacesService } from '../people/places.service';

/** A text and what it is a part of. */
export interface TextPlace {
  readonly row: TextRow;
  readonly view: AgreementView;
  readonly title: string;
  /** The page it is written on. */
  readonly link: string;
  /** The text as rights are about it while it is written: whoever writes it is told what becomes of it. */
  readonly whileWritten: TextSubject;
  readonly isRemoved: boolean;
}

/** Where texts stand in their agreements: in a section, in a council's response, or in a party's case. */
@Injectable()
export class TextPlaces {
  constructor(
    private readonly sections: SectionsService,
    private readonly hearings: HearingReads,
    private readonly places: PlacesService,
    private readonly cases: CaseReads,
  ) {}

  /** A text in an agreement, whoever asks; null where it is in none of these. */
  async of(viewer: AppViewer, view: AgreementView, text: TextId): Promise<TextPlace | null> {
    return (
      (await this.sectionText(viewer, view, text)) ??
      (await this.responseText(viewer, view, text)) ??
      (await this.caseText(viewer, view, text))
    );
  }

  private async sectionText(viewer: AppViewer, view: AgreementView, text: TextId): Promise<TextPlace | null> {
    const section = view.sections.find(({ row }) => row.text === text || row.easyRead === text);
    const row = section?.easyRead?.id === text ? section.easyRead : section?.text;
    if (!section || !row) return null;
    const titles = await this.sections.titles(viewer, view);
    const name = titles.get(section.row.id) || viewer.say('page.agreement.untitled');
    const title = row.id === section.row.text ? name : `${name}, ${viewer.say('page.section.easyRead').toLowerCase()}`;
    const { kind: sectionKind, removedAt } = section.row;
    const { coordinators } = section;
    return {
      ...{ row, view, title, isRemoved: removedAt !== null },
      link: `/aftaler/${view.row.id}/afsnit/${section.row.id}`,
      whileWritten: subject(view, row, { sectionKind, coordinators }),
    };
  }

  private async responseText(viewer: AppViewer, view: AgreementView, text: TextId): Promise<TextPlace | null> {
    const { id } = view.row;
    const rounds: RoundView[] = await viewer.remember(`rounds of ${id}`, () => this.hearings.roundsOf(id));
    for (const round of rounds) {
      const response = round.responses.find((each) => each.row.text === text);
      if (!response) continue;
      const { row } = response;
      const council = (await this.places.bodies(viewer, [row.body])).get(row.body)?.name ?? '';
      return {
        ...{ row: response.text, view, isRemoved: false },
        title: viewer.say('round.responseTitle', { council }),
        link: `/aftaler/${id}/hoering/${round.row.id}/svar/${row.id}`,
        whileWritten: subject(view, response.text, { sectionKind: null, coordinators: [] }),
      };
    }
    return null;
  }

  private async caseText(viewer: AppViewer, view: AgreementView, text: TextId): Promise<TextPlace | null> {
    const row = await this.cases.ofText(text);
    const found = row && row.agreement === view.row.id ? await this.cases.case(row.id) : null;
    if (!found) return null;
    const { party } = found.row;
    const name = view.parties.find((each) => each.party === party)?.name ?? '';
    return {
      ...{ row: found.text, view, isRemoved: false },
      title: viewer.say('page.case.title', { party: name }),
      link: `/aftaler/${view.row.id}/sag/${party}`,
      whileWritten: subject(view, found.text, { sectionKind: null, coordinators: [] }),
    };
  }
}

function subject(
  view: AgreementView,
  { kind, body }: TextRow,
  section: Pick<TextSubject, 'sectionKind' | 'coordinators'>,
): TextSubject {
  const parties = view.parties.map(({ party }) => party);
  return on.text({ kind, region: view.row.region, parties, ...section, body, writing: true, submitted: false });
}
