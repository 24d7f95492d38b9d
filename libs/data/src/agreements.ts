import type {
  AgreementEvent,
  LineageBasis,
  LineageRelation,
  PartKind,
  SectionKind,
  StatutoryContent,
  Strand,
} from '@enig/agreement';
import type {
  AgreementId,
  BodyId,
  Instant,
  LocalDate,
  PartId,
  PartyId,
  PersonId,
  SectionId,
  Sha256,
  TextId,
  VersionHash,
} from '@enig/kernel';
import type { TextKind } from '@enig/text';
import { EntitySchema } from 'typeorm';
import {
  bigint,
  date,
  dateOrNull,
  instant,
  instantOrNull,
  integer,
  json,
  key,
  serial,
  text,
  textOrNull,
  uuid,
  uuidOrNull,
} from './columns';

/** A framework agreement: its frame. What has happened to it is in its events. da: rammeaftale */
export interface AgreementRow {
  id: AgreementId;
  region: string;
  title: string;
  label: string | null;
  periodFrom: LocalDate;
  periodTo: LocalDate;
  deadline: LocalDate;
  writingUntil: LocalDate | null;
  copiedFrom: AgreementId | null;
  chainKey: string;
  chainVersion: number;
  createdAt: Instant;
  createdBy: PersonId;
}

/** A party as it was named when the agreement's parties were set; it does not follow later changes. */
export interface AgreementPartyRow {
  agreement: AgreementId;
  party: PartyId;
  name: string;
  council: BodyId;
}

/** Something that changed the agreement's state; the state is computed from these, in order. */
export interface AgreementEventRow {
  id: number;
  agreement: AgreementId;
  event: AgreementEvent;
  version: VersionHash | null;
  reason: string | null;
  at: Instant;
  person: PersonId;
  body: BodyId;
  capacity: string;
}

export interface PartRow {
  id: PartId;
  agreement: AgreementId;
  kind: PartKind;
  position: number;
}

/** `position` is a fractional key: sections are read in its order (compared byte by byte), then by id. */
export interface SectionRow {
  id: SectionId;
  part: PartId;
  kind: SectionKind;
  position: string;
  strand: Strand | null;
  covers: StatutoryContent | null;
  text: TextId;
  easyRead: TextId | null;
  removedAt: Instant | null;
}

export interface SectionCoordinatorRow {
  section: SectionId;
  party: PartyId;
}

/** Where a section comes from. `section` is null for what did not become one. da: afstamning */
export interface LineageRow {
  id: string;
  section: SectionId | null;
  fromSection: SectionId | null;
  fromName: string;
  relation: LineageRelation;
  basis: LineageBasis;
}

export interface AnnexRow {
  id: string;
  agreement: AgreementId;
  number: number;
  title: string;
  fileName: string;
  sha256: Sha256;
  removedAt: Instant | null;
}

/** A chain of decisions as data; a running agreement keeps the version it began with. */
export interface ChainTemplateRow {
  key: string;
  version: number;
  name: string;
  steps: unknown;
}

/** One Y.Doc's head: where its log has come to, and whether it may be written in. */
export interface TextRow {
  id: TextId;
  kind: TextKind;
  agreement: AgreementId;
  body: BodyId | null;
  phase: 'open' | 'closed';
  closedBecause: string | null;
  seq: number;
  title: string;
  changedAt: Instant;
  changedBy: PersonId | null;
}

export const AgreementSchema = new EntitySchema<AgreementRow>({
  name: 'Agreement',
  tableName: 'agreement',
  columns: {
    id: key(uuid),
    region: text,
    title: text,
    label: textOrNull,
    periodFrom: { ...date, name: 'period_from' },
    periodTo: { ...date, name: 'period_to' },
    deadline: date,
    writingUntil: { ...dateOrNull, name: 'writing_until' },
    copiedFrom: { ...uuidOrNull, name: 'copied_from' },
    chainKey: { ...text, name: 'chain_key' },
    chainVersion: { ...integer, name: 'chain_version' },
    createdAt: { ...instant, name: 'created_at' },
    createdBy: { ...uuid, name: 'created_by' },
  },
});

export const AgreementPartySchema = new EntitySchema<AgreementPartyRow>({
  name: 'AgreementParty',
  tableName: 'agreement_party',
  columns: { agreement: key(uuid), party: key(text), name: text, council: text },
});

export const AgreementEventSchema = new EntitySchema<AgreementEventRow>({
  name: 'AgreementEvent',
  tableName: 'agreement_event',
  columns: {
    id: serial,
    agreement: uuid,
    event: text,
    version: textOrNull,
    reason: textOrNull,
    at: instant,
    person: uuid,
    body: text,
    capacity: text,
  },
});

export const PartSchema = new EntitySchema<PartRow>({
  name: 'Part',
  tableName: 'part',
  columns: { id: key(uuid), agreement: uuid, kind: text, position: integer },
});

export const SectionSchema = new EntitySchema<SectionRow>({
  name: 'Section',
  tableName: 'section',
  columns: {
    id: key(uuid),
    part: uuid,
    kind: text,
    position: text,
    strand: textOrNull,
    covers: textOrNull,
    text: uuid,
    easyRead: { ...uuidOrNull, name: 'easy_read' },
    removedAt: { ...instantOrNull, name: 'removed_at' },
  },
});

export const SectionCoordinatorSchema = new EntitySchema<SectionCoordinatorRow>({
  name: 'SectionCoordinator',
  tableName: 'section_coordinator',
  columns: { section: key(uuid), party: key(text) },
});

export const LineageSchema = new EntitySchema<LineageRow>({
  name: 'Lineage',
  tableName: 'lineage',
  columns: {
    id: key(uuid),
    section: uuidOrNull,
    fromSection: { ...uuidOrNull, name: 'from_section' },
    fromName: { ...text, name: 'from_name' },
    relation: text,
    basis: text,
  },
});

export const AnnexSchema = new EntitySchema<AnnexRow>({
  name: 'Annex',
  tableName: 'annex',
  columns: {
    id: key(uuid),
    agreement: uuid,
    number: integer,
    title: text,
    fileName: { ...text, name: 'file_name' },
    sha256: text,
    removedAt: { ...instantOrNull, name: 'removed_at' },
  },
});

export const ChainTemplateSchema = new EntitySchema<ChainTemplateRow>({
  name: 'ChainTemplate',
  tableName: 'chain_template',
  columns: { key: key(text), version: key(integer), name: text, steps: json },
});

export const TextSchema = new EntitySchema<TextRow>({
  name: 'Text',
  tableName: 'text',
  columns: {
    id: key(uuid),
    kind: text,
    agreement: uuid,
    body: textOrNull,
    phase: text,
    closedBecause: { ...textOrNull, name: 'closed_because' },
    seq: bigint,
    title: text,
    changedAt: { ...instant, name: 'changed_at' },
    changedBy: { ...uuidOrNull, name: 'changed_by' },
  },
});
