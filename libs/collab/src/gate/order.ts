import * as Y from 'yjs';
import type { Standing } from './gate-flight';
import { structsWithin } from './gate-horizon';
import { firstIn, type Spot } from './gate-spots';
import { originOf } from './same-structs';

/**
 * Most items that are gone through for one update, and so many more for each item it brings. Yjs goes through as many
 * when it puts them in, some 150 nanoseconds each, here and at everybody's. What is written in a row needs one or two
 * each, and what two have written without each other as many as the other has put in between.
 */
const MOST_STEPS = 50_000;
const MOST_STEPS_EACH = 10;

/** What stands right behind the same. */
interface Crowd {
  count: number;
  last: Y.ID;
}

/** Where a new item says it stands: behind one unit and before another, in a type, perhaps under a key. */
export interface Claimed {
  readonly left: Y.ID | null;
  readonly right: Y.ID | null;
  readonly spot: Spot;
  readonly sub: string | null;
}

/**
 * Where new items come to stand (CO-21). One whose right neighbour does not come after the left one (Yjs itself now and
 * then writes such when something is undone twice) must be tried, since its place can depend on when it is read.
 */
export class Order {
  private steps = 0;
  private most = MOST_STEPS;
  /** New items that stand right behind the same: by client and clock of that, or by type and key where it is nothing. */
  private readonly behind = new Map<number, Map<number, Crowd>>();
  private readonly first = new Map<string, Crowd>();

  /**
   * @param isCommitted whether a unit is in the document.
   * @param coming the new item, of this update or one before it, that a unit is in.
   */
  constructor(
    private readonly doc: Y.Doc,
    private readonly isCommitted: (id: Y.ID) => boolean,
    private readonly coming: (id: Y.ID) => Standing | null,
  ) {}

  /** Whether finding places for all of them would take too long. */
  get isTooFar(): boolean {
    return this.steps > this.most;
  }

  /** Whether it is known to come between the two without putting it in. */
  isSure(id: Y.ID, claimed: Claimed): boolean {
    this.most += MOST_STEPS_EACH;
    this.crowd(id, claimed);
    const { left, right } = claimed;
    if (left && right) return this.comesBefore(left, right);
    const isKnown = (!left || this.isCommitted(left)) && (!right || this.isCommitted(right));
    if (isKnown)
      this.walk(left ? itemAt(this.doc, left) : firstIn(this.doc, claimed), right && itemAt(this.doc, right));
    return true;
  }

  /** Yjs goes through all that stand behind the same, unless the new one stands before the last of them. */
  private crowd(id: Y.ID, { left, right, spot, sub }: Claimed): void {
    if (!left) return this.join(this.first, `${spot.key} ${sub ?? ''}`, id, right);
    let crowds = this.behind.get(left.client);
    if (!crowds) this.behind.set(left.client, (crowds = new Map<number, Crowd>()));
    this.join(crowds, left.clock, id, right);
  }

  private join<Key>(crowds: Map<Key, Crowd>, key: Key, id: Y.ID, right: Y.ID | null): void {
    const crowd = crowds.get(key);
    if (!crowd) return void crowds.set(key, { count: 1, last: id });
    if (!Y.compareIDs(crowd.last, right)) this.steps += crowd.count;
    crowd.count += 1;
    crowd.last = id;
  }

  private comesBefore(left: Y.ID, right: Y.ID): boolean {
    const last = this.committedBefore(right, left);
    if (last === FOUND) return true;
    const first = this.committedAfter(left, right);
    if (first === FOUND) return true;
    const mayMeet = !this.isCommitted(left) || !this.isCommitted(right);
    return first !== null && last !== null && this.inDocument(first, last, mayMeet);
  }

  /** Goes to what the unit stands behind, and so on, until that is the one looked for or is committed. */
  private committedBefore(unit: Y.ID, wanted: Y.ID): Y.ID | typeof FOUND | null {
    let at: Y.ID | null = unit;
    while (at && !this.isCommitted(at)) {
      const standing = this.step(at);
      if (!(standing?.struct instanceof Y.Item)) return null;
      if (isWithin(standing, wanted) && wanted.clock < at.clock) return FOUND;
      at = originOf(standing.struct, standing.offset);
      if (at && Y.compareIDs(at, wanted)) return FOUND;
    }
    return at;
  }

  /** Goes to what the unit stands before, and so on, until that is the one looked for or is committed. */
  private committedAfter(unit: Y.ID, wanted: Y.ID): Y.ID | typeof FOUND | null {
    let at: Y.ID | null = unit;
    while (at && !this.isCommitted(at)) {
      const standing = this.step(at);
      if (!(standing?.struct instanceof Y.Item)) return null;
      at = standing.struct.rightOrigin;
      if (at && Y.compareIDs(at, wanted)) return FOUND;
    }
    return at;
  }

  private step(id: Y.ID): Standing | null {
    this.steps += 1;
    return this.isTooFar ? null : this.coming(id);
  }

  private inDocument(left: Y.ID, right: Y.ID, mayMeet: boolean): boolean {
    const [first, last] = [itemAt(this.doc, left), itemAt(this.doc, right)];
    if (first === last) return left.clock < right.clock || (mayMeet && left.clock === right.clock);
    return this.walk(first, last);
  }

  /** Goes from one item to another, or to the end; whether it is there. */
  private walk(first: Y.Item | null, last: Y.Item | null): boolean {
    for (let item = first; item !== null && !this.isTooFar; item = item.right) {
      if (item === last) return true;
      this.steps += 1;
    }
    return false;
  }
}

const FOUND = Symbol('found');

function itemAt(doc: Y.Doc, { client, clock }: Y.ID): Y.Item | null {
  const [struct] = structsWithin(doc, { client, from: clock, to: clock + 1 });
  return struct instanceof Y.Item ? struct : null;
}

function isWithin({ struct: { id, length } }: Standing, unit: Y.ID): boolean {
  return unit.client === id.client && unit.clock >= id.clock && unit.clock < id.clock + length;
}

/** The units that stand in a type and can be seen, in their order: equal for two documents in which that is the same. */
export function sequenceOf(first: Y.Item | null, isSeen: (id: Y.ID) => boolean): string {
  const units: string[] = [];
  for (let item = first; item !== null; item = item.right) {
    const { client, clock } = item.id;
    for (let unit = clock; unit < clock + item.length; unit += 1) {
      if (isSeen(Y.createID(client, unit))) units.push(`${client}:${unit}`);
    }
  }
  return units.join(' ');
}
