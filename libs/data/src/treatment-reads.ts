import { FINDER_VERSION, type ChangeLink } from '@enig/hearing';
import { instantOf, type Instant, type Json, type RoundId, type SectionId } from '@enig/kernel';
import { resolveReferences, type TextJson } from '@enig/text';
import type { DataSource } from 'typeorm';
import type { AgreementView, SectionView } from './agreement-reads';
import { namesIn } from './draft';
import type { RoundView } from './hearing-views';
import { titleOf, type TextContents } from './text-content';
import type { TextHistory } from './text-history';
import { VersionReads } from './version-reads';

/** What a section of the agreement says, at some moment. */
export interface SectionText {
  readonly title: string;
  readonly number: number | null;
  readonly content: TextJson;
}

/** What follows the text that was heard. */
export interface TextsAfter {
  /** The number of the version that follows; null: the draft as it stands. */
  readonly version: number | null;
  readonly texts: ReadonlyMap<SectionId, SectionText>;
}

/** The text that was heard and what followed it, section by section in reading order. */
export interface HeardAndAfter {
  readonly before: ReadonlyMap<SectionId, SectionText>;
  /** Null where nothing follows that may be shown. */
  readonly after: TextsAfter | null;
}

/** Reads what a memo and a council's page tell of the text beside the points. */
export class TreatmentReads {
  private readonly versions: VersionReads;

  constructor(
    private readonly source: DataSource,
    private readonly contents: TextContents,
    private readonly history: TextHistory,
  ) {
    this.versions = new VersionReads(source);
  }

  /**
   * What was heard and what followed: the first version frozen after the round was closed, else the draft as it stands.
   * A document that is heard is followed by nothing here.
   *
   * @param withDraft whether the draft may be shown.
   */
  async heardAndAfter(round: RoundView, agreement: AgreementView, withDraft: boolean): Promise<HeardAndAfter> {
    const { version } = round.round;
    if (version === null) return { before: new Map(), after: null };
    const before = await this.frozen(version);
    const next = await this.versionAfter(round);
    if (next) return { before, after: { version: next.row.number, texts: await this.frozen(next.row.hash) } };
    return { before, after: withDraft ? { version: null, texts: await this.draft(agreement) } : null };
  }

  /**
   * What papers on a round say, as a few facts that change when what they say does: cheaper to ask than to make them.
   *
   * @param withDraft whether the draft may be shown.
   */
  async stamp(round: RoundView, agreement: AgreementView, withDraft: boolean): Promise<Json> {
    const sent = round.responses.flatMap(({ standing }) => standing?.row.id ?? []);
    const [shown] = await this.source.query<Record<string, number>[]>(SHOWN, [sent, FINDER_VERSION]);
    const version = round.round.version === null ? null : await this.versionAfter(round);
    const isDraft = round.round.version !== null && version === null && withDraft;
    return {
      ...{ sent, shown: { ...shown }, state: round.round.state, due: round.round.dueDate },
      ...{ title: agreement.row.title, version: version?.row.hash ?? null },
      draft: isDraft ? standing(agreement).map(({ row, text }) => [row.id, row.position, text.seq]) : null,
      changes: round.pointChanges.length,
      answers: round.points.map(({ row, treatment }) => [row.id, treatment?.id ?? null]),
    };
  }

  /** What a section said when its text had come so far; null where that is not known. */
  async at({ section, seq }: ChangeLink, agreement: AgreementView): Promise<SectionText | null> {
    const found = agreement.sections.find(({ row }) => row.id === section);
    if (!found || seq === null) return null;
    const said = await this.history.replay(found.text.id, seq);
    if (!said) return null;
    const content = resolveReferences(said, namesIn(agreement, await this.said(agreement)));
    return { title: titleOf(content), number: null, content };
  }

  /** When the round was closed; null while it is not. */
  async closedAt(round: RoundId): Promise<Instant | null> {
    const [row] = await this.source.query<{ at: Date }[]>(
      `SELECT at FROM round_event WHERE round = $1 AND event = 'close' ORDER BY id LIMIT 1`,
      [round],
    );
    return row ? instantOf(row.at) : null;
  }

  private async versionAfter({ row }: RoundView) {
    const closedAt = await this.closedAt(row.id);
    if (closedAt === null) return null;
    const all = await this.versions.ofAgreement(row.agreement);
    return all.find((version) => version.row.createdAt > closedAt) ?? null;
  }

  private async frozen(version: Parameters<VersionReads['texts']>[0]): Promise<ReadonlyMap<SectionId, SectionText>> {
    const view = await this.versions.version(version);
    const texts = new Map((await this.versions.texts(version)).map(({ section, content }) => [section, content]));
    const listed = view?.manifest.parts.flatMap((part) => part.texts) ?? [];
    return new Map(
      listed.flatMap(({ section, title, number }) => {
        const content = texts.get(section);
        return content ? [[section, { title, number, content }]] : [];
      }),
    );
  }

  private async draft(agreement: AgreementView): Promise<ReadonlyMap<SectionId, SectionText>> {
    const contents = await this.said(agreement);
    const names = namesIn(agreement, contents);
    return new Map(
      standing(agreement).flatMap(({ row, text }) => {
        const content = contents.get(text.id);
        if (!content) return []; // what cannot be read cannot be compared
        return [[row.id, { title: titleOf(content), number: null, content: resolveReferences(content, names) }]];
      }),
    );
  }

  private said(agreement: AgreementView): Promise<Map<SectionView['text']['id'], TextJson>> {
    return this.contents.of(standing(agreement).map(({ text }) => text));
  }
}

/** How much has been decided about showing what was sent; of each only more can come. */
const SHOWN = `
  SELECT (SELECT count(*)::int FROM redaction WHERE submission = ANY ($1)) AS redactions,
    (SELECT count(*)::int FROM redaction_lift l JOIN redaction r ON r.id = l.redaction WHERE r.submission = ANY ($1)) AS lifts,
    (SELECT count(*)::int FROM finding_release WHERE submission = ANY ($1)) AS releases,
    (SELECT count(*)::int FROM file_withholding WHERE submission = ANY ($1)) AS withholdings,
    (SELECT count(*)::int FROM submission_file s JOIN response_file f ON f.id = s.file
      JOIN file_inspection i ON i.sha256 = f.sha256 AND i.finder = $2 WHERE s.submission = ANY ($1)) AS inspections`;

function standing({ sections }: AgreementView): readonly SectionView[] {
  return sections.filter(({ row }) => row.removedAt === null);
}
