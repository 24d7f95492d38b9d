import type { Manifest } from '@enig/agreement';
import type { HeardDocument, Round, SubmissionId } from '@enig/hearing';
import type { AgreementId, BodyId, PointId, ResponseId, RoundId, SectionId, Sha256, VersionHash } from '@enig/kernel';
import type { SubmissionJson } from '@enig/text';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { AgreementSchema } from './agreements';
import { roundViews, type RoundView } from './hearing-views';
import { HearingRoundSchema, ResponseSchema, SubmissionSchema, type HearingRoundRow } from './hearings';
import { HeardDocumentSchema } from './round-records';
import { contentsOf } from './screening/screening-view';
import { VersionSchema } from './versions';

/** A focus area of the version that is heard, in reading order. */
export interface HeardSection {
  readonly section: SectionId;
  readonly number: number | null;
  readonly title: string;
}

/** Reads hearing rounds. What a council has drafted is a text, and is not read here. */
export class HearingReads {
  constructor(private readonly source: DataSource) {}

  /** One round; null for no such round. */
  async round(id: RoundId): Promise<RoundView | null> {
    const [view] = await this.rounds({ id });
    return view ?? null;
  }

  /** One round with nothing of what came in but from these bodies; null for no such round. */
  async roundFor(id: RoundId, bodies: readonly BodyId[]): Promise<RoundView | null> {
    const { manager } = this.source;
    const rows = await manager.findBy(HearingRoundSchema, { id });
    const own = await manager.find(ResponseSchema, {
      where: { round: id, body: In([...bodies]) },
      select: { id: true },
    });
    const [view] = await roundViews(
      manager,
      rows,
      own.map((response) => response.id),
    );
    return view ?? null;
  }

  /** The rounds of these agreements, with nothing of what came in, first to last. */
  async bareRoundsOf(agreements: readonly AgreementId[]): Promise<RoundView[]> {
    const { manager } = this.source;
    const where = { agreement: In([...agreements]) };
    return roundViews(manager, await manager.find(HearingRoundSchema, { where, order: { number: 'ASC' } }), []);
  }

  /** What rounds are about, by their ids: as {@link whatIsHeard}, asked for all at once. */
  async titlesOf(rounds: readonly RoundId[]): Promise<ReadonlyMap<RoundId, string>> {
    const rows = await this.source.query<{ id: RoundId; title: string }[]>(
      `SELECT h.id, coalesce(convert_from(d.content, 'UTF8')::jsonb ->> 'title', a.title) AS title
       FROM hearing_round h JOIN agreement a ON a.id = h.agreement LEFT JOIN heard_document d ON d.sha256 = h.document
       WHERE h.id = ANY ($1)`,
      [rounds],
    );
    return new Map(rows.map(({ id, title }) => [id, title]));
  }

  /** The rounds of an agreement, first to last. */
  async roundsOf(agreement: AgreementId): Promise<RoundView[]> {
    return this.rounds({ agreement });
  }

  /** The round a response, a point or a submission belongs to; null for no such thing. */
  async roundOf(thing: InRound, id: ResponseId | PointId | SubmissionId): Promise<RoundId | null> {
    return roundOf(this.source.manager, thing, id);
  }

  /** What a submission says: its canonical bytes. @throws Error for no such submission. */
  async content(submission: SubmissionId): Promise<Uint8Array> {
    const row = await this.source.manager.findOneOrFail(SubmissionSchema, {
      where: { id: submission },
      select: { id: true, content: true },
    });
    return row.content;
  }

  /** What submissions say, by their ids: asked for all at once. */
  async contents(ids: readonly SubmissionId[]): Promise<ReadonlyMap<SubmissionId, SubmissionJson>> {
    return contentsOf(this.source.manager, ids);
  }

  /** The focus areas of a version. */
  async heardSections(version: VersionHash): Promise<HeardSection[]> {
    return heardSections(this.source.manager, version);
  }

  /** The focus areas that a round is about; none where it is about a document. */
  async sectionsOf(round: HeardRound): Promise<HeardSection[]> {
    return sectionsOf(this.source.manager, round);
  }

