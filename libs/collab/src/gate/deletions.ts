import type { Doc, ID } from 'yjs';
import { structsWithin } from './gate-horizon';
import { grouped, type Stretch } from './update';

/** The deletions of an update, to be asked about single units. */
export class Deletions {
  private readonly byClient: ReadonlyMap<number, readonly Stretch[]>;

  constructor(readonly stretches: readonly Stretch[]) {
    this.byClient = grouped(stretches, ({ client }) => client);
  }

  /** Of stretches in any order. */
  static of(stretches: readonly Stretch[]): Deletions {
    return new Deletions(together(stretches));
  }

  /** Whether a unit is deleted. */
  has({ client, clock }: ID): boolean {
    const stretches = this.byClient.get(client) ?? [];
    const found = stretches[this.indexOf(stretches, clock)];
    return found !== undefined && found.from <= clock && clock < found.to;
  }

  /** The parts of a stretch that are not deleted. */
  without({ client, from, to }: Stretch): Stretch[] {
    const parts: Stretch[] = [];
    const stretches = this.byClient.get(client) ?? [];
    let at = from;
    for (let index = this.indexOf(stretches, from); index < stretches.length; index += 1) {
      const stretch = stretches[index];
      if (!stretch || stretch.from >= to) break;
      if (at < stretch.from) parts.push({ client, from: at, to: stretch.from });
      at = Math.max(at, stretch.to);
    }
    if (at < to) parts.push({ client, from: at, to });
    return parts;
  }

  /** Of the first that ends behind a clock; of the last where none does. */
  private indexOf(stretches: readonly Stretch[], clock: number): number {
    let [low, high] = [0, stretches.length - 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((stretches[middle]?.to ?? 0) > clock) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Most stretches that are put together in one go. */
const MOST_TOGETHER = 50_000;

/** Deletions of many updates. Few large heaps and some small ones: each is merged into the next as they grow alike. */
export class Deleted {
  private readonly heaps: Deletions[] = [];

  add(stretches: readonly Stretch[]): void {
    if (stretches.length === 0) return;
    let heap = new Deletions(stretches);
    for (let other = this.heaps.at(-1); other && isLike(other, heap); other = this.heaps.at(-1)) {
      heap = Deletions.of([...other.stretches, ...heap.stretches]);
      this.heaps.pop();
    }
    this.heaps.push(heap);
  }

  has(id: ID): boolean {
    return this.heaps.some((heap) => heap.has(id));
  }

  /** The parts of a stretch that none of them deletes. */
  without(stretch: Stretch): readonly Stretch[] {
    return this.heaps.reduce((parts, heap) => parts.flatMap((part) => heap.without(part)), [stretch]);
  }
}

/** Deletions that were sent at different times. The youngest of them has landed when its last unit is deleted. */
class Lot extends Deleted {
  private last: Stretch | null = null;

  override add(stretches: readonly Stretch[]): void {
    super.add(stretches);
    this.last = stretches.at(-1) ?? this.last;
  }

  hasLanded(doc: Doc): boolean {
    return this.last !== null && isDeletedIn(doc, this.last);
  }

  get isEmpty(): boolean {
    return this.last === null;
  }
}

/** Deletions on their way to the log. They land in the order they were sent in, and are let go in two lots. */
export class Leaving {
  private older = new Lot();
  private newer = new Lot();

  add(stretches: readonly Stretch[]): void {
    (this.older.isEmpty ? this.older : this.newer).add(stretches);
  }

  get isEmpty(): boolean {
    return this.older.isEmpty;
  }

  has(id: ID): boolean {
    return this.older.has(id) || this.newer.has(id);
  }

  /** The parts of a stretch that none of them deletes. */
  without(stretch: Stretch): readonly Stretch[] {
    return this.older.without(stretch).flatMap((part) => this.newer.without(part));
  }

  /** Lets go of what a document has. */
  land(doc: Doc): void {
    while (this.older.hasLanded(doc)) [this.older, this.newer] = [this.newer, new Lot()];
  }
}

/** Whether the last unit of a stretch is deleted in a document. */
export function isDeletedIn(doc: Doc, { client, to }: Stretch): boolean {
  const [struct] = structsWithin(doc, { client, from: to - 1, to });
  return struct?.deleted === true;
}

function isLike({ stretches: older }: Deletions, { stretches: newer }: Deletions): boolean {
  return older.length <= 2 * newer.length && older.length + newer.length <= MOST_TOGETHER;
}

/** The same units in stretches that rise and do not overlap. */
function together(stretches: readonly Stretch[]): Stretch[] {
  const sorted = [...stretches].sort((one, other) => one.client - other.client || one.from - other.from);
  const found: Stretch[] = [];
  for (const stretch of sorted) {
    const last = found.at(-1);
    if (last?.client !== stretch.client || last.to < stretch.from) found.push(stretch);
    else if (last.to < stretch.to) found[found.length - 1] = { ...last, to: stretch.to };
  }
  return found;
}
