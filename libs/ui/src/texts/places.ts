import { LIST_NAMES, type ListName } from '@enig/text';
import type { Doc } from 'yjs';

/** Anything of Yjs that stands in a document. */
type Standing = { readonly parent: unknown; readonly _item: { readonly parentSub: string | null } | null };

/** Where a shared type stands: the name of its root, then the keys on the way down; null for what is not in one. */
export function pathOf(doc: Doc, type: unknown): readonly string[] | null {
  const keys: string[] = [];
  let at: unknown = type;
  while (isStanding(at) && at._item !== null) {
    if (at._item.parentSub !== null) keys.unshift(at._item.parentSub);
    at = at.parent;
  }
  const root = [...doc.share].find(([, shared]) => shared === at)?.[0];
  return root === undefined ? null : [root, ...keys];
}

function isStanding(value: unknown): value is Standing {
  return typeof value === 'object' && value !== null && '_item' in value && 'parent' in value;
}

/** The name of one of a focus area's lists; null for anything else. */
export function listNamed(name: string | undefined): ListName | null {
  return LIST_NAMES.find((list) => list === name) ?? null;
}
