import type { TemplateAct } from '@enig/approval';
import type { AgreementAct, AgreementEvent } from '@enig/agreement';
import type { AgreementId, BodyId, Instant, LocalDate, PartyId, PersonId, Sha256, VersionHash } from '@enig/kernel';
import { EntitySchema } from 'typeorm';
import {
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
  act: AgreementAct;
  /** What an addendum or an extension hangs on, and the version of it that was agreed on. */
  parent: AgreementId | null;
  parentVersion: VersionHash | null;
  /** The same for two parts that run apart. */
  frame: string | null;
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
  act: TemplateAct;
  steps: unknown;
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
    act: text,
    parent: uuidOrNull,
    parentVersion: { ...textOrNull, name: 'parent_version' },
    frame: uuidOrNull,
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
  columns: { key: key(text), version: key(integer), name: text, act: text, steps: json },
});
