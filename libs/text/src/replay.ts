import * as Y from 'yjs';

/**
 * Applies updates of a log in their order, within one transaction. Unlike `Y.applyUpdate` alone it tidies up no formats:
 * what that takes away depends on where one transaction ends and the next begins, and stands in no log, so that one log
 * would be several texts.
 */
export function applyLog(doc: Y.Doc, updates: Iterable<Uint8Array>): void {
  doc.transact((transaction) => {
    for (const update of updates) Y.applyUpdate(doc, update);
    transaction.local = true; // which it is said not to be by each update, whatever it is applied within
  });
}
