import * as Y from 'yjs';
import { isHarmless, MAX_LENGTH, standing } from './content';
import { Cuts } from './cuts';
import type { Flights } from './flights';
import type { Flight, Standing } from './gate-flight';
import { structsWithin, type Horizon, type Known } from './gate-horizon';
import { lastUpTo } from './gate-queue';
import { GONE, isGone, keyOf, type Site, type Spot, type Spots } from './gate-spots';
import { Order, type Claimed } from './order';
import { originOf } from './same-structs';
import { grouped, type Piece, type Stretch } from './update';

/** Why a walk ended early. */
export type Fault = 'CO-5-UNKNOWN-ROOT' | 'CO-8-GAP' | 'CO-20-UNKNOWN-CONTENT' | 'CO-21-UNSOUND';

/** A struct that must not pass. Thrown and caught inside the gate. */
export class Faulty extends Error {
  override readonly name = 'Faulty';

  constructor(readonly code: Fault) {
    super(code);
  }
}

/** What a walk looks things up in. */
export interface Ground {
  readonly doc: Known['doc'];
  readonly horizon: Horizon;
  readonly spots: Spots;
  readonly flights: Flights;
  readonly flight: Flight;
}

/**
 * Goes through the new structs of an update in an order in which everything comes after what it stands on, and finds
 * for each where it stands and whether it may: CO-20, and of CO-21 what can be seen from the structs alone.
 */
export class Walk {
  /** By client, in the order of their clocks. */
  readonly standings = new Map<number, Standing[]>();
  /** In the order of the walk. */
  readonly inOrder: Standing[] = [];
  /** Types in which an item's place can only be found by putting it in. */
  readonly unsure = new Map<string, Spot>();
  private readonly order: Order;
  private readonly gone = new Map<Spot, boolean>();

  private readonly cuts: Cuts;

  constructor(private readonly ground: Ground) {
    this.order = new Order(
      ground.doc,
      (id) => this.isCommitted(id),
      (id) => this.coming(id),
    );
    this.cuts = new Cuts(ground.doc.store);
  }

  private isCommitted({ client, clock }: Y.ID): boolean {
    return clock < this.ground.horizon.committed(client);
  }

  /** The pieces that come under a key. */
  get keyed(): Standing[] {
    return this.inOrder.filter(({ site }) => site.sub !== null);
  }

  /** @throws Faulty */
  take(pieces: readonly Piece[]): void {
    const queues = grouped(pieces, ({ struct }) => struct.id.client);
    for (const client of queues.keys()) this.takeFrom(client, queues);
  }

  /** @throws Faulty for a deletion that leaves half of a character that takes two units. */
  cut(deletions: readonly Stretch[]): void {
    for (const { client, from, to } of deletions) {
      this.beside(Y.createID(client, from), from - 1);
      this.beside(Y.createID(client, to - 1), to - 1);
    }
  }

  /** Takes all of a client; where something of another must come first, that much of the other. */
  private takeFrom(client: number, queues: ReadonlyMap<number, readonly Piece[]>): void {
    const path = [client];
    for (let at: number | undefined = client; at !== undefined; at = path.at(-1)) {
      const piece = queues.get(at)?.[this.standings.get(at)?.length ?? 0];
      const missing = piece ? this.missing(piece) : null;
      if (missing !== null) {
        if (path.includes(missing)) throw new Faulty('CO-21-UNSOUND'); // each would have to come first
        path.push(missing);
        continue;
      }
      if (piece) this.add(piece);
      else if (path.length > 1) throw new Faulty('CO-21-UNSOUND');
      if (path.length > 1 || !piece) path.pop();
    }
  }

  /** The client of which something must come first. */
  private missing({ struct, offset }: Piece): number | null {
    if (!(struct instanceof Y.Item)) return null;
    const { origin, rightOrigin } = struct;
    const parent: unknown = struct.parent;
    if (origin && offset === 0 && !this.has(origin)) return origin.client;
    if (rightOrigin && !this.has(rightOrigin)) return rightOrigin.client;
    return parent instanceof Y.ID && !this.has(parent) ? parent.client : null;
  }

  /** Whether a type, or what it stands in, has been deleted by somebody else while it was on its way. */
  isGone(spot: Spot): boolean {
    if (!spot.id) return false;
    const known = this.gone.get(spot);
    if (known !== undefined) return known;
    const isIt = this.isDeletedType(spot.id);
    this.gone.set(spot, isIt);
    return isIt;
  }

  private isDeletedType(id: Y.ID): boolean {
    const { doc, horizon } = this.ground;
    if (id.clock < horizon.committed(id.client)) return isGone(doc, id);
    const around = this.coming(id)?.site.spot;
    return !around || this.isGone(around);
  }

  /** Whether a unit cannot be seen any more, before this update. */
  isDeleted(id: Y.ID): boolean {
    const { doc, horizon, flight } = this.ground;
    if (id.clock >= horizon.committed(id.client)) {
      return flight.deletes(id) || this.coming(id)?.site.content instanceof Y.ContentDeleted;
    }
    const [struct] = structsWithin(doc, { client: id.client, from: id.clock, to: id.clock + 1 });
    return struct?.deleted === true || flight.deletes(id);
  }

