import type { AgreementId, CaseId, Json, PartyId, Sha256, TextId, VersionHash } from '@enig/kernel';
import type { CaseJson } from '@enig/text';
import { In, IsNull, Not, type DataSource, type EntityManager } from 'typeorm';
import { CaseAnnexSchema, CaseSchema, CaseSendingSchema } from './cases';
import type { CaseAnnexRow, CaseRow, CaseSendingRow } from './cases';
import { TextSchema, type TextRow } from './texts';

/**
 * A case as it was sent on: what was written, and which annexes went with it. The closed ones are there by one hash alone,
 * so that everybody who may read the case can be given exactly what was hashed (CA-5).
 */
export interface SentCase {
  readonly format: 'enig-case/1';
  readonly version: VersionHash;
  readonly party: PartyId;
  readonly case: CaseJson;
  /** The party's own that are open; those of the agreement stand in its version. */
  readonly annexes: readonly { readonly name: string; readonly sha256: Sha256 }[];
  /** The SHA-256 of `closedOf`; null where there are none. */
  readonly closedAnnexes: Sha256 | null;
}

/** A case with all that hangs on it. */
export interface CaseView {
  readonly row: CaseRow;
  readonly text: TextRow;
  /** The party's own annexes that are with it, oldest first; once it is sent on they stay as they are. */
  readonly annexes: readonly CaseAnnexRow[];
  /** Null until it is sent on. */
  readonly sending: (Omit<CaseSendingRow, 'content'> & { readonly sent: SentCase }) | null;
}

/** What the closed annexes of a case are hashed by: their ids, which nobody else knows, keep their names from being guessed. */
export function closedOf(annexes: readonly CaseAnnexRow[]): readonly Json[] {
  return annexes.flatMap(({ id, name, sha256, isOpen }) => (isOpen ? [] : [{ id, name, sha256 }]));
}

/** Reads cases. Asks for no rights: its callers have. */
export class CaseReads {
  constructor(private readonly source: DataSource) {}

  /** A party's case on a version; null where there is none. */
  async of(agreement: AgreementId, version: VersionHash, party: PartyId): Promise<CaseView | null> {
    return (await this.views(await this.rows({ agreement, version, party })))[0] ?? null;
  }

  /** A case by id; null for no such case. */
  async case(id: CaseId): Promise<CaseView | null> {
    return (await this.views(await this.rows({ id })))[0] ?? null;
  }

  /** Every case on a version. */
  async ofVersion(agreement: AgreementId, version: VersionHash): Promise<readonly CaseView[]> {
    return this.views(await this.rows({ agreement, version }));
  }

  /** The case a text is of; null for any other text. */
  async ofText(text: TextId): Promise<CaseRow | null> {
    return this.source.manager.findOne(CaseSchema, { where: { text } });
  }

  /** The latest case of a party on any other version than the one given, which is the last; null where there is none. */
  async earlier(agreement: AgreementId, version: VersionHash, party: PartyId): Promise<CaseView | null> {
    const rows = await this.source.manager.find(CaseSchema, {
      where: { agreement, version: Not(version), party },
      order: { madeAt: 'DESC' },
      take: 1,
    });
    return (await this.views(rows))[0] ?? null;
  }

  /** The case an annex is with; null for no such annex, and for one that was taken out. */
  async ofAnnex(annex: string): Promise<{ readonly annex: CaseAnnexRow; readonly view: CaseView } | null> {
    const row = await this.source.manager.findOne(CaseAnnexSchema, { where: { id: annex, removedAt: IsNull() } });
    const view = row && (await this.case(row.case));
    return row && view ? { annex: row, view } : null;
  }

  private rows(where: Partial<Pick<CaseRow, 'id' | 'agreement' | 'version' | 'party'>>): Promise<CaseRow[]> {
    return this.source.manager.find(CaseSchema, { where, order: { party: 'ASC' } });
  }

  private views(rows: readonly CaseRow[]): Promise<CaseView[]> {
    return caseViews(this.source.manager, rows);
  }
}

/** Cases with all that hangs on them, in the order given; the same inside a transaction. */
export async function caseViews(manager: EntityManager, rows: readonly CaseRow[]): Promise<CaseView[]> {
  if (rows.length === 0) return [];
  const ids = In(rows.map(({ id }) => id));
  const texts = await manager.find(TextSchema, { where: { id: In(rows.map(({ text }) => text)) } });
  const annexes = await manager.find(CaseAnnexSchema, {
    where: { case: ids, removedAt: IsNull() },
    order: { addedAt: 'ASC', id: 'ASC' },
  });
  const sendings = await manager.find(CaseSendingSchema, { where: { case: ids } });
  return rows.map((row) => {
    const text = texts.find(({ id }) => id === row.text);
    if (!text) throw new Error(`The case ${row.id} has no text`);
    const sending = sendings.find((each) => each.case === row.id);
    return {
      ...{ row, text, annexes: annexes.filter((each) => each.case === row.id) },
      sending: sending ? sentOn(sending) : null,
    };
  });
}

/** Only what this product has written is in the table, so its shape is known. */
function sentOn({ content, ...rest }: CaseSendingRow): NonNullable<CaseView['sending']> {
  return { ...rest, sent: JSON.parse(content.toString('utf8')) as SentCase };
}
