/** Most bytes of one notification; PostgreSQL takes 7,999. */
export const MOST_TOLD = 7_900;

/**
 * Puts things into as few lists as their order allows, each with at most so many bytes; at least one list. What fits
 * into none is left out.
 */
export function packed<Thing>(things: readonly Thing[], sizeOf: (thing: Thing) => number, limit: number): Thing[][] {
  let list: Thing[] = [];
  const lists = [list];
  let bytes = 0;
  for (const thing of things) {
    const size = sizeOf(thing) + 1;
    if (size > limit) continue;
    if (bytes + size > limit) {
      list = [];
      lists.push(list);
      bytes = 0;
    }
    list.push(thing);
    bytes += size;
  }
  return lists;
}
