import type { AgreementId, BodyId, Instant, PersonId, TextId } from '@enig/kernel';
import type { TextKind } from '@enig/text';
import { EntitySchema } from 'typeorm';
import { bigint, instant, key, text, textOrNull, uuid, uuidOrNull } from './columns';

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
