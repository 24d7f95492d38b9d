import { rootsOf, type TextKind } from '@enig/text';
import * as Y from 'yjs';
import { structsWithin } from './gate-horizon';
import { placeOfRoot, standing, type Content, type Place } from './content';

/** A shared type: which it is, and what may stand in it. */
export interface Spot {
  /** The same for the same type, and for no other. */
  readonly key: string;
  /** The item that made it; null for a root. */
  readonly id: Y.ID | null;
  /** Null where something unknown was committed before the rules were. */
  readonly place: Place | null;
}

/**
 * An item the new ones stand beside, or stand in. `spot` is null when it has been deleted together with what it stood
 * in: what is added to that is deleted as well.
 */
export interface Site {
  readonly spot: Spot | null;
  /** The key it stands under; null in a sequence. */
  readonly sub: string | null;
  readonly content: Content | null;
  /** The first clock of the content. */
  readonly clock: number;
  /** The type it makes; null when it makes none. */
  readonly holds: Spot | null;
}

/** The shared types of a text and what each is for. A type never moves, so each is looked at once. */
export class Spots {
  private readonly roots: ReadonlyMap<string, Spot>;
  private readonly found = new WeakMap<Y.AbstractType<unknown>, Spot>();

  constructor(kind: TextKind) {
    const shapes = Object.entries(rootsOf(kind));
    this.roots = new Map(
      shapes.map(([name, shape]) => [name, { key: `/${name}`, id: null, place: placeOfRoot(shape) }]),
    );
  }

  /** A root by its name; null where texts of this kind have none of that name (CO-5). */
  root(name: string): Spot | null {
    return this.roots.get(name) ?? null;
  }

  /** A type of the committed document. */
  of(type: Y.AbstractType<unknown>): Spot {
    const known = this.found.get(type);
    if (known) return known;
    const spot = this.look(type);
    this.found.set(type, spot);
    return spot;
  }

  private look(type: Y.AbstractType<unknown>): Spot {
    const item = type._item;
    if (item === null) {
      const name = [...(type.doc?.share ?? [])].find(([, root]) => root === type)?.[0] ?? '';
      return this.root(name) ?? { key: `/${name}`, id: null, place: null };
    }
    const { parent } = item;
    const around = parent instanceof Y.AbstractType ? this.of(parent).place : null;
    const made = around && standing(around, item.parentSub, item.content);
    return { key: keyOf(item.id), id: item.id, place: made === 'leaf' ? null : made };
  }

  /** A committed struct, as something to stand beside or in. */
  site(struct: Y.Item | Y.GC): Site {
    if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.AbstractType)) return GONE;
    const { content, parentSub, id } = struct;
    const holds = content instanceof Y.ContentType ? this.of(content.type) : null;
    return { spot: this.of(struct.parent), sub: parentSub, content, clock: id.clock, holds };
  }
}

/** What has been deleted together with what it stood in. */
export const GONE: Site = { spot: null, sub: null, content: null, clock: 0, holds: null };

/** Whether a type that was committed has been deleted. */
export function isGone(doc: Y.Doc, id: Y.ID): boolean {
  return typeAt(doc, id) === null;
}

/** The first of what is committed in a type, deleted or not; under a key, the first value it ever had. */
export function firstIn(doc: Y.Doc, { spot, sub = null }: { spot: Spot; sub?: string | null }): Y.Item | null {
  const type = spot.id ? typeAt(doc, spot.id) : doc.share.get(spot.key.slice(1));
  if (!type) return null;
  if (sub === null) return type._start;
  let item = type._map.get(sub) ?? null;
  while (item?.left) item = item.left;
  return item;
}

function typeAt(doc: Y.Doc, { client, clock }: Y.ID): Y.AbstractType<unknown> | null {
  const [struct] = structsWithin(doc, { client, from: clock, to: clock + 1 });
  return struct instanceof Y.Item && struct.content instanceof Y.ContentType ? struct.content.type : null;
}

/** A key for an id. */
export function keyOf({ client, clock }: Y.ID): string {
  return `${client}:${clock}`;
}
