import type { TextId } from '@enig/kernel';

/** Rows of one log from one seq to another, both with them. */
export interface Rows {
  readonly first: number;
  readonly last: number;
}

/** How many texts and stretches of each are remembered; what is forgotten is judged once more. */
const REMEMBERED = { texts: 2_000, stretches: 64 } as const;

/**
 * Which rows of the logs this node has written last. It judged what it sends after them in their order, so they are no
 * news to it, although it may not have heard yet that they are committed.
 */
export class OwnRows {
  private readonly texts = new Map<TextId, Rows[]>();

  /** A row of this node is committed. */
  add(text: TextId, seq: number): void {
    const stretches = this.texts.get(text) ?? [];
    this.texts.delete(text);
    this.texts.set(text, stretches); // the last one used is the last one forgotten
    const last = stretches.at(-1);
    if (last && last.last + 1 === seq) stretches[stretches.length - 1] = { first: last.first, last: seq };
    else stretches.push({ first: seq, last: seq });
    if (stretches.length > REMEMBERED.stretches) stretches.shift();
    const [oldest] = this.texts.keys();
    if (this.texts.size > REMEMBERED.texts && oldest !== undefined) this.texts.delete(oldest);
  }

  /** How far a log is known by whoever knows it up to `known`, when the own rows that follow are counted. */
  through(text: TextId, known: number): number {
    const next = this.texts.get(text)?.findLast(({ first }) => first <= known + 1);
    return Math.max(known, next?.last ?? 0);
  }

  /** The own rows after what is known. */
  after(text: TextId, known: number): readonly Rows[] {
    return this.texts.get(text)?.filter(({ last }) => last > known) ?? [];
  }
}