  /** A document that is heard. @throws Error for no such document. */
  async document(hash: Sha256): Promise<HeardDocument> {
    const { content } = await this.source.manager.findOneOrFail(HeardDocumentSchema, { where: { sha256: hash } });
    return readDocument(content);
  }

  /** What a round is about, by its name. */
  async whatIsHeard(round: RoundAbout): Promise<string> {
    return whatIsHeard(this.source.manager, round);
  }

  /** What an agreement must not be taken for, as "Demo"; null for what is as real as it looks. */
  async labelOf(agreement: AgreementId): Promise<string | null> {
    return (await this.source.manager.findOneByOrFail(AgreementSchema, { id: agreement })).label;
  }

  /** The documents of these rounds, by their hash. */
  async documents(hashes: readonly Sha256[]): Promise<ReadonlyMap<Sha256, HeardDocument>> {
    if (hashes.length === 0) return new Map();
    const rows = await this.source.manager.find(HeardDocumentSchema, { where: { sha256: In([...new Set(hashes)]) } });
    return new Map(rows.map(({ sha256, content }) => [sha256, readDocument(content)]));
  }

  /** The rounds on documents that a file belongs to. */
  async roundsWithFile(file: Sha256): Promise<RoundId[]> {
    const rows = await this.source.query<{ id: RoundId }[]>(
      `SELECT h.id FROM hearing_round h JOIN heard_document_file f ON f.document = h.document WHERE f.sha256 = $1`,
      [file],
    );
    return rows.map(({ id }) => id);
  }

  private async rounds(where: { id: RoundId } | { agreement: AgreementId }): Promise<RoundView[]> {
    const rows = await this.source.manager.find(HearingRoundSchema, { where, order: { number: 'ASC' } });
    return roundViews(this.source.manager, rows);
  }
}

/** What a round is about. */
type RoundAbout = Pick<HearingRoundRow, 'agreement' | 'document'>;

/** What a round is about, by its name: the document's title, or the agreement's. The one place that knows. */
export async function whatIsHeard(manager: EntityManager, { agreement, document }: RoundAbout): Promise<string> {
  if (document === null) return (await manager.findOneByOrFail(AgreementSchema, { id: agreement })).title;
  const { content } = await manager.findOneByOrFail(HeardDocumentSchema, { sha256: document });
  return readDocument(content).title;
}

/** What belongs to a round. */
type InRound = keyof typeof ROUNDS;

const ROUNDS = {
  response: 'SELECT round FROM response WHERE id = $1',
  point: `SELECT r.round FROM point p JOIN submission s ON s.id = p.submission JOIN response r ON r.id = s.response
          WHERE p.id = $1`,
  submission: 'SELECT r.round FROM submission s JOIN response r ON r.id = s.response WHERE s.id = $1',
} as const;

/** The same inside a transaction. What belongs to which round never changes, so it needs no lock. */
export async function roundOf(manager: EntityManager, thing: InRound, id: string): Promise<RoundId | null> {
  const [row] = await manager.query<{ round: RoundId }[]>(ROUNDS[thing], [id]);
  return row?.round ?? null;
}

/** The focus areas of a version as its manifest names them. */
export async function heardSections(manager: EntityManager, version: VersionHash): Promise<HeardSection[]> {
  const { manifest } = await manager.findOneOrFail(VersionSchema, { where: { hash: version } });
  const { parts } = JSON.parse(manifest.toString('utf8')) as Manifest;
  const texts = parts.flatMap((part) => part.texts).filter(({ kind }) => kind === 'focusArea');
  return texts.map(({ section, number, title }) => ({ section, number, title }));
}

/** What the sections of a round are read by. */
export type HeardRound = Pick<Round, 'version' | 'sections'>;

/** The focus areas that a round is about, as its version names them, in reading order. */
export async function sectionsOf(manager: EntityManager, { version, sections }: HeardRound): Promise<HeardSection[]> {
  if (version === null || sections.length === 0) return [];
  const heard = new Set(sections);
  return (await heardSections(manager, version)).filter(({ section }) => heard.has(section));
}

function readDocument(content: Buffer): HeardDocument {
  return JSON.parse(content.toString('utf8')) as HeardDocument;
}
