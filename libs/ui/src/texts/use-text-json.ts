import { toJson, UnknownContent, type TextJsonOf, type TextKind } from '@enig/text';
import { useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';

/** A whole text as it is now; null when it holds something this version does not know. */
export function useTextJson<Kind extends TextKind>(kind: Kind, doc: Y.Doc): TextJsonOf<Kind> | null {
  const store = useMemo(() => {
    let known: { readonly value: TextJsonOf<Kind> | null } | null = null;
    return {
      subscribe: (onChange: () => void) => {
        const changed = () => {
          known = null;
          onChange();
        };
        known = null;
        doc.on('update', changed);
        return () => doc.off('update', changed);
      },
      value: () => {
        known ??= { value: read(kind, doc) };
        return known.value;
      },
    };
  }, [kind, doc]);
  return useSyncExternalStore(store.subscribe, store.value);
}

function read<Kind extends TextKind>(kind: Kind, doc: Y.Doc): TextJsonOf<Kind> | null {
  try {
    return toJson(kind, doc);
  } catch (error) {
    if (error instanceof UnknownContent) return null;
    throw error;
  }
}
