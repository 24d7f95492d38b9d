import type { AmendmentKind } from '@enig/agreement';
import type { AgreementId, LocalDate, SectionId, VersionHash } from '@enig/kernel';
import { EntitySchema } from 'typeorm';
import { doneColumns, type DoneRow } from './act';
import { date, key, text, uuid } from './columns';

/** What was concluded, and can be read by anybody since (AG-37). da: offentliggørelse */
export interface PublicationRow extends DoneRow {
  agreement: AgreementId;
  version: VersionHash;
}

/** An agreement was sent to the authority (AG-37). da: indberettet */
export interface AuthorityNoticeRow extends DoneRow {
  id: string;
  agreement: AgreementId;
  sentOn: LocalDate;
  recipient: string;
  journalNumber: string;
}

/** What a section of an addendum does to one of the agreement it hangs on. da: ændring */
export interface SectionAmendsRow {
  section: SectionId;
  amends: SectionId;
  kind: AmendmentKind;
}

export const PublicationSchema = new EntitySchema<PublicationRow>({
  name: 'Publication',
  tableName: 'publication',
  columns: { agreement: key(uuid), version: text, ...doneColumns },
});

export const AuthorityNoticeSchema = new EntitySchema<AuthorityNoticeRow>({
  name: 'AuthorityNotice',
  tableName: 'authority_notice',
  columns: {
    id: key(uuid),
    agreement: uuid,
    sentOn: { ...date, name: 'sent_on' },
    recipient: text,
    journalNumber: { ...text, name: 'journal_number' },
    ...doneColumns,
  },
});

export const SectionAmendsSchema = new EntitySchema<SectionAmendsRow>({
  name: 'SectionAmends',
  tableName: 'section_amends',
  columns: { section: key(uuid), amends: uuid, kind: text },
});
