import { createHash } from 'node:crypto';
import * as Y from 'yjs';

/** Tells after how many messages somebody had the whole of a text, by what stands in it. */
export class Whole {
  private readonly vector: ReadonlyMap<number, number>;
  private readonly content: string;
  /** What was found for the same bytes before: most are sent the same. */
  private readonly known = new Map<string, number>();

  /** @param whole the text as one update. */
  constructor(whole: Uint8Array) {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, whole);
    this.vector = Y.decodeStateVector(Y.encodeStateVector(doc));
    this.content = contentOf(doc);
    doc.destroy();
  }

  /** @returns the number of updates it took; null when the text is not whole with all of them. */
  after(updates: readonly Uint8Array[]): number | null {
    const hash = createHash('sha256');
    for (const update of updates) hash.update(update);
    const key = hash.digest('hex');
    const count = this.known.get(key) ?? this.count(updates);
    this.known.set(key, count);
    return count === 0 ? null : count;
  }

  /** 0 for never. The clocks say that everything written has come; the content, that what was taken back is gone. */
  private count(updates: readonly Uint8Array[]): number {
    const doc = new Y.Doc();
    const last = updates.findIndex((update) => {
      Y.applyUpdate(doc, update);
      const hasAll = [...this.vector].every(([client, clock]) => Y.getState(doc.store, client) >= clock);
      return hasAll && contentOf(doc) === this.content;
    });
    doc.destroy();
    return last + 1;
  }
}

function contentOf(doc: Y.Doc): string {
  return doc.getXmlFragment('intro').toJSON();
}
