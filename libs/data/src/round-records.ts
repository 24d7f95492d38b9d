import type { SeatKind } from '@enig/access';
import type { TimeRequestId } from '@enig/hearing';
import type { BodyId, Instant, LocalDate, PersonId, RoundId, Sha256 } from '@enig/kernel';
import { EntitySchema } from 'typeorm';
import { bytes, date, dateOrNull, instant, integer, key, text, uuid } from './columns';

/** A document that is heard: its canonical bytes, by their hash. */
export interface HeardDocumentRow {
  sha256: Sha256;
  content: Buffer;
}

/** A file that belongs to a document. */
export interface HeardDocumentFileRow {
  document: Sha256;
  position: number;
  sha256: Sha256;
}

/** A body that is asked wants more time. */
export interface TimeRequestRow {
  id: TimeRequestId;
  round: RoundId;
  body: BodyId;
  wanted: LocalDate;
  reason: string;
  at: Instant;
  person: PersonId;
  capacity: SeatKind;
}

/** The answer to it: a later deadline, or none and why. */
export interface TimeAnswerRow {
  request: TimeRequestId;
  dueDate: LocalDate | null;
  reason: string;
  at: Instant;
  person: PersonId;
  body: BodyId;
  capacity: SeatKind;
}

/** Somebody of a body that is asked opened the material for the first time. */
export interface RoundVisitRow {
  round: RoundId;
  body: BodyId;
  person: PersonId;
  capacity: SeatKind;
  at: Instant;
}

export const HeardDocumentSchema = new EntitySchema<HeardDocumentRow>({
  name: 'HeardDocument',
  tableName: 'heard_document',
  columns: { sha256: key(text), content: bytes },
});

export const HeardDocumentFileSchema = new EntitySchema<HeardDocumentFileRow>({
  name: 'HeardDocumentFile',
  tableName: 'heard_document_file',
  columns: { document: key(text), position: key(integer), sha256: text },
});

export const TimeRequestSchema = new EntitySchema<TimeRequestRow>({
  name: 'TimeRequest',
  tableName: 'time_request',
  columns: {
    ...{ id: key(uuid), round: uuid, body: text, wanted: date, reason: text, at: instant },
    ...{ person: uuid, capacity: text },
  },
});

export const TimeAnswerSchema = new EntitySchema<TimeAnswerRow>({
  name: 'TimeAnswer',
  tableName: 'time_answer',
  columns: {
    ...{ request: key(uuid), dueDate: { ...dateOrNull, name: 'due_date' }, reason: text, at: instant },
    ...{ person: uuid, body: text, capacity: text },
  },
});

export const RoundVisitSchema = new EntitySchema<RoundVisitRow>({
  name: 'RoundVisit',
  tableName: 'round_visit',
  columns: { round: key(uuid), body: key(text), person: key(uuid), capacity: text, at: instant },
});
