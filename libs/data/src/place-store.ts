import type { BodyId, LocalDate, PartyId } from '@enig/kernel';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { BodySchema, PartySchema, RegionSchema, type BodyRow, type PartyRow, type RegionRow } from './places';

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

  /** The bodies of some parties and of the region itself, by name. */
  async bodiesOf(region: string, parties: readonly PartyId[]): Promise<BodyRow[]> {
    return this.source.manager.find(BodySchema, {
      where: [{ party: In([...parties]) }, { region }],
      order: { name: 'ASC', id: 'ASC' },
    });
  }
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
