import type { SeatKind } from '@enig/access';
import type { BodyId, Instant, LocalDate, PersonId, SeatId, Sha256 } from '@enig/kernel';
import { EntitySchema } from 'typeorm';
import {
  bytes,
  date,
  dateOrNull,
  flag,
  instant,
  instantOrNull,
  integer,
  key,
  serial,
  text,
  textOrNull,
  uuid,
  uuidOrNull,
} from './columns';

/** A human being. `persona` is the short name an invented demo person signs in with. */
export interface PersonRow {
  id: PersonId;
  persona: string | null;
  name: string;
  email: string;
  isDemo: boolean;
}

/** A person's place in a body for a time. da: sæde */
export interface SeatRow {
  id: SeatId;
  person: PersonId;
  body: BodyId;
  kind: SeatKind;
  validFrom: LocalDate;
  validTo: LocalDate | null;
}

/** What happened to a seat; the last day is moved only by ending it sooner. */
export type SeatEvent = 'grant' | 'end';

/**
 * A seat was given, or its last day was set: by whom, for which body, in which capacity. The days are the seat's after
 * the act. Only added to. da: tildeling og afslutning af en plads
 */
export interface SeatEventRow {
  id: number;
  seat: SeatId;
  event: SeatEvent;
  validFrom: LocalDate;
  validTo: LocalDate | null;
  at: Instant;
  person: PersonId;
  body: BodyId;
  capacity: SeatKind;
}

/** One sign-in. Only the hash of the cookie's token is kept, so a copy of the database signs nobody in. */
export interface SessionRow {
  tokenHash: Sha256;
  person: PersonId;
  createdAt: Instant;
  expiresAt: Instant;
  endedAt: Instant | null;
}

/** A file by the SHA-256 of its bytes; the same file is stored once. */
export interface FileRow {
  sha256: Sha256;
  mediaType: string;
  size: number;
  bytes: Buffer;
  addedBy: PersonId | null;
}

export const PersonSchema = new EntitySchema<PersonRow>({
  name: 'Person',
  tableName: 'person',
  columns: { id: key(uuid), persona: textOrNull, name: text, email: text, isDemo: { ...flag, name: 'is_demo' } },
});

export const SeatSchema = new EntitySchema<SeatRow>({
  name: 'Seat',
  tableName: 'seat',
  columns: {
    id: key(uuid),
    person: uuid,
    body: text,
    kind: text,
    validFrom: { ...date, name: 'valid_from' },
    validTo: { ...dateOrNull, name: 'valid_to' },
  },
});

export const SeatEventSchema = new EntitySchema<SeatEventRow>({
  name: 'SeatEvent',
  tableName: 'seat_event',
  columns: {
    id: serial,
    seat: uuid,
    event: text,
    validFrom: { ...date, name: 'valid_from' },
    validTo: { ...dateOrNull, name: 'valid_to' },
    at: instant,
    person: uuid,
    body: text,
    capacity: text,
  },
});

export const SessionSchema = new EntitySchema<SessionRow>({
  name: 'Session',
  tableName: 'session',
  columns: {
    tokenHash: { ...key(text), name: 'token_hash' },
    person: uuid,
    createdAt: { ...instant, name: 'created_at' },
    expiresAt: { ...instant, name: 'expires_at' },
    endedAt: { ...instantOrNull, name: 'ended_at' },
  },
});

export const FileSchema = new EntitySchema<FileRow>({
  name: 'File',
  tableName: 'file',
  columns: {
    sha256: key(text),
    mediaType: { ...text, name: 'media_type' },
    size: integer,
    bytes: { ...bytes, select: false },
    addedBy: { ...uuidOrNull, name: 'added_by' },
  },
});
