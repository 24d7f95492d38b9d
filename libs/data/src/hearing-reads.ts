import type { Manifest } from '@enig/agreement';
import type { SubmissionId } from '@enig/hearing';
import type { AgreementId, PointId, ResponseId, RoundId, SectionId, VersionHash } from '@enig/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { roundViews, type RoundView } from './hearing-views';
import { HearingRoundSchema, SubmissionSchema } from './hearings';
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

  /** The focus areas of a version. */
  async heardSections(version: VersionHash): Promise<HeardSection[]> {
    return heardSections(this.source.manager, version);
  }

  private async rounds(where: { id: RoundId } | { agreement: AgreementId }): Promise<RoundView[]> {
    const rows = await this.source.manager.find(HearingRoundSchema, { where, order: { number: 'ASC' } });
    return roundViews(this.source.manager, rows);
  }
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
