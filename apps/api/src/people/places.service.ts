import type { Seat } from '@enig/access';
import { PeopleStore, PlaceStore, type BodyRow, type PartyRow, type PersonRow, type RegionRow } from '@enig/data';
import type { BodyId, LocalDate, PartyId, PersonId } from '@enig/kernel';
import { sortDanish } from '@enig/messages';
import { Injectable } from '@nestjs/common';
import type { AppViewer } from '../core/viewer';
import type { BodyModel, PartyModel, PersonModel, RegionModel, SeatModel } from './models';

/** Places, bodies and people as they are shown; each kind is read once per request, for all that ask. */
@Injectable()
export class PlacesService {
  constructor(
    private readonly places: PlaceStore,
    private readonly people: PeopleStore,
  ) {}

  /** The regions the viewer has to do with. */
  async regions(viewer: AppViewer): Promise<RegionModel[]> {
    const all = await viewer.remember('regions', () => this.places.regions());
    return all.filter(({ id }) => viewer.seats.some(({ region }) => region === id)).map(toRegion);
  }

  /** A region by id. */
  async region(viewer: AppViewer, id: string): Promise<RegionModel> {
    const all = await viewer.remember('regions', () => this.places.regions());
    return toRegion(
      found(
        all.find((region) => region.id === id),
        'region',
      ),
    );
  }

  /** The parties of a region on a day, by name, the region itself last. */
  async partiesOf(viewer: AppViewer, region: string, on: LocalDate): Promise<PartyModel[]> {
    const rows = await viewer.remember(`parties ${region} ${on}`, () => this.places.partiesOf(region, on));
    const own = (row: PartyRow) => row.region !== null;
    return [
      ...sortDanish(
        rows.filter((row) => !own(row)),
        ({ name }) => name,
      ),
      ...rows.filter(own),
    ].map(toParty);
  }

  /** The bodies of a region and of its parties, by name. */
  async bodiesOf(viewer: AppViewer, region: string, on: LocalDate): Promise<BodyModel[]> {
    const parties = await this.partiesOf(viewer, region, on);
    const ids = parties.map(({ id }) => id as PartyId);
    const rows = await viewer.remember(`bodies ${region} ${on}`, () => this.places.bodiesOf(region, ids));
    const byId = new Map<string, PartyModel>(parties.map((party) => [party.id, party]));
    return sortDanish(rows, ({ name }) => name).map((row) => toBody(row, byId.get(row.party ?? '') ?? null));
  }

  /** Bodies by id, with their parties. */
  async bodies(viewer: AppViewer, ids: readonly BodyId[]): Promise<Map<BodyId, BodyModel>> {
    const sorted = [...new Set(ids)].sort();
    return viewer.remember(`bodies ${sorted.join(' ')}`, async () => {
      const rows = await this.places.bodies(sorted);
      const parties = await this.places.parties(
        [...rows.values()].flatMap(({ party }) => (party === null ? [] : [party])),
      );
      return new Map([...rows].map(([id, row]) => [id, toBody(row, partyIn(parties, row.party))]));
    });
  }

  /** Parties by id, in the order given. */
  async parties(viewer: AppViewer, ids: readonly PartyId[]): Promise<PartyModel[]> {
    const rows = await viewer.remember(`parties ${[...ids].sort().join(' ')}`, () => this.places.parties(ids));
    return ids.map((id) => toParty(found(rows.get(id), 'party')));
  }

  /** What parties are called, by id; one that is not there is left out. */
  async partyNames(viewer: AppViewer, ids: readonly PartyId[]): Promise<ReadonlyMap<string, string>> {
    const rows = await viewer.remember(`parties ${[...ids].sort().join(' ')}`, () => this.places.parties(ids));
    return new Map([...rows].map(([id, { name }]) => [id, name]));
  }

  /** Seats with their bodies. */
  async seats(viewer: AppViewer, seats: readonly Seat[]): Promise<SeatModel[]> {
    const bodies = await this.bodies(
      viewer,
      seats.map(({ body }) => body),
    );
    return seats.map(({ id, kind, body, from, to }) => {
      return { id, kind, label: viewer.say(`seat.${kind}`), body: found(bodies.get(body), 'body'), from, to };
    });
  }

  /** People with their seats. Addresses are shown to the person and to those who manage people. */
  async persons(viewer: AppViewer, rows: readonly PersonRow[], withEmail: boolean): Promise<PersonModel[]> {
    const seats = await this.people.seatsOf(rows.map(({ id }) => id));
    const models = await this.seats(
      viewer,
      rows.flatMap(({ id }) => seats.get(id) ?? []),
    );
    const byId = new Map(models.map((model) => [model.id, model]));
    return rows.map(({ id, name, email }) => ({
      id,
      name,
      email: withEmail || id === viewer.person.id ? email : null,
      seats: (seats.get(id) ?? []).flatMap((seat) => byId.get(seat.id) ?? []),
    }));
  }

  /** What people are called, by id. */
  async namesOf(viewer: AppViewer, ids: readonly (PersonId | null)[]): Promise<(id: PersonId | null) => string> {
    const known = [...new Set(ids.filter((id) => id !== null))].sort();
    const rows = await viewer.remember(`people ${known.join(' ')}`, () => this.people.people(known));
    return (id) => (id === null ? undefined : rows.get(id)?.name) ?? viewer.say('api.unknownPerson');
  }
}

/** A party as it is shown. */
export function toParty({ id, name, region }: Pick<PartyRow, 'id' | 'name' | 'region'>): PartyModel {
  return { id, name, kind: region === null ? 'municipality' : 'region' };
}

function toRegion({ id, name, validFrom: from, validTo: until, successor: followedBy }: RegionRow): RegionModel {
  return { id, name, from, until, followedBy };
}

function toBody({ id, kind, name }: BodyRow, party: PartyModel | null): BodyModel {
  return { id, kind, name, party };
}

function partyIn(parties: ReadonlyMap<PartyId, PartyRow>, id: PartyId | null): PartyModel | null {
  const row = id === null ? undefined : parties.get(id);
  return row ? toParty(row) : null;
}

/** For what the database's own references say is there. */
function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`A ${what} that is referred to is missing`);
  return value;
}
