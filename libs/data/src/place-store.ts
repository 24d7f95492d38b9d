import { randomUUID } from 'node:crypto';
import { checkRegion, type RegionRefused } from '@enig/agreement';
import type { addedKinds, BodyKind } from '@enig/access';
import { brandId, ok, type BodyId, type LocalDate, type PartyId, type Result } from '@enig/kernel';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { TODAY } from './columns';
import { BodySchema, PartySchema, RegionSchema, type BodyRow, type PartyRow, type RegionRow } from './places';

/** A body that is heard and is no disability council. */
export interface NewBody {
  readonly kind: (typeof addedKinds)[number];
  readonly name: string;
  /** Null: it belongs to the whole region. */
  readonly party: PartyId | null;
  readonly region: string;
}

/** Regions, parties and bodies as they stand on a day. */
export class PlaceStore {
  constructor(private readonly source: DataSource) {}

  /** Every region, the present and the coming ones, by name. */
  async regions(): Promise<RegionRow[]> {
    return this.source.manager.find(RegionSchema, { order: { validFrom: 'ASC', name: 'ASC' } });
  }

  /** One region; null for no such region. */
  async region(id: string): Promise<RegionRow | null> {
    return this.source.manager.findOne(RegionSchema, { where: { id } });
  }

  /** The municipalities that belong to a region on a day, by name, and the region itself. */
  async partiesOf(region: string, on: LocalDate): Promise<PartyRow[]> {
    return partiesOf(this.source.manager, region, on);
  }

  /** Parties by id. */
  async parties(ids: readonly PartyId[]): Promise<Map<PartyId, PartyRow>> {
    if (ids.length === 0) return new Map();
    const rows = await this.source.manager.find(PartySchema, { where: { id: In([...new Set(ids)]) } });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Bodies by id. */
  async bodies(ids: readonly BodyId[]): Promise<Map<BodyId, BodyRow>> {
    if (ids.length === 0) return new Map();
    const rows = await this.source.manager.find(BodySchema, { where: { id: In([...new Set(ids)]) } });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Adds a body that is heard, there from today: a party's, or one that belongs to the whole region. */
  async addBody({ kind, name, party, region }: NewBody): Promise<BodyId> {
    const id = brandId<BodyId>(`${kind}:${randomUUID()}`);
    await this.source.query(
      `INSERT INTO body (id, kind, name, party, region, valid_from) VALUES ($1, $2, $3, $4, $5, ${TODAY})`,
      [id, kind, name, party, party === null ? region : null],
    );
    return id;
  }

  /** The bodies of some parties and of the region itself, by name. */
  async bodiesOf(region: string, parties: readonly PartyId[]): Promise<BodyRow[]> {
    return this.source.manager.find(BodySchema, {
      where: [{ party: In([...parties]) }, { region }],
      order: { name: 'ASC', id: 'ASC' },
    });
  }
}

/** Whether a region is there on the first day of a period (AG-43); one that nobody knows has no parties either. */
export async function checkRegionOn(
  manager: EntityManager,
  id: string,
  periodFrom: LocalDate,
): Promise<Result<null, RegionRefused>> {
  const region = await manager.findOne(RegionSchema, { where: { id } });
  if (!region) return ok(null);
  const { name, validFrom: from, validTo: until, successor } = region;
  const next = successor === null ? null : await manager.findOneByOrFail(RegionSchema, { id: successor });
  return checkRegion({ name, from, until, successor: next?.name ?? null }, periodFrom);
}

/**
 * The council that binds each party: of its own bodies of these kinds the one that is there on a day, else the one that
 * came last.
 *
 * @throws Error where a party has none, which the reference data rules out.
 */
export async function councilsOf(
  manager: EntityManager,
  parties: readonly PartyId[],
  kinds: readonly BodyKind[],
  on: LocalDate,
): Promise<(party: PartyId) => BodyId> {
  const rows = await manager.query<{ party: PartyId; council: BodyId }[]>(
    `SELECT DISTINCT ON (party) party, id AS council FROM body
     WHERE party = ANY ($1) AND kind = ANY ($2)
     ORDER BY party, (valid_from <= $3 AND (valid_to IS NULL OR valid_to >= $3)) DESC, valid_from DESC, id`,
    [parties, kinds, on],
  );
  const councils = new Map(rows.map(({ party, council }) => [party, council]));
  return (party) => {
    const council = councils.get(party);
    if (!council) throw new Error(`The party ${party} has no council that decides for it`);
    return council;
  };
}

/** The same inside a transaction. */
export async function partiesOf(manager: EntityManager, region: string, on: LocalDate): Promise<PartyRow[]> {
  return manager.query<PartyRow[]>(
    `SELECT p.id, p.name, p.municipality, p.region FROM party p
     LEFT JOIN municipality_region m ON m.municipality = p.municipality AND m.valid_from <= $2
       AND (m.valid_to IS NULL OR m.valid_to >= $2)
     WHERE m.region = $1 OR p.region = $1
     ORDER BY p.region IS NOT NULL, p.name`,
    [region, on],
  );
}
