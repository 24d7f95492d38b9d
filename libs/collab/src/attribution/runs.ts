import * as Y from 'yjs';

/** A stretch of one client's clock. */
export interface Span {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

/** A stretch of characters, as they stand in one item. */
export interface Piece {
  readonly client: number;
  readonly clock: number;
  readonly text: string;
}

/** Pieces that stand beside one another, in the order of the document. */
export type Run = readonly Piece[];

/** How much may still be looked at, in steps: an item is one, and so is a character. */
export class Effort {
  constructor(private left: number) {}

  /** @returns whether so many steps were left. */
  spend(steps: number): boolean {
    this.left -= steps;
    return this.left >= 0;
  }
}

/**
 * The characters of some spans, as runs. Only they and what lies deleted between them are looked at, not the text
 * around them.
 *
 * @param past  so many characters that can be seen may stand between two pieces of a run; none when not given.
 * @returns null when that takes more than the effort.
 */
export function runsOf(doc: Y.Doc, spans: readonly Span[], effort: Effort, past = 0): Run[] | null {
  const pieces = piecesByItem(doc, spans, effort);
  if (!pieces) return null;
  const next = new Map<Y.Item, Y.Item>();
  const first = new Set(pieces.keys());
  for (const item of pieces.keys()) {
    const other = nextOf(item, pieces, effort, past);
    if (other === undefined) return null;
    if (other === null) continue;
    next.set(item, other);
    first.delete(other);
  }
  return [...first].map((start) => {
    const run: Piece[] = [];
    for (let item: Y.Item | undefined = start; item; item = next.get(item))
      for (const piece of pieces.get(item) ?? []) run.push(piece);
    return run;
  });
}

/** The item that goes on with a run; null where it ends, undefined where that takes more than the effort. */
function nextOf(
  item: Y.Item,
  pieces: ReadonlyMap<Y.Item, unknown>,
  effort: Effort,
  past: number,
): Y.Item | null | undefined {
  let seen = 0;
  for (let next = item.right; next !== null; next = next.right) {
    if (!effort.spend(1)) return undefined;
    if (pieces.has(next)) return next;
    if (!next.deleted && next.countable && (seen += next.length) > past) return null;
  }
  return null;
}

/** The characters of some spans, by the items they stand in; null when there are more than the effort. */
function piecesByItem(doc: Y.Doc, spans: readonly Span[], effort: Effort): Map<Y.Item, Piece[]> | null {
  const found = new Map<Y.Item, Piece[]>();
  for (const { client, from, to } of spans) {
    const structs = doc.store.clients.get(client) ?? [];
    if (from >= to || Y.getState(doc.store, client) <= from) continue;
    for (let index = Y.findIndexSS(structs, from); index < structs.length; index += 1) {
      const struct = structs[index];
      if (!struct || struct.id.clock >= to) break;
      if (!effort.spend(1)) return null;
      if (!(struct instanceof Y.Item && struct.content instanceof Y.ContentString)) continue;
      const start = Math.max(from, struct.id.clock);
      const text = struct.content.str.slice(start - struct.id.clock, to - struct.id.clock);
      if (!effort.spend(text.length)) return null;
      const own = found.get(struct);
      if (own) own.push({ client, clock: start, text });
      else found.set(struct, [{ client, clock: start, text }]);
    }
  }
  return found;
}
