import {
  isWritingOpen,
  missingContents,
  numberSections,
  readinessOf,
  sectionWarnings,
  type Draft,
  type DraftSection,
  type FreezeWarning,
  type ManifestText,
  type StatutoryContent,
} from '@enig/agreement';
import {
  blankOf,
  draftOf,
  titleOf,
  VersionReads,
  type AgreementView,
  type FrozenContent,
  type PartRow,
  type SectionView,
  type TextRow,
  type VersionView,
} from '@enig/data';
import { type SectionId } from '@enig/kernel';
import { isMessageCode, wordRefusal, type NameOf } from '@enig/messages';
import type { TextJson } from '@enig/text';
import { Injectable } from '@nestjs/common';
import { NotFound } from '../core/errors';
import { idOf } from '../core/ids';
import { LOCALE, type AppViewer } from '../core/viewer';
import { AgreementsService, partiesIn } from './agreements.service';
import type { FreezeWarningModel, SectionModel, TextEntryModel } from './section-models';
import { subjectOf, textSubject } from './subjects';

/** Sections as the viewer may see them: as they are now for those who read drafts, else as they were frozen last. */
@Injectable()
export class SectionsService {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly versions: VersionReads,
  ) {}

  /** The sections of a part, in order. */
  async ofPart(viewer: AppViewer, view: AgreementView, part: PartRow['id']): Promise<SectionModel[]> {
    return (await this.all(viewer, view)).filter(({ section: { row } }) => row.part === part && row.removedAt === null);
  }

  /** The removed sections of a part; none for those who read no drafts. */
  async removedFrom(viewer: AppViewer, view: AgreementView, part: PartRow['id']): Promise<SectionModel[]> {
    return (await this.all(viewer, view)).filter(({ section: { row } }) => row.part === part && row.removedAt !== null);
  }

  /** One section. @throws NotFound also for one the viewer may not see yet. */
  async section(viewer: AppViewer, given: string): Promise<SectionModel> {
    const view = await this.agreements.viewOf(viewer, 'section', given);
    const id = idOf<SectionId>(given, 'section');
    const section = (await this.all(viewer, view)).find((each) => each.id === id);
    if (!section) throw new NotFound('section');
    return section;
  }

  /** Which of the seven statutory contents a part lacks; for those who read drafts. */
  async missingContents(viewer: AppViewer, view: AgreementView, part: PartRow): Promise<readonly StatutoryContent[]> {
    // An addendum has only what it changes: the seven contents are those of its agreement.
    if (view.row.act === 'addendum' || !viewer.can('readDraft', subjectOf(view))) return [];
    const draft = draftOf(view, await this.agreements.contents(viewer, view));
    return draft.parts.filter(({ kind }) => kind === part.kind).flatMap(missingContents);
  }

  /** Every text of the agreement's own that the viewer may open. */
  async texts(viewer: AppViewer, view: AgreementView): Promise<TextEntryModel[]> {
    if (!viewer.can('readDraft', subjectOf(view))) return [];
    const sections = await this.all(viewer, view);
    const standing = sections.filter(({ section }) => section.row.removedAt === null);
    return standing.flatMap(({ text, easyRead }) => (easyRead ? [text, easyRead] : [text]));
  }

  /** What the sections the viewer may see are called, by id. */
  async titles(viewer: AppViewer, view: AgreementView): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.all(viewer, view)).map(({ id, title }) => [id, title]));
  }

  /** Every section the viewer may see, removed ones too, in order. */
  private all(viewer: AppViewer, view: AgreementView): Promise<SectionModel[]> {
    return viewer.remember(`sections ${view.row.id}`, () => {
      return viewer.can('readDraft', subjectOf(view)) ? this.drafts(viewer, view) : this.frozen(viewer, view);
    });
  }

  private async drafts(viewer: AppViewer, view: AgreementView): Promise<SectionModel[]> {
    const contents = await this.agreements.contents(viewer, view);
    const draft = draftOf(view, contents);
    const drafts = new Map(draft.parts.flatMap(({ sections }) => sections).map((section) => [section.id, section]));
    const numbers = new Map(draft.parts.flatMap(({ sections }) => [...numberSections(sections)]));
    const nameOf = await this.agreements.namesIn(viewer, view);
    return view.sections.map((section) => {
      const { row } = section;
      const title = titleOf(contents.get(section.text.id) ?? blankOf(section.text));
      const unreadable = { code: 'AG-25-TEXT-UNREADABLE', title } as const;
      const draftEntry = (text: TextRow) => {
        const content = contents.get(text.id);
        return content
          ? entry(viewer, view, section, { row: text, content }, title)
          : unreadableEntry(text, title, wordRefusal(viewer.locale, unreadable));
      };
      return {
        ...frameOf(view, section, title, numbers.get(row.id) ?? null),
        text: draftEntry(section.text),
        easyRead: section.easyRead && draftEntry(section.easyRead),
        ...stateOf(view, draft, drafts.get(row.id), nameOf),
      };
    });
  }

  private async frozen(viewer: AppViewer, view: AgreementView): Promise<SectionModel[]> {
    const version = (await this.versionsOf(viewer, view)).at(-1);
    if (!version) return [];
    const hash = version.row.hash;
    const texts = await viewer.remember(`texts ${hash}`, () => this.versions.texts(hash));
    const companions = await viewer.remember(`companions ${hash}`, () => this.versions.companions(hash));
    return version.manifest.parts
      .flatMap((part) => part.texts)
      .flatMap((text) => {
        const section = view.sections.find(({ row }) => row.id === text.section);
        return section ? [frozenSection(viewer, view, section, text, texts, companions)] : [];
      });
  }

  /** The versions of an agreement, oldest first. */
  versionsOf(viewer: AppViewer, view: Pick<AgreementView, 'row'>): Promise<VersionView[]> {
    return viewer.remember(`versions ${view.row.id}`, () => this.versions.ofAgreement(view.row.id));
  }
}

