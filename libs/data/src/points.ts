import type { SeatKind } from '@enig/access';
import type {
  AnswerId,
  PointChangeId,
  PointChangeKind,
  PointPlace,
  PointSource,
  SubmissionId,
  TreatmentId,
  TreatmentOutcome,
} from '@enig/hearing';
import type { BodyId, Instant, PartyId, PersonId, PointId, RoundId, SectionId } from '@enig/kernel';
import { EntitySchema, type EntityManager, type EntitySchemaColumnOptions } from 'typeorm';
import { bigint, instant, integer, json, key, text, textOrNull, uuid, uuidOrNull } from './columns';

/** One thing a submission says that is owed an answer: as it was found, or as a change made it. da: punkt */
export interface PointRow {
  id: PointId;
  submission: SubmissionId;
  position: number;
  place: PointPlace;
  section: SectionId | null;
  excerpt: string;
  source: PointSource;
  /** The change that made it; null for one that was found in the response. */
  madeBy: PointChangeId | null;
  /** 1-based place among those its change made. */
  part: number | null;
}

/** A change of what the points are or where they hang; what they are now is computed. da: ændring af punkter */
export interface PointChangeRow {
  id: PointChangeId;
  /** In the order they were recorded. */
  number: number;
  round: RoundId;
  kind: PointChangeKind;
  points: readonly PointId[];
  section: SectionId | null;
  party: PartyId | null;
  undoes: PointChangeId | null;
  answer: AnswerId | null;
  at: Instant;
  person: PersonId;
  body: BodyId;
  capacity: SeatKind;
}

/** An answer to a point; a better one supersedes it. Those given at once share `given`. da: behandling */
export interface TreatmentRow {
  id: TreatmentId;
  point: PointId;
  outcome: TreatmentOutcome;
  answer: string;
  reason: string;
  given: AnswerId;
  linkSection: SectionId | null;
  linkSeq: number | null;
  at: Instant;
  person: PersonId;
  body: BodyId;
  capacity: SeatKind;
  supersedes: TreatmentId | null;
}

const act = { at: instant, person: uuid, body: text, capacity: text };
const numberOrNull: EntitySchemaColumnOptions = { ...bigint, nullable: true };

export const PointSchema = new EntitySchema<PointRow>({
  name: 'Point',
  tableName: 'point',
  columns: {
    id: key(uuid),
    submission: uuid,
    position: integer,
    place: text,
    section: uuidOrNull,
    excerpt: text,
    source: json,
    madeBy: { ...uuidOrNull, name: 'made_by' },
    part: { ...integer, nullable: true },
  },
});

export const PointChangeSchema = new EntitySchema<PointChangeRow>({
  name: 'PointChange',
  tableName: 'point_change',
  columns: {
    id: key(uuid),
    number: { ...bigint, generated: 'increment' },
    round: uuid,
    kind: text,
    points: { type: 'uuid', array: true },
    section: uuidOrNull,
    party: textOrNull,
    undoes: uuidOrNull,
    answer: uuidOrNull,
    ...act,
  },
});

export const TreatmentSchema = new EntitySchema<TreatmentRow>({
  name: 'Treatment',
  tableName: 'treatment',
  columns: {
    id: key(uuid),
    point: uuid,
    outcome: text,
    answer: text,
    reason: text,
    given: uuid,
    linkSection: { ...uuidOrNull, name: 'link_section' },
    linkSeq: { ...numberOrNull, name: 'link_seq' },
    ...act,
    supersedes: uuidOrNull,
  },
});

/** Adds points. In a statement of its own making: TypeORM cannot see through what an anchor may be. */
export async function addPointRows(manager: EntityManager, rows: readonly PointRow[]): Promise<void> {
  if (rows.length === 0) return;
  const given = rows.map(({ madeBy, ...row }) => ({ ...row, made_by: madeBy }));
  await manager.query(
    `INSERT INTO point (id, submission, position, place, section, excerpt, source, made_by, part)
     SELECT id, submission, position, place, section, excerpt, source, made_by, part
     FROM jsonb_to_recordset($1::jsonb) AS given (id uuid, submission uuid, position integer, place text, section uuid,
       excerpt text, source jsonb, made_by uuid, part integer)`,
    [JSON.stringify(given)],
  );
}
