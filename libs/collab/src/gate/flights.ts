import type * as Y from 'yjs';
import { Flight, type Cargo } from './gate-flight';
import type { Known } from './gate-horizon';
import type { Site } from './gate-spots';
import { sameStructs } from './same-structs';
import type { Piece, Stretch } from './update';

/** What was judged last. Whether it was sent is seen when the next is judged, from what its connection waits for. */
interface Judged extends Cargo {
  readonly flight: Flight;
  readonly reaches: ReadonlyMap<number, number>;
}

/**
 * The flights of all connections to a text. A client id may come over two of them, as when somebody's connection is cut
 * and the next one brings what the first has on its way; then both must say the same, since only one will count.
 *
 * Nothing is kept of what is not sent to the log, nor of what is committed.
 */
export class Flights {
  private readonly byConnection = new WeakMap<ReadonlyMap<number, number>, Flight>();
  /** Those with something on its way. */
  private readonly open = new Set<Flight>();
  /** All flights with something on its way of a client. */
  private readonly writers = new Map<number, Set<Flight>>();
  private judged: Judged | null = null;
  private doc: Y.Doc | null = null;

  /** How many structs it keeps. */
  get size(): number {
    let size = 0;
    for (const all of this.judged?.standings.values() ?? []) size += all.length;
    for (const flight of this.open) size += flight.size;
    return size;
  }

  /** Whether nothing is on its way of anybody. */
  get areIdle(): boolean {
    return this.open.size === 0;
  }

  of({ waiting }: Pick<Known, 'waiting'>): Flight {
    this.noteLast();
    const known = this.byConnection.get(waiting);
    if (known) {
      this.close(known, known.settle());
      return known;
    }
    const flight = new Flight(waiting);
    this.byConnection.set(waiting, flight);
    return flight;
  }

  /** Whether the pieces of a client say what all others have on their way of it; what is deleted says nothing. */
  agree(own: Flight, client: number, pieces: readonly Piece[]): boolean {
    const [first, last] = [pieces[0], pieces.at(-1)];
    if (!first || !last) return true;
    const from = first.struct.id.clock + first.offset;
    const to = last.struct.id.clock + last.struct.length;
    return this.others(own, client).every((writer) => sameStructs(writer.between(client, from, to), pieces));
  }

  private others(own: Flight, client: number): readonly Flight[] {
    return [...(this.writers.get(client) ?? [])].filter((writer) => writer !== own);
  }

  /** Where a clock stands in the updates of others, for what comes without its content as it is deleted by now. */
  elsewhere(own: Flight, id: Y.ID): Site | null {
    for (const writer of this.others(own, id.client)) {
      const found = writer.find(id);
      if (found) return found.site;
    }
    return null;
  }

  /** The parts of a stretch that no update on its way takes which takes most of the text (CO-22). */
  leftByMost(stretch: Stretch): readonly Stretch[] {
    let parts: readonly Stretch[] = [stretch];
    for (const { most } of this.open) if (most) parts = parts.flatMap((part) => most.without(part));
    return parts;
  }

  /** An update has passed: what it brings counts when it is sent, until it is in the document. */
  pass(judged: Judged, doc: Y.Doc): void {
    this.judged = judged;
    if (this.doc === doc) return;
    this.unwatch();
    this.doc = doc;
    doc.on('afterTransaction', this.land);
  }

  private noteLast(): void {
    const { judged } = this;
    this.judged = null;
    if (!judged?.flight.carries(judged.reaches)) return;
    judged.flight.add(judged);
    this.open.add(judged.flight);
    for (const client of judged.standings.keys()) {
      const writers = this.writers.get(client);
      if (writers) writers.add(judged.flight);
      else this.writers.set(client, new Set([judged.flight]));
    }
  }

  private readonly land = (): void => {
    this.noteLast();
    for (const flight of this.open) {
      this.close(flight, flight.settle());
      if (this.doc) this.close(flight, flight.land(this.doc));
    }
  };

  private close(flight: Flight, clients: readonly number[]): void {
    for (const client of clients) {
      const writers = this.writers.get(client);
      writers?.delete(flight);
      if (writers?.size === 0) this.writers.delete(client);
    }
    if (flight.isEmpty) this.open.delete(flight);
  }

  /** All that a connection had on its way has come back: it does not count any more. */
  returned(waiting: Known['waiting']): void {
    const flight = this.byConnection.get(waiting);
    if (!flight) return;
    if (this.judged?.flight === flight) this.judged = null;
    this.close(flight, flight.clear());
  }

  /** Nothing is on its way of anybody: lets go of all, and of the document. */
  forget(): void {
    this.judged = null;
    for (const flight of this.open) this.close(flight, flight.clear());
    this.unwatch();
  }

  private unwatch(): void {
    this.doc?.off('afterTransaction', this.land);
    this.doc = null;
  }
}
