import { localDateOf, type LocalDate } from '@enig/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { bodiesOfMunicipality, bodiesOfRegion } from './reference/bodies';
import { chainTemplates } from './reference/chains';
import source from './reference/kommuner.json';

interface Membership {
  readonly region: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/**
 * Puts in the regions, municipalities, parties and bodies of the country, with the days they are valid, and the
 * templates of the chain of decisions. What is there
 * already stays as it is, so it can run at every start.
 */
export async function loadReference(database: DataSource): Promise<void> {
  await database.transaction(async (manager) => {
    await addRegions(manager);
    await addMunicipalities(manager);
    await addBodies(manager);
    await addChainTemplates(manager);
  });
}

/** A region is known by its official code, or by a key of ours until it gets one. */
function regionId(region: { code?: string | null; key?: string }): string {
  const id = region.code ?? region.key;
  if (!id) throw new Error('A region has neither code nor key');
  return id;
}

async function addRegions(manager: EntityManager): Promise<void> {
  const last = [...source.regions].reverse();
  for (const region of last) {
    const { code, name, validFrom, validTo } = region;
    const successor = 'successor' in region ? region.successor : null;
    await manager.query(
      `INSERT INTO region (id, code, name, valid_from, valid_to, successor) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (id) DO NOTHING`,
      [regionId(region), code, name, validFrom, validTo, successor],
    );
  }
  await addRows(
    manager,
    'party (id, name, region)',
    ['text', 'text', 'text'],
    last.map((region) => {
      return [`region:${regionId(region)}`, region.name, regionId(region)];
    }),
  );
}

async function addMunicipalities(manager: EntityManager): Promise<void> {
  const rows = source.kommuner;
  await addRows(
    manager,
    'municipality (code, name, official_name)',
    ['text', 'text', 'text'],
    rows.map((row) => {
      return [row.code, row.name, row.officialName];
    }),
  );
  await addRows(
    manager,
    'municipality_region (municipality, region, valid_from, valid_to)',
    ['text', 'text', 'date', 'date'],
    rows.flatMap((row) => membershipsOf(row).map(({ region, from, to }) => [row.code, region, from, to])),
  );
  await addRows(
    manager,
    'party (id, name, municipality)',
    ['text', 'text', 'text'],
    rows.map((row) => {
      return [`municipality:${row.code}`, row.officialName, row.code];
    }),
  );
}

function membershipsOf(municipality: (typeof source.kommuner)[number]): Membership[] {
  return municipality.memberships.map((membership) => ({
    region: regionId({
      code: membership.regionCode,
      ...('regionKey' in membership ? { key: membership.regionKey } : {}),
    }),
    from: localDateOf(membership.validFrom),
    to: membership.validTo === null ? null : localDateOf(membership.validTo),
  }));
}

async function addBodies(manager: EntityManager): Promise<void> {
  const bodies = [
    ...source.kommuner.flatMap(({ code, officialName }) => bodiesOfMunicipality(code, officialName)),
    ...source.regions.flatMap((region) => bodiesOfRegion(regionId(region), region.name, region.validFrom)),
  ];
  const types = ['text', 'text', 'text', 'text', 'text', 'date', 'date'];
  await addRows(manager, 'body (id, kind, name, party, region, valid_from, valid_to)', types, bodies);
}

/** A template is never changed once it has a version; a new version is a new row. */
async function addChainTemplates(manager: EntityManager): Promise<void> {
  for (const { key, version, name, act, steps } of chainTemplates()) {
    await manager.query(
      'INSERT INTO chain_template (key, version, name, act, steps) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
      [key, version, name, act, JSON.stringify(steps)],
    );
  }
}

/** Adds many rows in one statement; `into` is the table with its columns, `types` the columns' types. */
async function addRows(
  manager: EntityManager,
  into: string,
  types: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): Promise<void> {
  const columns = types.map((_, index) => rows.map((row) => row[index] ?? null));
  const arrays = types.map((type, index) => `$${index + 1}::${type}[]`).join(', ');
  await manager.query(`INSERT INTO ${into} SELECT * FROM unnest(${arrays}) ON CONFLICT DO NOTHING`, columns);
}
