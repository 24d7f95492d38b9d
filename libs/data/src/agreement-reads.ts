import { stateOf, type AgreementState, type Amendment } from '@enig/agreement';
import { localDateAt, type AgreementId, type LocalDate, type PartyId, type SectionId, type TextId } from '@enig/kernel';
import { In, IsNull, type DataSource, type EntityManager } from 'typeorm';
import { ActSchema, type ActRow } from './act';
import {
  AgreementEventSchema,
  AgreementPartySchema,
  AgreementSchema,
  AnnexSchema,
  type AgreementEventRow,
  type AgreementPartyRow,
  type AgreementRow,
  type AnnexRow,
} from './agreements';
import {
  LineageSchema,
  PartSchema,
  SectionCoordinatorSchema,
  SectionSchema,
  type LineageRow,
  type PartRow,
  type SectionRow,
} from './sections';
import { lastDaysOf } from './last-days';
import { predecessorsOf, type Predecessor } from './predecessors';
import { SectionAmendsSchema } from './publications';
import { sectionsOutside } from './sections-outside';
import { TextSchema, type TextRow } from './texts';

/** A section with what hangs on it. */
export interface SectionView {
  readonly row: SectionRow;
  readonly part: PartRow;
  readonly text: TextRow;
  readonly easyRead: TextRow | null;
  readonly coordinators: readonly PartyId[];
  readonly lineage: readonly LineageRow[];
  /** What it does to a section of the agreement that its own hangs on; null for one that is new. */
  readonly amends: Amendment | null;
}

/** What is known of an agreement without its parts. */
export interface AgreementHead {
  readonly row: AgreementRow;
  /** By name, the region last. */
  readonly parties: readonly AgreementPartyRow[];
  readonly events: readonly AgreementEventRow[];
  readonly state: AgreementState;
  /** The day it was concluded; null while it is not. */
  readonly concludedOn: LocalDate | null;
  /** Its last day as it was extended or cut short. */
  readonly lastDay: LocalDate;
  /** Parties whose bodies were asked to take a step in place of another's: they read what that one reads (AP-24). */
  readonly takers: readonly PartyId[];
}

/** A whole agreement as it stands, but for what its texts say. */
export interface AgreementView extends AgreementHead {
  readonly parts: readonly PartRow[];
  /** In reading order over the parts; removed ones too. */
  readonly sections: readonly SectionView[];
  /** By number; removed ones are left out. */
  readonly annexes: readonly AnnexRow[];
  /** Sections of the agreement it hangs on, as they are called; none for one that hangs on nothing. */
  readonly outside: ReadonlyMap<SectionId, string>;
}

/** Reads agreements; everything a page shows of one is read in a handful of statements. */
export class AgreementReads {
  constructor(private readonly source: DataSource) {}

  /** All agreements, the latest period first. */
  async heads(): Promise<AgreementHead[]> {
    const rows = await this.source.manager.find(AgreementSchema, { order: { periodFrom: 'DESC', createdAt: 'DESC' } });
    return headsOf(this.source.manager, rows);
  }

  /** Some agreements by id. */
  async headsById(ids: readonly AgreementId[]): Promise<Map<AgreementId, AgreementHead>> {
    if (ids.length === 0) return new Map();
    const rows = await this.source.manager.find(AgreementSchema, { where: { id: In([...new Set(ids)]) } });
    const heads = await headsOf(this.source.manager, rows);
    return new Map(heads.map((head) => [head.row.id, head]));
  }

  /** One agreement; null for no such agreement. */
  async view(id: AgreementId): Promise<AgreementView | null> {
    return agreementView(this.source.manager, id);
  }

  /**
   * The concluded agreements that each part of this one comes right after, in its region or in one that became it
   * (AG-36): several where regions became one, or where the parts ran apart. None for what hangs on another.
   */
  async predecessorsOf(id: AgreementId): Promise<readonly Predecessor[]> {
    return predecessorsOf(this.source.manager, id);
  }

  /** Which agreement a part, section, annex or text belongs to; null for no such thing. */
  async agreementOf(thing: 'part' | 'section' | 'annex' | 'text', id: string): Promise<AgreementId | null> {
    const [row] = await this.source.query<{ agreement: AgreementId }[]>(OWNERS[thing], [id]);
    return row?.agreement ?? null;
  }

  /** The log of acts of an agreement, oldest first. */
  async acts(agreement: AgreementId): Promise<ActRow[]> {
    return this.source.manager.find(ActSchema, { where: { agreement }, order: { number: 'ASC' } });
  }
}

const OWNERS = {
  part: 'SELECT agreement FROM part WHERE id = $1',
  section: 'SELECT p.agreement FROM section s JOIN part p ON p.id = s.part WHERE s.id = $1',
  annex: 'SELECT agreement FROM annex WHERE id = $1',
  text: 'SELECT agreement FROM text WHERE id = $1',
} as const;

