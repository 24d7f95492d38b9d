import type { SeatKind } from '@enig/access';
import type {
  AgreementId,
  BodyId,
  CaseId,
  Instant,
  PartyId,
  PersonId,
  Sha256,
  TextId,
  VersionHash,
} from '@enig/kernel';
import { EntitySchema } from 'typeorm';
import { bigint, bytes, flag, instant, instantOrNull, key, text, uuid, uuidOrNull } from './columns';

/** A party's case on one version. da: sagsfremstilling */
export interface CaseRow {
  id: CaseId;
  agreement: AgreementId;
  version: VersionHash;
  party: PartyId;
  /** Whose text it is. */
  administration: BodyId;
  text: TextId;
  madeAt: Instant;
  person: PersonId;
  body: BodyId;
  capacity: SeatKind;
}

/** An annex of the party's own. */
export interface CaseAnnexRow {
  id: string;
  case: CaseId;
  sha256: Sha256;
  name: string;
  /** Whether everybody may read it who may read the case. */
  isOpen: boolean;
  addedAt: Instant;
  person: PersonId;
  body: BodyId;
  capacity: SeatKind;
  removedAt: Instant | null;
  removedBy: PersonId | null;
}

/** A case as it was sent on, byte for byte. */
export interface CaseSendingRow {
  case: CaseId;
  textSeq: number;
  /** The canonical JSON of a `SentCase`. */
  content: Buffer;
  sha256: Sha256;
  at: Instant;
  person: PersonId;
  body: BodyId;
  capacity: SeatKind;
}

const done = { person: uuid, body: text, capacity: text };

export const CaseSchema = new EntitySchema<CaseRow>({
  name: 'Case',
  tableName: 'case_paper',
  columns: {
    id: key(uuid),
    agreement: uuid,
    version: text,
    party: text,
    administration: text,
    text: uuid,
    madeAt: { ...instant, name: 'made_at' },
    ...done,
  },
});

export const CaseAnnexSchema = new EntitySchema<CaseAnnexRow>({
  name: 'CaseAnnex',
  tableName: 'case_annex',
  columns: {
    id: key(uuid),
    case: { ...uuid, name: 'case_paper' },
    sha256: text,
    name: text,
    isOpen: { ...flag, name: 'is_open' },
    addedAt: { ...instant, name: 'added_at' },
    ...done,
    removedAt: { ...instantOrNull, name: 'removed_at' },
    removedBy: { ...uuidOrNull, name: 'removed_by' },
  },
});

export const CaseSendingSchema = new EntitySchema<CaseSendingRow>({
  name: 'CaseSending',
  tableName: 'case_sending',
  columns: {
    case: { ...key(uuid), name: 'case_paper' },
    textSeq: { ...bigint, name: 'text_seq' },
    content: bytes,
    sha256: text,
    at: instant,
    ...done,
  },
});
