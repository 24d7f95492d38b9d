import type * as Y from 'yjs';
import type { TextChange } from './text-change';

/** Words in a document that a plain field can be tied to. */
export type SharedWords = {
  readonly read: () => string;
  /** Makes one change, in one transaction with that origin. */
  readonly change: (change: TextChange, origin: unknown) => void;
  /** Calls back after every change, with the origin of its transaction. @returns how to stop. */
  readonly observe: (listener: (origin: unknown) => void) => () => void;
  /** What undo watches. */
  readonly scope: Y.Text | Y.XmlFragment;
};

/** The words of a Y.Text. */
export function wordsOfText(text: Y.Text): SharedWords {
  return {
    read: () => text.toString(),
    change: ({ index, removed, inserted }, origin) => {
      text.doc?.transact(() => {
        if (removed > 0) text.delete(index, removed);
        if (inserted !== '') text.insert(index, inserted);
      }, origin);
    },
    observe: (listener) => {
      const changed = (_: unknown, transaction: Y.Transaction) => listener(transaction.origin);
      text.observe(changed);
      return () => text.unobserve(changed);
    },
    scope: text,
  };
}