/** The same inside a transaction, after the agreement's row has been locked. */
export async function agreementView(manager: EntityManager, id: AgreementId): Promise<AgreementView | null> {
  const row = await manager.findOne(AgreementSchema, { where: { id } });
  if (!row) return null;
  const [head] = await headsOf(manager, [row]);
  if (!head) return null;
  const parts = await manager.find(PartSchema, { where: { agreement: id }, order: { position: 'ASC' } });
  const sections = await sectionsOf(manager, parts);
  const annexes = await manager.find(AnnexSchema, {
    where: { agreement: id, removedAt: IsNull() },
    order: { number: 'ASC' },
  });
  const outside = await sectionsOutside(manager, row.parentVersion);
  return { ...head, parts, sections, annexes, outside };
}

async function headsOf(manager: EntityManager, rows: readonly AgreementRow[]): Promise<AgreementHead[]> {
  if (rows.length === 0) return [];
  const agreement = In(rows.map((row) => row.id));
  const parties = await manager.find(AgreementPartySchema, { where: { agreement }, order: { name: 'ASC' } });
  const events = await manager.find(AgreementEventSchema, { where: { agreement }, order: { id: 'ASC' } });
  const lastDays = await lastDaysOf(manager, rows);
  const takers = await takersOf(
    manager,
    rows.map((row) => row.id),
  );
  const partiesBy = grouped(parties.toSorted(regionsLast), (party) => party.agreement);
  const eventsBy = grouped(events, (event) => event.agreement);
  return rows.map((row) => {
    const lastDay = lastDays.get(row.id) ?? row.periodTo;
    return {
      lastDay,
      takers: takers.get(row.id) ?? [],
      ...head(row, partiesBy.get(row.id) ?? [], eventsBy.get(row.id) ?? []),
    };
  });
}

function head(
  row: AgreementRow,
  parties: AgreementPartyRow[],
  events: AgreementEventRow[],
): Omit<AgreementHead, 'lastDay' | 'takers'> {
  const concluded = events.findLast(({ event }) => event === 'conclude');
  return {
    row,
    parties,
    events,
    state: stateOf(events.map(({ event }) => event)),
    concludedOn: concluded ? localDateAt(concluded.at) : null,
  };
}

async function takersOf(
  manager: EntityManager,
  agreements: readonly AgreementId[],
): Promise<ReadonlyMap<AgreementId, readonly PartyId[]>> {
  const rows = await manager.query<{ agreement: AgreementId; parties: PartyId[] }[]>(
    `SELECT o.agreement, array_agg(DISTINCT b.party ORDER BY b.party) AS parties
     FROM step_override o JOIN body b ON b.id = o.taker
     WHERE o.agreement = ANY ($1) AND b.party IS NOT NULL GROUP BY o.agreement`,
    [agreements],
  );
  return new Map(rows.map(({ agreement, parties }) => [agreement, parties]));
}

async function sectionsOf(manager: EntityManager, parts: readonly PartRow[]): Promise<SectionView[]> {
  if (parts.length === 0) return [];
  const rows = await manager.find(SectionSchema, { where: { part: In(parts.map(({ id }) => id)) } });
  if (rows.length === 0) return [];
  const section = In(rows.map(({ id }) => id));
  const texts = rows.flatMap((row) => (row.easyRead === null ? [row.text] : [row.text, row.easyRead]));
  const textRows = await manager.find(TextSchema, { where: { id: In(texts) } });
  const coordinators = await manager.find(SectionCoordinatorSchema, { where: { section }, order: { party: 'ASC' } });
  const lineage = await manager.find(LineageSchema, { where: { section }, order: { fromName: 'ASC', id: 'ASC' } });
  const amending = await manager.find(SectionAmendsSchema, { where: { section } });
  const amendsOf = new Map(amending.map((each) => [each.section, { section: each.amends, kind: each.kind }]));
  return parts.flatMap((part) => {
    const own = rows.filter((row) => row.part === part.id).sort(byPosition);
    return own.map((row) => ({
      ...sectionView(row, part, textRows, coordinators, lineage),
      amends: amendsOf.get(row.id) ?? null,
    }));
  });
}

function sectionView(
  row: SectionRow,
  part: PartRow,
  texts: readonly TextRow[],
  coordinators: readonly { section: SectionId; party: PartyId }[],
  lineage: readonly LineageRow[],
): Omit<SectionView, 'amends'> {
  const textOf = (id: TextId | null) => texts.find((each) => each.id === id) ?? null;
  const text = textOf(row.text);
  if (!text) throw new Error(`Section ${row.id} has no text`);
  return {
    row,
    part,
    text,
    easyRead: textOf(row.easyRead),
    coordinators: coordinators.filter((each) => each.section === row.id).map((each) => each.party),
    lineage: lineage.filter((each) => each.section === row.id),
  };
}

function byPosition(one: SectionRow, other: SectionRow): number {
  if (one.position !== other.position) return one.position < other.position ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

/** Sorted by name already; what is a region goes after the municipalities. */
function regionsLast(one: AgreementPartyRow, other: AgreementPartyRow): number {
  return Number(one.party.startsWith('region:')) - Number(other.party.startsWith('region:'));
}

function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
