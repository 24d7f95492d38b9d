import * as Y from 'yjs';
import { neededBy } from './content';
import type { Deletions } from './deletions';
import type { Flight, Standing } from './gate-flight';
import type { Walk } from './gate-walk';
import { structsWithin } from './gate-horizon';
import { keyOf, type Site, type Spots } from './gate-spots';

/**
 * Attributes a node cannot be without (CO-20), as they have no default: a reference without its target cannot be read,
 * and editors would delete it. Each is a chain of values of which the last counts; every chain an update touches must end in one
 * that stays.
 */
export class NeededAttributes {
  /** By node and attribute: the ends its chain may have, and whether they stay. */
  private readonly ends = new Map<string, Map<string, boolean>>();

  constructor(
    private readonly spots: Spots,
    private readonly flight: Flight,
    private readonly walk: Walk,
    private readonly deletions: Deletions,
  ) {}

  /** Whether each that is touched has a value afterwards. */
  areKept(doc: Y.Doc): boolean {
    for (const { client, from, to } of this.deletions.stretches) {
      for (const struct of structsWithin(doc, { client, from, to })) this.leave(struct);
      for (const { struct, site } of this.flight.between(client, from, to)) {
        if (site.spot && !this.walk.isGone(site.spot)) this.end(site, lastId(struct), false);
      }
    }
    for (const standing of this.walk.inOrder) this.add(standing);
    return [...this.ends.values()].every((ends) => ends.size > 0 && [...ends.values()].every((stays) => stays));
  }

  private leave(struct: Y.Item | Y.GC): void {
    if (!(struct instanceof Y.Item) || struct.parentSub === null || struct.deleted) return;
    const { parent } = struct;
    const isLast = parent instanceof Y.AbstractType && parent._map.get(struct.parentSub) === struct;
    if (isLast) this.end(this.spots.site(struct), lastId(struct), false);
  }

  private add({ struct, site }: Standing): void {
    const { holds } = site;
    if (holds?.place?.kind === 'prose' && !this.deletions.has(struct.id)) {
      for (const name of neededBy(holds.place.node)) this.endsOf(`${holds.key} ${name}`);
    }
    if (site.sub === null || !(struct instanceof Y.Item)) return;
    const stays = !(struct.content instanceof Y.ContentDeleted) && !this.deletions.has(lastId(struct));
    this.end(site, lastId(struct), stays, struct.origin);
  }

  /** Notes the end of a chain, in place of the one it stands behind. */
  private end({ spot, sub }: Site, id: Y.ID, stays: boolean, origin: Y.ID | null = null): void {
    if (spot?.place?.kind !== 'prose' || sub === null || !neededBy(spot.place.node).includes(sub)) return;
    if (spot.id && this.deletions.has(spot.id)) return;
    if (!stays && this.flight.goesOnFrom(id)) return;
    const ends = this.endsOf(`${spot.key} ${sub}`);
    if (origin) ends.delete(keyOf(origin));
    ends.set(keyOf(id), stays);
  }

  private endsOf(chain: string): Map<string, boolean> {
    const known = this.ends.get(chain);
    if (known) return known;
    const ends = new Map<string, boolean>();
    this.ends.set(chain, ends);
    return ends;
  }
}

function lastId({ id, length }: Standing['struct']): Y.ID {
  return Y.createID(id.client, id.clock + length - 1);
}
