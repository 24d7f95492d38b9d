import * as Y from 'yjs';
import { neededBy } from './content';
import { isDeletedIn, Leaving, type Deletions } from './deletions';
import { Queue } from './gate-queue';
import { keyOf, type Site, type Spot } from './gate-spots';
import type { Piece, Stretch } from './update';

/** What an update brings to a flight. */
export interface Cargo {
  /** By client, in the order of their clocks. */
  readonly standings: ReadonlyMap<number, readonly Standing[]>;
  readonly deletions: readonly Stretch[];
  /** All it takes away, where that is most of the text (CO-22). */
  readonly most: Deletions | null;
}

/** A new struct and where it stands. */
export interface Standing extends Piece {
  readonly site: Site;
}

/**
 * What one connection has on its way to the log, so that its next update can stand beside it. Each struct is put in and
 * taken out once, and nothing is gone through as a whole: a connection may have thousands of updates on their way.
 */
export class Flight {
  /** By client. */
  private readonly queues = new Map<number, Queue>();
  /** By the key of the type they stand in; made when it is first asked for. */
  private bySpot: Index | null = null;
  /** Values of attributes that nodes need, by the unit they stand behind. */
  private readonly values: Index = new Map();
  private leaving = new Leaving();
  /** What the last update on its way takes that takes most of the text; null where there is none. */
  most: Deletions | null = null;
  /** Client ids this connection has claimed. */
  readonly claims = new Set<number>();

  constructor(private readonly waiting: ReadonlyMap<number, number>) {}

  /** How many structs there may be. */
  get size(): number {
    let size = 0;
    for (const queue of this.queues.values()) size += queue.size;
    return size;
  }

  /** Whether something on its way deletes a unit. */
  deletes(id: Y.ID): boolean {
    return this.leaving.has(id);
  }

  /** The parts of a stretch that nothing on its way deletes. */
  undeleted(stretch: Stretch): readonly Stretch[] {
    return this.leaving.without(stretch);
  }

  /** Where a clock stands that is on its way; null when it is not. */
  find({ client, clock }: Y.ID): Standing | null {
    if (clock >= this.end(client)) return null;
    return this.queues.get(client)?.at(clock) ?? null;
  }

  /** What is on its way of a client between two clocks. */
  between(client: number, from: number, to: number): Standing[] {
    return this.queues.get(client)?.between(from, Math.min(to, this.end(client))) ?? [];
  }

  /** What is on its way and stands in a type. */
  in(spot: Spot): Standing[] {
    this.bySpot ??= this.indexOfSpots();
    return [...(this.bySpot.get(spot.key) ?? [])].filter((standing) => this.isOnItsWay(standing));
  }

  private indexOfSpots(): Index {
    const index: Index = new Map();
    for (const queue of this.queues.values()) {
      for (const standing of queue.between(0, Infinity)) note(index, standing.site.spot?.key, standing);
    }
    return index;
  }

  /** Whether the value of an attribute that a node needs is followed by another on its way. */
  goesOnFrom(id: Y.ID): boolean {
    return [...(this.values.get(keyOf(id)) ?? [])].some((standing) => this.isOnItsWay(standing));
  }

  private isOnItsWay({ struct: { id } }: Standing): boolean {
    return id.clock < this.end(id.client);
  }

  private end(client: number): number {
    return this.waiting.get(client) ?? 0;
  }

  get isEmpty(): boolean {
    return this.queues.size === 0 && this.leaving.isEmpty && this.most === null;
  }

  /**
   * Drops the structs when none are on their way any more.
   *
   * @returns the clients of which nothing is left.
   */
  settle(): readonly number[] {
    return this.waiting.size > 0 ? [] : this.clearStructs();
  }

  /** Drops all: it has come back, and will not land. @returns the clients of which nothing is left. */
  clear(): readonly number[] {
    this.leaving = new Leaving();
    this.most = null;
    return this.clearStructs();
  }

  private clearStructs(): readonly number[] {
    const clients = [...this.queues.keys()];
    this.queues.clear();
    this.values.clear();
    this.bySpot = null;
    return clients;
  }

  /** Drops what is committed: that is looked up in the document. @returns the clients of which nothing is left. */
  land(doc: Y.Doc): readonly number[] {
    const clients: number[] = [];
    for (const [client, queue] of this.queues) {
      for (const standing of queue.keep(Y.getState(doc.store, client), Infinity)) this.drop(standing);
      if (queue.size === 0) clients.push(client);
    }
    for (const client of clients) this.queues.delete(client);
    this.leaving.land(doc);
    const last = this.most?.stretches.at(-1);
    if (last && isDeletedIn(doc, last)) this.most = null;
    return clients;
  }

  /** Whether an update that reaches so far has been sent to the log. One that reaches nowhere always is. */
  carries(reaches: ReadonlyMap<number, number>): boolean {
    return [...reaches].every(([client, end]) => this.end(client) >= end);
  }

  /** Adds what has been sent. */
  add({ standings, deletions, most }: Cargo): void {
    for (const [client, added] of standings) this.addOf(client, added);
    this.leaving.add(deletions);
    if (most) this.most = most;
  }

  private addOf(client: number, added: readonly Standing[]): void {
    const queue = this.queues.get(client) ?? new Queue();
    this.queues.set(client, queue);
    const [first] = added;
    if (first) for (const stale of queue.keep(0, first.struct.id.clock + first.offset)) this.drop(stale);
    for (const standing of added) {
      queue.push(standing);
      if (this.bySpot) note(this.bySpot, standing.site.spot?.key, standing);
      note(this.values, replacedBy(standing), standing);
    }
  }

  private drop(standing: Standing): void {
    if (this.bySpot) forget(this.bySpot, standing.site.spot?.key, standing);
    forget(this.values, replacedBy(standing), standing);
  }
}

type Index = Map<string, Set<Standing>>;

function note(index: Index, key: string | undefined, standing: Standing): void {
  if (key === undefined) return;
  const known = index.get(key);
  if (known) known.add(standing);
  else index.set(key, new Set([standing]));
}

function forget(index: Index, key: string | undefined, standing: Standing): void {
  if (key === undefined) return;
  const known = index.get(key);
  known?.delete(standing);
  if (known?.size === 0) index.delete(key);
}

/** The value that is no longer the last with this one: where it is of an attribute its node needs. */
function replacedBy({ struct, site: { spot, sub } }: Standing): string | undefined {
  if (sub === null || spot?.place?.kind !== 'prose' || !(struct instanceof Y.Item) || !struct.origin) return undefined;
  return neededBy(spot.place.node).includes(sub) ? keyOf(struct.origin) : undefined;
}
