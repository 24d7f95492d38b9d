import type { LineageBasis, LineageRelation, PartKind, SectionKind, StatutoryContent, Strand } from '@enig/agreement';
import type { AgreementId, Instant, PartId, PartyId, SectionId, TextId } from '@enig/kernel';
import { EntitySchema } from 'typeorm';
import { instantOrNull, integer, key, text, textOrNull, uuid, uuidOrNull } from './columns';

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
