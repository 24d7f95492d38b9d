import type { SeatKind } from '@enig/access';
import type { FindingKey, SubmissionId } from '@enig/hearing';
import type { BodyId, Instant, PersonId, RoundId, Sha256 } from '@enig/kernel';
import { EntitySchema } from 'typeorm';
import { filled, flag, instant, integer, json, key, serial, text, textOrNull, uuid } from '../columns';

/** Who did it, for which body, in which capacity, and when. */
interface Done {
  at: Instant;
  person: PersonId;
  body: BodyId;
  capacity: SeatKind;
}

/** So many personal numbers stand in this place of a file. Closed words of the file reader; never a number. */
export interface NumbersFound {
  readonly place: string;
  readonly number: number | null;
  readonly count: number;
}

/** A part of a file nobody could read; or that the file says who wrote it, which nobody sees who reads it. */
export interface UnreadFound {
  readonly why: string;
  readonly number: number | null;
}

/** What a finder of this version saw in a file. `refused`: it is none that is taken, and cannot be published. */
export interface FileInspectionRow {
  sha256: Sha256;
  finder: number;
  kind: 'pdf' | 'word' | 'refused';
  numbers: readonly NumbersFound[];
  unread: readonly UnreadFound[];
  at: Instant;
}

/** One person's word that a finding may be published. da: frigivelse */
export interface FindingReleaseRow extends Done {
  id: number;
  submission: SubmissionId;
  finding: FindingKey;
  reason: string;
}

/** A stretch of a typed answer that is left out of what is published. */
export interface RedactionRow extends Done {
  id: string;
  submission: SubmissionId;
  slot: string;
  start: number;
  end: number;
  reason: string;
}

/** A redaction was taken back. */
export interface RedactionLiftRow extends Done {
  redaction: string;
}

/** A file is not published, or is again; `replacement` is the redacted copy that is published for it. */
export interface FileWithholdingRow extends Done {
  id: number;
  submission: SubmissionId;
  sha256: Sha256;
  isWithheld: boolean;
  reason: string;
  replacement: Sha256 | null;
  replacementName: string | null;
}

/** A round's responses were published, or taken back. */
export interface PublicationEventRow extends Done {
  id: number;
  round: RoundId;
  event: 'publish' | 'unpublish';
  reason: string | null;
}

const done = { at: instant, person: uuid, body: text, capacity: text };

export const FileInspectionSchema = new EntitySchema<FileInspectionRow>({
  name: 'FileInspection',
  tableName: 'file_inspection',
  columns: { sha256: key(text), finder: key(integer), kind: text, numbers: json, unread: json, at: filled(instant) },
});

export const FindingReleaseSchema = new EntitySchema<FindingReleaseRow>({
  name: 'FindingRelease',
  tableName: 'finding_release',
  columns: { id: serial, submission: uuid, finding: text, reason: text, ...done },
});

export const RedactionSchema = new EntitySchema<RedactionRow>({
  name: 'Redaction',
  tableName: 'redaction',
  columns: {
    ...{ id: key(uuid), submission: uuid, slot: text },
    start: { ...integer, name: 'range_start' },
    end: { ...integer, name: 'range_end' },
    ...{ reason: text, ...done },
  },
});

export const RedactionLiftSchema = new EntitySchema<RedactionLiftRow>({
  name: 'RedactionLift',
  tableName: 'redaction_lift',
  columns: { redaction: key(uuid), ...done },
});

export const FileWithholdingSchema = new EntitySchema<FileWithholdingRow>({
  name: 'FileWithholding',
  tableName: 'file_withholding',
  columns: {
    ...{ id: serial, submission: uuid, sha256: text },
    isWithheld: { ...flag, name: 'is_withheld' },
    ...{ reason: text, replacement: textOrNull },
    replacementName: { ...textOrNull, name: 'replacement_name' },
    ...done,
  },
});

export const PublicationEventSchema = new EntitySchema<PublicationEventRow>({
  name: 'PublicationEvent',
  tableName: 'publication_event',
  columns: { id: serial, round: uuid, event: text, reason: textOrNull, ...done },
});
