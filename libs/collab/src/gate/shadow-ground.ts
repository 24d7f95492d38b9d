import * as Y from 'yjs';
import type { Place } from './content';
import type { Flight, Standing } from './gate-flight';
import { firstIn, type Spot } from './gate-spots';
import type { Walk } from './gate-walk';
import { originOf } from './same-structs';
import { putTogether, type Piece, type Stretch } from './update';

/** What is put to the test. */
export interface Trial {
  /** As it would be committed. */
  readonly update: Uint8Array;
  readonly deletions: readonly Stretch[];
  /** Through what is new in it. */
  readonly walk: Walk;
  readonly doc: Y.Doc;
  readonly flight: Flight;
}

/**
 * What an update stands on, for a shadow of the document: the items it names, the types they stand in, and nothing where
 * the others would be. A type whose order must be seen is there with all that stands in it.
 */
export class Ground {
  /** By client and clock. */
  private readonly laid = new Map<number, Map<number, Piece>>();
  /** How far each client must be there. */
  private readonly ends = new Map<number, number>();

  constructor(
    private readonly trial: Trial,
    private readonly shadow: Y.Doc,
  ) {
    const { walk, deletions } = trial;
    for (const spot of walk.unsure.values()) this.layAllIn(spot);
    for (const standing of walk.inOrder) this.layUnder(standing);
    for (const { client, to } of deletions) this.reach(client, to);
    for (const client of walk.standings.keys()) this.ends.set(client, this.start(client));
  }

  update(): Uint8Array {
    const pieces = [...this.ends].flatMap(([client, end]) => this.filled(client, end));
    return putTogether(pieces, []);
  }

  private start(client: number): number {
    const first = this.trial.walk.standings.get(client)?.[0];
    return first ? first.struct.id.clock + first.offset : Infinity;
  }

  private layAllIn(spot: Spot): void {
    if (spot.id && spot.id.clock >= this.start(spot.id.client)) return;
    this.layType(spot);
    for (let item = firstIn(this.trial.doc, { spot }); item !== null; item = item.right) {
      const { id, origin, rightOrigin, length } = item;
      const parent = origin || rightOrigin ? null : this.parentFor(spot);
      const content = this.typeAt(id) ?? new Y.ContentDeleted(length);
      this.lay({ struct: new Y.Item(id, null, origin, null, rightOrigin, parent, null, content), offset: 0 });
    }
    for (const { struct, offset } of this.trial.flight.in(spot)) {
      const { id, length } = struct;
      if (this.laid.get(id.client)?.has(id.clock) || id.clock + offset < Y.getState(this.trial.doc.store, id.client))
        continue;
      if (!(struct instanceof Y.Item)) continue;
      const origin = originOf(struct, offset);
      const parent = origin || struct.rightOrigin ? null : this.parentFor(spot);
      const content = this.typeAt(id) ?? new Y.ContentDeleted(length - offset);
      const at = Y.createID(id.client, id.clock + offset);
      this.lay({ struct: new Y.Item(at, null, origin, null, struct.rightOrigin, parent, null, content), offset: 0 });
    }
  }

  private layUnder({ struct, offset }: Standing): void {
    if (!(struct instanceof Y.Item)) return;
    const parent: unknown = struct.parent;
    this.layUnit(originOf(struct, offset));
    this.layUnit(struct.rightOrigin);
    if (parent instanceof Y.ID) this.layUnit(parent);
  }

  private layUnit(id: Y.ID | null): void {
    if (!id || id.clock >= this.start(id.client)) return;
    const { spot, sub } = this.trial.walk.find(id);
    this.reach(id.client, id.clock + 1);
    if (!spot || (sub === null && this.trial.walk.unsure.has(spot.key))) return;
    this.layType(spot);
    const content = this.typeAt(id) ?? new Y.ContentAny([null]);
    this.lay({ struct: new Y.Item(id, null, null, null, null, this.parentFor(spot), sub, content), offset: 0 });
  }

  /** Where the type itself stands does not matter, unless it is named as well. */
  private layType({ id }: Spot): void {
    if (!id || this.laid.get(id.client)?.has(id.clock)) return;
    const parent = this.shadow.get('?');
    const content = this.typeAt(id) ?? new Y.ContentAny([null]);
    this.lay({ struct: new Y.Item(id, null, null, null, null, parent, null, content), offset: 0 });
  }

  private lay(piece: Piece): void {
    const { id, length } = piece.struct;
    this.reach(id.client, id.clock + length);
    const pieces = this.laid.get(id.client);
    if (pieces) pieces.set(id.clock, piece);
    else this.laid.set(id.client, new Map([[id.clock, piece]]));
  }

  private reach(client: number, end: number): void {
    this.ends.set(client, Math.max(end, this.ends.get(client) ?? 0));
  }

  private parentFor(spot: Spot): Y.AbstractType<unknown> | Y.ID {
    return spot.id ?? this.shadow.get(spot.key.slice(1));
  }

  private typeAt(id: Y.ID): Y.ContentType | null {
    const place = this.trial.walk.find(id).holds?.place;
    return place ? new Y.ContentType(typeFor(place)) : null;
  }

  private filled(client: number, end: number): Piece[] {
    const pieces: Piece[] = [];
    let at = 0;
    const fill = (to: number) => {
      if (to > at) pieces.push({ struct: new Y.GC(Y.createID(client, at), to - at), offset: 0 });
      at = Math.max(at, to);
    };
    for (const [clock, piece] of [...(this.laid.get(client) ?? [])].sort(([one], [other]) => one - other)) {
      fill(clock);
      pieces.push(piece);
      at = clock + piece.struct.length;
    }
    fill(end);
    return pieces;
  }
}

function typeFor(place: Place): Y.Text | Y.XmlFragment | Y.Map<unknown> {
  switch (place.kind) {
    case 'words':
      return new Y.Text();
    case 'run':
      return new Y.XmlText();
    case 'prose':
      return place.node === 'doc' ? new Y.XmlFragment() : new Y.XmlElement(place.node);
    case 'byId':
    case 'item':
      return new Y.Map();
  }
}
