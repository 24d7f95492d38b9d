import { randomUUID } from 'node:crypto';
import {
  checkName,
  checkWay,
  STEP_BODY_KINDS,
  WAY_KINDS,
  type ChainBody,
  type PartyWay,
  type WayRefused,
} from '@enig/approval';
import { findPersonalNumbers } from '@enig/hearing';
import { brandId, err, ok, type BodyId, type LocalDate, type PartyId, type Result } from '@enig/kernel';
import { In, type EntityManager } from 'typeorm';
import { databaseNow, type Actor } from './act';
import { TODAY } from './columns';
import { BodySchema, type BodyRow } from './places';
import { refusable } from './refusable';
import type { StoreGround } from './round-change';
import { lockChoices } from './way-choices';
import { wayIdOf, waysOf } from './way-reads';
import { PartyWaySchema } from './ways';

/** A body a party adds to its own. */
export interface NewCommittee {
  readonly party: PartyId;
  readonly kind: 'committee' | 'financeCommittee';
  readonly name: string;
}

/** A party, its bodies that can be on its way, and the way it has set; without steps it goes the template's. */
export interface WayView {
  readonly way: PartyWay;
  /** Which of the ways it has set one after the other; null where it never set one. */
  readonly setting: number | null;
  /** By name. */
  readonly bodies: readonly BodyRow[];
  /** The council that decides for it. */
  readonly councils: readonly BodyRow[];
  /** The regions it belongs to, now or later. */
  readonly regions: readonly string[];
}

/** The party a body belongs to, null for one that acts for all, and the regions it lies in. */
export interface BodyPlace {
  readonly party: PartyId | null;
  readonly regions: readonly string[];
}

/** The ways parties go to their decisions, and the committees they have for them. */
export class WayStore {
  constructor(private readonly ground: StoreGround) {}

  /** Null for no such party. */
  async view(party: PartyId): Promise<WayView | null> {
    const { manager } = this.ground.source;
    const regions = await regionsOf(manager, party);
    if (regions.length === 0) return null;
    const all = await bodiesOf(manager, party);
    const [way] = await waysOf(manager, [party]);
    return {
      way: way ?? { party, steps: [] },
      setting: await wayIdOf(manager, party),
      bodies: all.filter(({ kind }) => WAY_KINDS.some((each) => each === kind)),
      councils: all.filter(({ kind }) => kind === 'municipalCouncil' || kind === 'regionalCouncil'),
      regions,
    };
  }

  /** The regions a body that acts for all belongs to, or its party does; null for no such body. */
  async placeOf(body: BodyId): Promise<BodyPlace | null> {
    return (await this.placesOf([body])).get(body) ?? null;
  }

  /** The same of many at once; one that is not there has none. */
  async placesOf(bodies: readonly BodyId[]): Promise<ReadonlyMap<BodyId, BodyPlace>> {
    const { manager } = this.ground.source;
    const rows = await manager.find(BodySchema, { where: { id: In([...bodies]) } });
    const regions = await regionsOfAll(
      manager,
      rows.flatMap(({ party }) => party ?? []),
    );
    return new Map(
      rows.map(({ id, party, region }): [BodyId, BodyPlace] => {
        if (party !== null) return [id, { party, regions: regions.get(party) ?? [] }];
        return [id, { party: null, regions: region === null ? [] : [region] }];
      }),
    );
  }

  /**
   * Sets which way a party goes from now on (AP-28). What runs already stays on the way it was put on (AP-29).
   *
   * @param seen the one that was set when its people began to change it: of two who do so at once the second is told.
   */
  async setWay(way: PartyWay, seen: number | null, actor: Actor): Promise<Result<PartyWay, WayRefused>> {
    const { source, clock = databaseNow } = this.ground;
    return source.transaction(async (manager) => {
      await lockChoices(manager, [way.party], 'toChoose');
      if ((await wayIdOf(manager, way.party)) !== seen) return err({ code: 'AP-28-CHANGED-MEANWHILE' });
      const checked = checkWay(way, asChainBodies(await bodiesOf(manager, way.party)));
      if (!checked.ok) return checked;
      const { party, steps } = checked.value;
      await manager.insert(PartyWaySchema, { party, steps, at: await clock(manager), ...actor });
      return checked;
    });
  }

  /** Adds a committee to a party's own; it has a step on its way only once the way says so. */
  async addCommittee({ party, kind, name }: NewCommittee, actor: Actor): Promise<Result<BodyId, WayRefused>> {
    const { source, clock = databaseNow } = this.ground;
    const id = brandId<BodyId>(`${kind}:${randomUUID()}`);
    const added = await refusable<BodyId, WayRefused>(source, async (manager) => {
      // Two who add the same one at once: the second sees the first's.
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`committees of ${party}`]);
      const checked = checkName(name, await bodiesOf(manager, party));
      if (!checked.ok) return checked;
      if (findPersonalNumbers(name).length > 0) return err({ code: 'AP-28-NAME-HOLDS-NUMBER' });
      await manager.query(`INSERT INTO body (id, kind, name, party, valid_from) VALUES ($1, $2, $3, $4, ${TODAY})`, [
        id,
        kind,
        name,
        party,
      ]);
      await manager.query(
        'INSERT INTO body_addition (body, at, person, added_for, capacity) VALUES ($1, $2, $3, $4, $5)',
        [id, await clock(manager), actor.person, actor.body, actor.capacity],
      );
      return ok(id);
    });
    if (!added) throw new Error(`Nothing came of adding a committee to ${party}`);
    return added;
  }
}

/** The bodies that there are on a day of some parties and a region: what a template is checked against (AP-26). */
export async function standingBodies(
  manager: EntityManager,
  { region, parties, on }: { readonly region: string; readonly parties: readonly PartyId[]; readonly on: LocalDate },
): Promise<readonly OwnBody[]> {
  const rows = await manager.find(BodySchema, { where: [{ party: In([...parties]) }, { region }] });
  return asChainBodies(rows.filter(({ validTo }) => validTo === null || validTo >= on));
}

type OwnBody = Pick<ChainBody, 'body' | 'kind' | 'name' | 'party'>;

/** Those of a kind that can have a step. */
function asChainBodies(rows: readonly BodyRow[]): readonly OwnBody[] {
  return rows.flatMap(({ id, kind: given, name, party }) => {
    const kind = STEP_BODY_KINDS.find((each) => each === given);
    return kind ? [{ body: id, kind, name, party }] : [];
  });
}

async function bodiesOf(manager: EntityManager, party: PartyId): Promise<BodyRow[]> {
  return manager.find(BodySchema, { where: { party }, order: { name: 'ASC', id: 'ASC' } });
}

async function regionsOf(manager: EntityManager, party: PartyId): Promise<readonly string[]> {
  return (await regionsOfAll(manager, [party])).get(party) ?? [];
}

async function regionsOfAll(
  manager: EntityManager,
  parties: readonly PartyId[],
): Promise<ReadonlyMap<PartyId, readonly string[]>> {
  const rows = await manager.query<{ party: PartyId; regions: string[] }[]>(
    `SELECT party, array_agg(region ORDER BY region) AS regions FROM (
       SELECT p.id AS party, p.region FROM party p WHERE p.id = ANY ($1) AND p.region IS NOT NULL
       UNION SELECT p.id, m.region FROM party p JOIN municipality_region m ON m.municipality = p.municipality
         WHERE p.id = ANY ($1) AND (m.valid_to IS NULL OR m.valid_to >= ${TODAY})) AS known
     GROUP BY party`,
    [parties],
  );
  return new Map(rows.map(({ party, regions }) => [party, regions]));
}