  private coming(id: Y.ID): Standing | null {
    return lastUpTo(this.standings.get(id.client) ?? [], id.clock) ?? this.ground.flight.find(id);
  }

  private has({ client, clock }: Y.ID): boolean {
    const last = this.standings.get(client)?.at(-1)?.struct;
    return clock < (last ? last.id.clock + last.length : this.ground.horizon.end(client));
  }

  private add(piece: Piece): void {
    const { struct, offset } = piece;
    if (struct.length > MAX_LENGTH) throw new Faulty('CO-21-UNSOUND');
    const site = struct instanceof Y.Item ? this.siteOf(struct, offset) : GONE;
    const added = { struct, offset, site };
    const { client } = struct.id;
    const all = this.standings.get(client);
    if (all) all.push(added);
    else this.standings.set(client, [added]);
    this.inOrder.push(added);
  }

  private siteOf(item: Y.Item, offset: number): Site {
    const { content, id } = item;
    if (offset > 0 && cutsPair(content, offset - 1)) throw new Faulty('CO-21-UNSOUND');
    const { spot, sub } = this.standOf(item, offset);
    return { spot, sub, content, clock: id.clock, holds: heldBy(item, spot, sub) };
  }

  private standOf(item: Y.Item, offset: number): Pick<Site, 'spot' | 'sub'> {
    const { rightOrigin } = item;
    const origin = originOf(item, offset);
    const left = origin && this.beside(origin, origin.clock);
    const right = rightOrigin && this.beside(rightOrigin, rightOrigin.clock - 1);
    if (left && right && !isSameStand(left, right)) throw new Faulty('CO-21-UNSOUND');
    const beside = left ?? right;
    // Under a key each value stands behind the one before it, and before nothing.
    if (beside?.spot && beside.sub !== null && right) throw new Faulty('CO-21-UNSOUND');
    const stand = beside ?? { spot: this.parentOf(item), sub: item.parentSub };
    if (stand.spot) this.comesBetween(item, { left: origin, right: rightOrigin, spot: stand.spot, sub: stand.sub });
    return stand;
  }

  private comesBetween({ id }: Y.Item, claimed: Claimed): void {
    if (!this.order.isSure(id, claimed)) this.unsure.set(claimed.spot.key, claimed.spot);
    if (this.order.isTooFar) throw new Faulty('CO-21-UNSOUND');
  }

  /** What stands at an id, which must not be inside a character that takes two units. */
  private beside(id: Y.ID, cutAfter: number): Site {
    const site = this.find(id);
    if (!site.content) return site;
    const index = cutAfter - site.clock;
    if (cutsPair(site.content, index)) throw new Faulty('CO-21-UNSOUND');
    if (index < 0 || index + 1 >= site.content.getLength() || !this.isCommitted(id)) return site;
    this.cuts.add(id.client, cutAfter);
    if (this.cuts.areTooMany) throw new Faulty('CO-21-UNSOUND');
    return site;
  }

  private parentOf(item: Y.Item): Spot | null {
    const parent: unknown = item.parent;
    if (typeof parent === 'string') {
      const root = this.ground.spots.root(parent);
      if (!root) throw new Faulty('CO-5-UNKNOWN-ROOT');
      return root;
    }
    if (!(parent instanceof Y.ID)) throw new Faulty('CO-21-UNSOUND');
    const { holds, spot, content } = this.find(parent);
    if (holds) return holds;
    if (spot === null || content instanceof Y.ContentDeleted) return null;
    throw new Faulty('CO-21-UNSOUND');
  }

  /** What stands at an id that has been taken, is on its way or is committed. @throws Faulty */
  find(id: Y.ID): Site {
    const { doc, horizon, spots, flights, flight } = this.ground;
    if (id.clock < horizon.committed(id.client)) {
      const structs = doc.store.clients.get(id.client) ?? [];
      const struct = structs[Y.findIndexSS(structs, id.clock)];
      return struct ? spots.site(struct) : GONE;
    }
    const standing = this.coming(id);
    if (!standing) throw new Faulty('CO-8-GAP');
    const { content, spot } = standing.site;
    const isDeleted = content === null || content instanceof Y.ContentDeleted;
    const site = (isDeleted ? flights.elsewhere(flight, id) : null) ?? standing.site;
    return spot && this.isGone(spot) ? GONE : site;
  }
}

/** The type an item makes. What stands in something deleted can be anything that will not be read. */
function heldBy({ content, id }: Y.Item, spot: Spot | null, sub: string | null): Spot | null {
  if (content instanceof Y.ContentDeleted) return null;
  const made = spot === null ? isHarmless(content) && 'leaf' : spot.place && standing(spot.place, sub, content);
  if (!made) throw new Faulty('CO-20-UNKNOWN-CONTENT');
  if (made === 'leaf') return null;
  return { key: keyOf(id), id, place: made };
}

function isSameStand(one: Site, other: Site): boolean {
  return one.spot?.key === other.spot?.key && one.sub === other.sub;
}

/** Whether the content would be cut through a character when it is cut after this unit. */
function cutsPair(content: Site['content'], index: number): boolean {
  if (!(content instanceof Y.ContentString)) return false;
  const unit = content.str.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdbff && index + 1 < content.str.length;
}