function frozenSection(
  viewer: AppViewer,
  view: AgreementView,
  section: SectionView,
  { number, title, seq }: ManifestText,
  texts: readonly FrozenContent[],
  companions: readonly FrozenContent[],
): SectionModel {
  const of = (contents: readonly FrozenContent[]) => contents.find((each) => each.section === section.row.id)?.content;
  const content = of(texts);
  const easyRead = of(companions);
  if (!content) throw new Error(`Section ${section.row.id} is in the manifest and its text is not`);
  const text = { ...entry(viewer, view, section, { row: section.text, content }, title), seq };
  const companion =
    easyRead && section.easyRead && entry(viewer, view, section, { row: section.easyRead, content: easyRead }, title);
  return {
    ...frameOf(view, section, title, number),
    text,
    easyRead: companion ?? null,
    ...NOTHING_ASKED,
  };
}

type Frame = Omit<SectionModel, 'text' | 'easyRead' | 'readiness' | 'warnings'>;

function frameOf(view: AgreementView, section: SectionView, title: string, number: number | null): Frame {
  const { id, kind, strand, covers } = section.row;
  const byId = new Map(partiesIn(view).map((party) => [party.id, party]));
  return {
    ...{ view, section, id, kind, number, title, strand, covers, part: section.part.kind },
    coordinators: section.coordinators.flatMap((party) => byId.get(party) ?? []),
    lineage: section.lineage.map(({ relation, fromName, fromSection, basis }) => {
      return { relation, fromName, fromSection, basis };
    }),
    changedAt: section.text.changedAt,
  };
}

interface ReadText {
  readonly row: TextRow;
  readonly content: TextJson;
}

function entry(
  viewer: AppViewer,
  view: AgreementView,
  section: SectionView,
  { row, content }: ReadText,
  title: string,
): TextEntryModel {
  const { id, kind, phase, seq } = row;
  const mayEdit = viewer.can('write', textSubject(view, section, row));
  return { id, kind, title, mayEdit, phase, closedBecause: closedBecause(viewer, row), content, seq };
}

/** A text that cannot be read, as it is shown: its title, nothing under it, and why. Nobody writes on in it. */
export function unreadableEntry(row: TextRow, title: string, because: string): TextEntryModel {
  const { id, kind, phase, seq } = row;
  const content = blankOf(row);
  return { id, kind, title, mayEdit: false, phase, closedBecause: because, content, seq };
}

/** Why a text is closed, as a sentence; null while it is open. */
export function closedBecause(
  viewer: AppViewer,
  { closedBecause: because }: Pick<TextRow, 'closedBecause'>,
): string | null {
  if (because === null) return null;
  const code = `closed.${because}`;
  return viewer.say('readOnly.because', { reason: viewer.say(isClosedCode(code) ? code : 'closed.other') });
}

type ClosedCode =
  | 'closed.deciding'
  | 'closed.concluded'
  | 'closed.abandoned'
  | 'closed.removed'
  | 'closed.submitted'
  | 'closed.correctionNotSent'
  | 'closed.roundClosed';

function isClosedCode(code: string): code is ClosedCode {
  return code.startsWith('closed.') && isMessageCode(code);
}

/** Of a text that nobody writes in here it is not said how far it is. */
const NOTHING_ASKED = { readiness: null, warnings: [] } as const;

/** How far a section is, and what it lacks: once the text is put to the parties, nothing is asked of who wrote it. */
function stateOf(view: AgreementView, draft: Draft, section: DraftSection | undefined, nameOf: NameOf) {
  if (!section) return { readiness: 'inProgress' as const, warnings: [] };
  if (!isWritingOpen(view.state)) return NOTHING_ASKED;
  const warnings = sectionWarnings(section, draft.parties).map((warning) => warningOf(warning, nameOf));
  return { readiness: readinessOf(section, draft.parties), warnings };
}

/** A warning as it is shown. */
export function warningOf(warning: FreezeWarning, nameOf: NameOf): FreezeWarningModel {
  const { code, section, item } = warning;
  return { code, message: wordRefusal(LOCALE, warning, nameOf), section, item };
}
