import type { PersonId } from '@enig/kernel';
import * as Y from 'yjs';
import { lengthOf, type Parts, type Piece, type Stretch } from './update';

/** What the server holds of a text, as one connection may count on it. */
export interface Known {
  /** What is committed. Only read. */
  readonly doc: Y.Doc;
  /**
   * Ends of clocks which this connection's own waiting updates will have reached, by client. The same map for as long
   * as the connection lasts: the gate keeps under it what is in those updates.
   */
  readonly waiting: ReadonlyMap<number, number>;
  /** The person each client id of the text belongs to. */
  readonly owners: ReadonlyMap<number, PersonId>;
  /** Whether the sender may add anything; where not, an update that would is refused before it is looked into. */
  readonly mayWrite?: boolean;
}

/** What an update adds to what the server has. */
export interface News {
  readonly pieces: readonly Piece[];
  readonly deletions: readonly Stretch[];
  /** Whether nothing had to be cut off. */
  readonly isWhole: boolean;
}

/** How far the server's knowledge goes: committed, and waiting from the same connection. */
export class Horizon {
  constructor(private readonly known: Pick<Known, 'doc' | 'waiting'>) {}

  /** The end of what is committed of a client. */
  committed(client: number): number {
    return Y.getState(this.known.doc.store, client);
  }

  end(client: number): number {
    return Math.max(this.committed(client), this.known.waiting.get(client) ?? 0);
  }

  /** What is new in an update (CO-7). */
  newsOf({ structs, deletions }: Parts): News {
    const pieces: Piece[] = [];
    let isWhole = true;
    let [client, end] = [-1, 0];
    for (const struct of structs) {
      if (struct.id.client !== client) [client, end] = [struct.id.client, this.end(struct.id.client)];
      const offset = Math.max(0, end - struct.id.clock);
      if (offset > 0 || struct instanceof Y.Skip) isWhole = false;
      if (offset < struct.length && !(struct instanceof Y.Skip)) pieces.push({ struct, offset });
    }
    const undeleted: Stretch[] = [];
    for (const stretch of deletions) this.addUndeleted(stretch, undeleted);
    return { pieces, deletions: undeleted, isWhole: isWhole && lengthOf(undeleted) === lengthOf(deletions) };
  }

  /** Adds the parts of a deletion that are not committed as deleted. */
  private addUndeleted({ client, from, to }: Stretch, found: Stretch[]): void {
    let start = from;
    const keep = (end: number) => {
      if (start < end) found.push({ client, from: start, to: end });
    };
    for (const { id, length, deleted } of structsWithin(this.known.doc, { client, from, to })) {
      if (!deleted) continue;
      keep(id.clock);
      start = id.clock + length;
    }
    keep(to);
  }
}

/** The committed structs that a stretch touches. */
export function* structsWithin(doc: Y.Doc, { client, from, to }: Stretch): Generator<Y.Item | Y.GC> {
  const structs = doc.store.clients.get(client) ?? [];
  if (from >= Y.getState(doc.store, client)) return;
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index += 1) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= to) return;
    yield struct;
  }
}

/**
 * The ends of the clocks once the news are added; null where they build on something that is not there (CO-8): a clock
 * with a hole, or a reference to what neither is there nor comes along.
 */
export function reachOf({ pieces, deletions }: News, horizon: Horizon): Map<number, number> | null {
  const reach = new Map<number, number>();
  for (const { struct, offset } of pieces) {
    const { client, clock } = struct.id;
    if (clock + offset !== (reach.get(client) ?? horizon.end(client))) return null;
    reach.set(client, clock + struct.length);
  }
  const has = ({ client, clock }: Y.ID) => clock < (reach.get(client) ?? horizon.end(client));
  const stands =
    pieces.every(({ struct }) => !(struct instanceof Y.Item) || namesOnly(struct, has)) &&
    deletions.every(({ client, to }) => has(Y.createID(client, to - 1)));
  return stands ? reach : null;
}

/** Whether all that an item refers to is there. */
function namesOnly({ origin, rightOrigin, parent }: Y.Item, has: (id: Y.ID) => boolean): boolean {
  const within: unknown = parent;
  return (!origin || has(origin)) && (!rightOrigin || has(rightOrigin)) && (!(within instanceof Y.ID) || has(within));
}
