import type { SeatKind } from '@enig/access';
import type { RoundEvent, SubmissionId } from '@enig/hearing';
import type {
  AgreementId,
  BodyId,
  Instant,
  LocalDate,
  PartyId,
  PersonId,
  ResponseId,
  RoundId,
  SectionId,
  Sha256,
  TextId,
  VersionHash,
} from '@enig/kernel';
import { EntitySchema } from 'typeorm';
import {
  bigint,
  bytes,
  date,
  flag,
  instant,
  integer,
  key,
  serial,
  text,
  textOrNull,
  uuid,
  uuidOrNull,
} from './columns';

/** A hearing of one thing, as it was opened; extensions and events are rows of their own. da: høringsrunde */
export interface HearingRoundRow {
  id: RoundId;
  agreement: AgreementId;
  /** The party that hears; null: the secretariat. */
  owner: PartyId | null;
  /** What is heard: a version, or else a document. */
  version: VersionHash | null;
  document: Sha256 | null;
  /** 1-based over all rounds of the agreement, whoever hears. */
  number: number;
  openedAt: Instant;
  dueDate: LocalDate;
  dueAt: Instant;
  minimumDays: number;
  shortReason: string | null;
  person: PersonId;
  body: BodyId;
  capacity: SeatKind;
}

/** A focus area that is heard. */
export interface RoundSectionRow {
  round: RoundId;
  position: number;
  section: SectionId;
}

/** A body that is asked. */
export interface RoundBodyRow {
  round: RoundId;
  body: BodyId;
}

/** A later deadline; the last one counts. */
export interface RoundExtensionRow {
  id: number;
  round: RoundId;
  dueDate: LocalDate;
  dueAt: Instant;
  reason: string;
  at: Instant;
  person: PersonId;
  body: BodyId;
  capacity: SeatKind;
}

/** The round ended or was closed; its state is computed from these. */
export interface RoundEventRow {
  id: number;
  round: RoundId;
  event: Extract<RoundEvent, 'end' | 'close'>;
  at: Instant;
  person: PersonId;
  body: BodyId;
  capacity: SeatKind;
}

/** A council's place to answer in a round, with the text it is written in. da: høringssvar */
export interface ResponseRow {
  id: ResponseId;
  round: RoundId;
  body: BodyId;
  text: TextId;
}

/** One sending of a response; `content` holds the canonical bytes that `sha256` is of. */
export interface SubmissionRow {
  id: SubmissionId;
  response: ResponseId;
  reference: string;
  textSeq: number;
  content: Buffer;
  sha256: Sha256;
  submittedAt: Instant;
  late: boolean;
  person: PersonId;
  body: BodyId;
  capacity: SeatKind;
  supersedes: SubmissionId | null;
}

/** A council took a submission back. */
export interface WithdrawalRow {
  submission: SubmissionId;
  at: Instant;
  person: PersonId;
  body: BodyId;
  capacity: SeatKind;
}

const due = { dueDate: { ...date, name: 'due_date' }, dueAt: { ...instant, name: 'due_at' } };

export const HearingRoundSchema = new EntitySchema<HearingRoundRow>({
  name: 'HearingRound',
  tableName: 'hearing_round',
  columns: {
    id: key(uuid),
    agreement: uuid,
    owner: textOrNull,
    version: textOrNull,
    document: textOrNull,
    number: integer,
    openedAt: { ...instant, name: 'opened_at' },
    ...due,
    minimumDays: { ...integer, name: 'minimum_days' },
    shortReason: { ...textOrNull, name: 'short_reason' },
    person: uuid,
    body: text,
    capacity: text,
  },
});

export const RoundBodySchema = new EntitySchema<RoundBodyRow>({
  name: 'RoundBody',
  tableName: 'round_body',
  columns: { round: key(uuid), body: key(text) },
});

export const RoundSectionSchema = new EntitySchema<RoundSectionRow>({
  name: 'RoundSection',
  tableName: 'round_section',
  columns: { round: key(uuid), position: key(integer), section: uuid },
});

export const RoundExtensionSchema = new EntitySchema<RoundExtensionRow>({
  name: 'RoundExtension',
  tableName: 'round_extension',
  columns: { id: serial, round: uuid, ...due, reason: text, at: instant, person: uuid, body: text, capacity: text },
});

export const RoundEventSchema = new EntitySchema<RoundEventRow>({
  name: 'RoundEvent',
  tableName: 'round_event',
  columns: { id: serial, round: uuid, event: text, at: instant, person: uuid, body: text, capacity: text },
});

export const ResponseSchema = new EntitySchema<ResponseRow>({
  name: 'Response',
  tableName: 'response',
  columns: { id: key(uuid), round: uuid, body: text, text: uuid },
});

export const SubmissionSchema = new EntitySchema<SubmissionRow>({
  name: 'Submission',
  tableName: 'submission',
  columns: {
    id: key(uuid),
    response: uuid,
    reference: text,
    textSeq: { ...bigint, name: 'text_seq' },
    // Read only where it is shown: a list of rounds must not carry every response with it.
    content: { ...bytes, select: false },
    sha256: text,
    submittedAt: { ...instant, name: 'submitted_at' },
    late: flag,
    person: uuid,
    body: text,
    capacity: text,
    supersedes: uuidOrNull,
  },
});

export const WithdrawalSchema = new EntitySchema<WithdrawalRow>({
  name: 'Withdrawal',
  tableName: 'withdrawal',
  columns: { submission: key(uuid), at: instant, person: uuid, body: text, capacity: text },
});
