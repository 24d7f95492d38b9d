import * as Y from 'yjs';
import { Deletions } from './deletions';
import { structsWithin } from './gate-horizon';
import type { Piece, Stretch } from './update';

/** Texts shorter than this many characters may be emptied without more ado. */
const LEAST = 400;

/** What share of a text must go for somebody to be told. */
const MOST = 0.5;

/**
 * How many letters there are to be read in a document. Counted when first asked for, and kept by what each transaction
 * changes.
 */
export class Letters {
  private count: number;

  constructor(readonly doc: Y.Doc) {
    this.count = 0;
    for (const structs of doc.store.clients.values()) for (const struct of structs) this.count += lettersOf(struct);
    doc.on('afterTransaction', this.keep);
  }

  get all(): number {
    return this.count;
  }

  forget(): void {
    this.doc.off('afterTransaction', this.keep);
  }

  /** Runs before deleted content is thrown away. */
  private readonly keep = (transaction: Y.Transaction): void => {
    const { afterState, beforeState, deleteSet } = transaction;
    for (const [client, to] of afterState) {
      const from = beforeState.get(client) ?? 0;
      if (from === to) continue;
      for (const struct of structsWithin(this.doc, { client, from, to })) this.count += lettersOf(struct);
    }
    for (const [client, items] of deleteSet.clients) {
      const old = beforeState.get(client) ?? 0;
      for (const { clock, len } of items) {
        const stretch = { client, from: clock, to: Math.min(clock + len, old) };
        for (const struct of structsWithin(this.doc, stretch)) this.count -= wordsIn(struct)?.length ?? 0;
      }
    }
  };
}

/** What an update takes out of a document. */
export interface Taking {
  readonly deletions: readonly Stretch[];
  readonly pieces: readonly Piece[];
  /** Those of the pieces that come under a key. */
  readonly keyed: readonly Piece[];
}

/** All that an update takes out of a document: what it deletes, and the values it puts others in place of. */
export function takenBy({ deletions, keyed }: Taking): Deletions {
  const replaced = keyed.flatMap(({ struct }): Stretch[] => {
    const origin = struct instanceof Y.Item ? struct.origin : null;
    return origin ? [{ client: origin.client, from: origin.clock, to: origin.clock + 1 }] : [];
  });
  return Deletions.of([...deletions, ...replaced]);
}

/** The parts of a stretch that count. */
type Left = (stretch: Stretch) => readonly Stretch[];

/**
 * Whether an update takes away most of a text (CO-22). Words that come in again with it, as where paragraphs become a
 * list or something is moved, do not count as taken.
 *
 * @param letters how many there are; asked only when so much is deleted that it can matter.
 * @param left   what of a stretch nothing on its way takes already.
 */
export function deletesMost(
  doc: Y.Doc,
  { deletions, pieces, keyed }: Taking,
  letters: () => number,
  left: Left = (stretch) => [stretch],
): boolean {
  const taken = new Taken(doc, left);
  for (const stretch of deletions) taken.add(stretch);
  for (const { struct } of keyed) if (struct instanceof Y.Item) taken.addReplaced(struct);
  if (taken.letters <= LEAST * MOST) return false;
  const all = letters();
  return all >= LEAST && taken.letters > all * MOST && taken.lettersWithout(pieces) > all * MOST;
}

class Taken {
  /** What is taken of each item. */
  private readonly words = new Map<Y.Item, string>();
  /** Items that are taken as a whole, together with what they stood in. */
  private readonly whole = new Set<Y.Item>();
  letters = 0;

  /** Whether a type is taken already, or something around it. */
  private readonly gone = new Map<Y.AbstractType<unknown>, boolean>();

  constructor(
    private readonly doc: Y.Doc,
    private readonly left: Left,
  ) {}

  add(stretch: Stretch): void {
    for (const { client, from, to } of this.left(stretch)) {
      for (const struct of structsWithin(this.doc, { client, from, to })) {
        if (!(struct instanceof Y.Item) || struct.deleted || this.isWithinGone(struct)) continue;
        const { content, id } = struct;
        if (content instanceof Y.ContentString) {
          const cut = content.str.slice(Math.max(0, from - id.clock), to - id.clock);
          if (!this.whole.has(struct)) this.note(struct, (this.words.get(struct) ?? '') + cut);
        } else this.addWithin(struct);
      }
    }
  }

  /** A value that comes under a key takes the place of the one before. */
  addReplaced({ origin }: Y.Item): void {
    if (!origin) return;
    for (const struct of structsWithin(this.doc, { ...origin, from: origin.clock, to: origin.clock + 1 })) {
      if (!(struct instanceof Y.Item) || struct.parentSub === null || struct.deleted) continue;
      if (!this.isGoing(struct) && !this.isWithinGone(struct)) this.addWithin(struct);
    }
  }

  private isGoing({ id: { client, clock } }: Y.Item): boolean {
    return this.left({ client, from: clock, to: clock + 1 }).length === 0;
  }

  private isWithinGone({ parent }: Y.Item): boolean {
    if (!(parent instanceof Y.AbstractType)) return false;
    const known = this.gone.get(parent);
    if (known !== undefined) return known;
    const item = parent._item;
    const isIt = item !== null && (this.isGoing(item) || this.isWithinGone(item));
    this.gone.set(parent, isIt);
    return isIt;
  }

  /** What stands in a type goes with it, named or not. */
  private addWithin({ content }: Y.Item): void {
    if (!(content instanceof Y.ContentType)) return;
    const { type } = content;
    for (let item = type._start; item !== null; item = item.right) this.addWhole(item);
    for (const item of type._map.values()) this.addWhole(item);
  }

  private addWhole(item: Y.Item): void {
    if (item.deleted || this.whole.has(item)) return;
    this.whole.add(item);
    const { content, id, length } = item;
    if (content instanceof Y.ContentString) {
      const parts = this.left({ client: id.client, from: id.clock, to: id.clock + length });
      this.note(item, parts.map(({ from, to }) => content.str.slice(from - id.clock, to - id.clock)).join(''));
    } else if (!this.isGoing(item)) this.addWithin(item);
  }

  private note(item: Y.Item, words: string): void {
    this.letters += words.length - (this.words.get(item)?.length ?? 0);
    this.words.set(item, words);
  }

  /** How many letters are taken in words that the pieces do not bring again. */
  lettersWithout(pieces: readonly Piece[]): number {
    const brought = new Map<string, number>();
    for (const { struct } of pieces) {
      for (const word of wordsIn(struct)?.split(/\s+/) ?? []) brought.set(word, (brought.get(word) ?? 0) + 1);
    }
    let left = this.letters;
    for (const words of this.words.values()) {
      for (const word of words.split(/\s+/)) {
        const times = brought.get(word) ?? 0;
        if (times === 0) continue;
        brought.set(word, times - 1);
        left -= word.length + 1;
      }
    }
    return left;
  }
}

function lettersOf(struct: Y.Item | Y.GC): number {
  return struct.deleted ? 0 : (wordsIn(struct)?.length ?? 0);
}

function wordsIn(struct: Piece['struct']): string | null {
  return struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : null;
}
