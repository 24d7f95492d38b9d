import { readFragment, UnknownContent, type RichText } from '@enig/text';
import type * as Y from 'yjs';
import { useShared } from '../shared/use-shared';

/**
 * The prose of a fragment as it is now; null when it holds something this version does not know. An editor must not be
 * opened on that: it would delete what it cannot show.
 */
export function useFragment(fragment: Y.XmlFragment): RichText | null {
  return useShared(fragment, read, isSameProse);
}

function read(fragment: Y.XmlFragment): RichText | null {
  try {
    return readFragment(fragment);
  } catch (error) {
    if (error instanceof UnknownContent) return null;
    throw error;
  }
}

function isSameProse(one: RichText | null, other: RichText | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
