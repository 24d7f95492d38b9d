import * as Y from 'yjs';
import type { Piece } from './update';

/** One thing said twice, compared from a clock both hold. */
interface Part {
  readonly piece: Piece;
  /** How far into the struct. */
  readonly from: number;
}

/**
 * Whether the second says what the first does, as far as both go. Structs may be cut up otherwise; what the second has
 * deleted it need not say. Both are of one client and without holes.
 */
export function sameStructs(first: readonly Piece[], second: readonly Piece[]): boolean {
  let [one, other] = [0, 0];
  for (;;) {
    const [a, b] = [first[one], second[other]];
    if (!a || !b) return true;
    const start = Math.max(startOf(a), startOf(b));
    const end = Math.min(endOf(a), endOf(b));
    if (start < end && !isSame(partOf(a, start), partOf(b, start), end - start)) return false;
    if (endOf(a) <= endOf(b)) one += 1;
    if (endOf(b) <= endOf(a)) other += 1;
  }
}

function startOf({ struct, offset }: Piece): number {
  return struct.id.clock + offset;
}

function endOf({ struct }: Piece): number {
  return struct.id.clock + struct.length;
}

function partOf(piece: Piece, clock: number): Part {
  return { piece, from: clock - piece.struct.id.clock };
}

function isSame(a: Part, b: Part, length: number): boolean {
  const [one, other] = [a.piece.struct, b.piece.struct];
  if (!(other instanceof Y.Item) || other.content instanceof Y.ContentDeleted) return true;
  if (!(one instanceof Y.Item)) return false;
  if (!Y.compareIDs(originOf(one, a.from), originOf(other, b.from))) return false;
  if (!Y.compareIDs(one.rightOrigin, other.rightOrigin)) return false;
  if (a.from === 0 && b.from === 0 && !isSameParent(one, other)) return false;
  return isSameContent(one.content, a.from, other.content, b.from, length);
}

/** What a unit of an item stands behind: the unit before it, when it is not the first. */
export function originOf({ id, origin }: Y.Item, from: number): Y.ID | null {
  return from > 0 ? Y.createID(id.client, id.clock + from - 1) : origin;
}

/** Only an item that stands beside nothing says what it stands in. */
function isSameParent(one: Y.Item, other: Y.Item): boolean {
  const [a, b]: [unknown, unknown] = [one.parent, other.parent];
  if (a instanceof Y.ID && b instanceof Y.ID) return Y.compareIDs(a, b) && one.parentSub === other.parentSub;
  return a === b && one.parentSub === other.parentSub;
}

type Content = Y.Item['content'];

function isSameContent(a: Content, aFrom: number, b: Content, bFrom: number, length: number): boolean {
  if (a.constructor !== b.constructor) return false;
  if (a instanceof Y.ContentString && b instanceof Y.ContentString) {
    return a.str.slice(aFrom, aFrom + length) === b.str.slice(bFrom, bFrom + length);
  }
  if (a instanceof Y.ContentAny && b instanceof Y.ContentAny) {
    return jsonOf(a.arr.slice(aFrom, aFrom + length)) === jsonOf(b.arr.slice(bFrom, bFrom + length));
  }
  if (a instanceof Y.ContentFormat && b instanceof Y.ContentFormat) {
    return a.key === b.key && jsonOf(a.value) === jsonOf(b.value);
  }
  if (a instanceof Y.ContentType && b instanceof Y.ContentType) return isSameType(a.type, b.type);
  return a instanceof Y.ContentDeleted;
}

function isSameType(a: Y.AbstractType<unknown>, b: Y.AbstractType<unknown>): boolean {
  if (a.constructor !== b.constructor) return false;
  return !(a instanceof Y.XmlElement && b instanceof Y.XmlElement) || a.nodeName === b.nodeName;
}

function jsonOf(value: unknown): string {
  return JSON.stringify(value);
}
