/** A stretch of one client's clock and what is known of who wrote it. */
export interface Stretch<Author> {
  readonly from: number;
  readonly to: number;
  readonly author: Author;
}

/** Who wrote what of a document, by client id and clock. */
export class Authorship<Author> {
  private readonly stretches = new Map<number, Stretch<Author>[]>();

  /** A client's clock goes on to `to` by the author; what is known already stays theirs who came first. */
  extend(client: number, from: number, to: number, author: Author): void {
    const known = this.stretches.get(client) ?? [];
    this.stretches.set(client, known);
    const start = Math.max(from, known.at(-1)?.to ?? 0);
    if (start < to) known.push({ from: start, to, author });
  }

  /** Who wrote a piece, stretch by stretch, in order. */
  of(client: number, from: number, to: number): Stretch<Author>[] {
    const known = this.stretches.get(client) ?? [];
    const found: Stretch<Author>[] = [];
    for (let index = firstEndingAfter(known, from); index < known.length; index += 1) {
      const stretch = known[index];
      if (!stretch || stretch.from >= to) break;
      found.push({ ...stretch, from: Math.max(from, stretch.from), to: Math.min(to, stretch.to) });
    }
    return found;
  }

  /**
   * A piece of one client's is taken for theirs who wrote the stretches, which stand elsewhere and follow one another.
   * What a client wrote last is replaced fastest.
   */
  replace(client: number, from: number, instead: readonly Stretch<Author>[]): void {
    const known = this.stretches.get(client) ?? [];
    const after = known.splice(firstEndingAfter(known, from));
    const [before] = after;
    if (before && before.from < from) known.push({ ...before, to: from });
    let to = from;
    for (const stretch of instead) known.push({ ...stretch, from: to, to: (to += stretch.to - stretch.from) });
    for (const stretch of after) if (stretch.to > to) known.push({ ...stretch, from: Math.max(stretch.from, to) });
  }
}

/** The place of the first that ends after a clock, in a list in which both rise; its length where none does. */
export function firstEndingAfter(stretches: readonly { readonly to: number }[], clock: number): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.to ?? Infinity) > clock) high = middle;
    else low = middle + 1;
  }
  return low;
}
