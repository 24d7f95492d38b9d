import * as Y from 'yjs';

/** Updates kept one by one before they are made into one, as in y-indexeddb. */
const TRIM_AT = 500;

/** What a browser keeps of a text, as y-indexeddb does: every update as it came, now and then made into one. For specs only. */
export class Kept {
  private updates: Uint8Array[];

  /** @param doc whose updates are kept from now on, on top of those of before. */
  constructor(doc: Y.Doc, before: readonly Uint8Array[] = []) {
    this.updates = [...before];
    doc.on('update', (update: Uint8Array) => {
      this.updates.push(update);
      if (this.updates.length >= TRIM_AT) this.updates = [Y.encodeStateAsUpdate(doc)];
    });
  }

  /**
   * The page is opened again.
   *
   * @param lost how many of the last updates had not been written down when it was closed.
   */
  reopened(lost: number): { readonly doc: Y.Doc; readonly kept: Kept } {
    const left = this.updates.slice(0, Math.max(1, this.updates.length - lost));
    const doc = new Y.Doc();
    doc.transact(() => left.forEach((update) => Y.applyUpdate(doc, update)));
    return { doc, kept: new Kept(doc, left) };
  }
}
