import { rootsOf, type TextKind } from '@enig/text';
import * as Y from 'yjs';
import type { UpdateRefused } from './ports';
import { Malformed } from './protocol';
import { putTogether, takeApart, type Parts, type Piece, type Stretch } from './update';

/** The longest message in bytes a client may send (CO-3). A page of text is about 3,000. */
export const MAX_MESSAGE = 1_048_576;

/** What the server holds of a text, as one connection may count on it. */
export interface Known {
  /** What is committed. Only read. */
  readonly doc: Y.Doc;
  /** Ends of clocks which this connection's own waiting updates will have reached, by client. */
  readonly waiting: ReadonlyMap<number, number>;
}

/** What the gate finds in an update. */
export type Judgement =
  /** The server has all of it: nothing to commit, and nothing to refuse, whoever sent it (CO-7). */
  | { readonly kind: 'nothing' }
  /** It builds on something the server does not have: the client is asked for that (CO-8). */
  | { readonly kind: 'gap' }
  /** This is new, and the clocks it reaches. The bytes are the client's own unless something had to be cut off. */
  | { readonly kind: 'new'; readonly update: Uint8Array; readonly reaches: ReadonlyMap<number, number> }
  | { readonly kind: 'refused'; readonly code: UpdateRefused };

/** Judges updates of one kind of text before they are committed. */
export class Gate {
  /** The names of the roots a text of this kind has. */
  readonly roots: ReadonlySet<string>;

  constructor(kind: TextKind) {
    this.roots = new Set(Object.keys(rootsOf(kind)));
  }

  /**
   * First cuts off what the server has (stock clients answer a step 1 with their whole delete set, and with others'
   * items after a reload); then CO-4 format, CO-7 nothing new, CO-8 gaps, CO-5 known roots. Nothing is changed.
   */
  judge(update: Uint8Array, known: Known): Judgement {
    const parts = readParts(update);
    if (parts === null) return { kind: 'refused', code: 'CO-4-MALFORMED' };
    const horizon = new Horizon(known);
    const pieces = newPieces(parts, horizon);
    const deletions = parts.deletions.flatMap((stretch) => horizon.undeleted(stretch));
    if (pieces.length === 0 && deletions.length === 0) return { kind: 'nothing' };

    const reaches = reachOf(pieces, horizon);
    if (reaches === null || !standsOn(pieces, deletions, horizon, reaches)) return { kind: 'gap' };
    if (!pieces.every(({ struct }) => this.isUnderKnownRoot(struct)))
      return { kind: 'refused', code: 'CO-5-UNKNOWN-ROOT' };
    const isWhole = pieces.length === parts.structs.length && pieces.every(({ offset }) => offset === 0);
    const isUntouched = isWhole && lengthOf(deletions) === lengthOf(parts.deletions);
    return { kind: 'new', reaches, update: isUntouched ? update : putTogether(pieces, deletions) };
  }

  /** Only the first item of a root names it; the others stand beside or under an item that is judged already. */
  private isUnderKnownRoot(struct: Piece['struct']): boolean {
    const parent: unknown = struct instanceof Y.Item ? struct.parent : null;
    return typeof parent !== 'string' || this.roots.has(parent);
  }
}

function readParts(update: Uint8Array): Parts | null {
  try {
    return takeApart(update);
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

/** How far the server's knowledge goes: committed, and waiting from the same connection. */
class Horizon {
  constructor(private readonly known: Known) {}

  end(client: number): number {
    return Math.max(Y.getState(this.known.doc.store, client), this.known.waiting.get(client) ?? 0);
  }

  /** The parts of a deletion that are not committed as deleted. */
  undeleted({ client, from, to }: Stretch): Stretch[] {
    const structs = this.known.doc.store.clients.get(client) ?? [];
    const end = Math.min(to, Y.getState(this.known.doc.store, client));
    const found: Stretch[] = to > end ? [{ client, from: Math.max(from, end), to }] : [];
    if (from >= end) return found;
    for (let index = Y.findIndexSS(structs, from); index < structs.length; index += 1) {
      const struct = structs[index];
      if (struct === undefined || struct.id.clock >= end) break;
      if (struct.deleted) continue;
      const stretch = { from: Math.max(from, struct.id.clock), to: Math.min(end, struct.id.clock + struct.length) };
      found.push({ client, ...stretch });
    }
    return found;
  }
}

function newPieces({ structs }: Parts, horizon: Horizon): Piece[] {
  return structs.flatMap((struct) => {
    if (struct instanceof Y.Skip) return [];
    const offset = Math.max(0, horizon.end(struct.id.client) - struct.id.clock);
    return offset < struct.length ? [{ struct, offset }] : [];
  });
}

/** The ends of the clocks once the pieces are added; null when one of them would leave a hole. */
function reachOf(pieces: readonly Piece[], horizon: Horizon): Map<number, number> | null {
  const reach = new Map<number, number>();
  for (const { struct, offset } of pieces) {
    const { client, clock } = struct.id;
    if (clock + offset !== (reach.get(client) ?? horizon.end(client))) return null;
    reach.set(client, clock + struct.length);
  }
  return reach;
}

/** Whether everything the update refers to is there or comes with it. */
function standsOn(
  pieces: readonly Piece[],
  deletions: readonly Stretch[],
  horizon: Horizon,
  reaches: ReadonlyMap<number, number>,
): boolean {
  const has = (client: number, clock: number) => clock < (reaches.get(client) ?? horizon.end(client));
  return (
    pieces.every(({ struct }) => referencesOf(struct).every(({ client, clock }) => has(client, clock))) &&
    deletions.every(({ client, to }) => has(client, to - 1))
  );
}

function referencesOf(struct: Piece['struct']): Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  const parent: unknown = struct.parent;
  return [struct.origin, struct.rightOrigin, parent].filter((id): id is Y.ID => id instanceof Y.ID);
}

function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { from, to }) => sum + (to - from), 0);
}
