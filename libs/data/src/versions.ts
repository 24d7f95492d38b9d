import type { SeatKind } from '@enig/access';
import type { VersionAct } from '@enig/agreement';
import type { AgreementId, BodyId, Instant, PersonId, SectionId, Sha256, TextId, VersionHash } from '@enig/kernel';
import { EntitySchema } from 'typeorm';
import { bigint, bytes, instant, integer, key, text, uuid } from './columns';

/** The canonical bytes of one text at one point of its log, references resolved; never changed. */
export interface TextVersionRow {
  id: string;
  text: TextId;
  seq: number;
  sha256: Sha256;
  content: Buffer;
  createdAt: Instant;
}

/** What is heard and decided: the canonical bytes of a manifest, by their SHA-256. */
export interface VersionRow {
  hash: VersionHash;
  agreement: AgreementId;
  number: number;
  act: VersionAct;
  manifest: Buffer;
  createdAt: Instant;
  person: PersonId;
  body: BodyId;
  capacity: SeatKind;
}

/** A normative text of a version, in reading order over the parts. */
export interface VersionTextRow {
  version: VersionHash;
  position: number;
  section: SectionId;
  textVersion: string;
}

/** An easy-read text listed beside a version; it explains and does not bind. */
export interface VersionCompanionRow {
  version: VersionHash;
  section: SectionId;
  textVersion: string;
}

export const TextVersionSchema = new EntitySchema<TextVersionRow>({
  name: 'TextVersion',
  tableName: 'text_version',
  columns: {
    id: key(uuid),
    text: uuid,
    seq: bigint,
    sha256: text,
    content: bytes,
    createdAt: { ...instant, name: 'created_at' },
  },
});

export const VersionSchema = new EntitySchema<VersionRow>({
  name: 'Version',
  tableName: 'version',
  columns: {
    hash: key(text),
    agreement: uuid,
    number: integer,
    act: text,
    manifest: bytes,
    createdAt: { ...instant, name: 'created_at' },
    person: uuid,
    body: text,
    capacity: text,
  },
});

export const VersionTextSchema = new EntitySchema<VersionTextRow>({
  name: 'VersionText',
  tableName: 'version_text',
  columns: {
    version: key(text),
    position: key(integer),
    section: uuid,
    textVersion: { ...uuid, name: 'text_version' },
  },
});

export const VersionCompanionSchema = new EntitySchema<VersionCompanionRow>({
  name: 'VersionCompanion',
  tableName: 'version_companion',
  columns: { version: key(text), section: key(uuid), textVersion: { ...uuid, name: 'text_version' } },
});
