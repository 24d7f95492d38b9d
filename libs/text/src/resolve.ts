import type { ProseNode, RichText, TextJson } from './json';
import { mapProse, slotsOf, type SlotPath } from './slots';

/** What references are called when a version is made; null where there is nothing of that id. */
export type Names = {
  /** The name of a focus area, with its number where it has one. */
  readonly section: (id: string) => string | null;
  /** The name of a party. */
  readonly party: (id: string) => string | null;
};

/**
 * The same text with every reference called by its present name: labels of cross-references, `ownerName` of goals and
 * `responsibleName` of actions. A label that was there is replaced, also by nothing: names come from the lookup alone.
 */
export function resolveReferences<Json extends TextJson>(json: Json, names: Names): Json;
export function resolveReferences(json: TextJson, names: Names): TextJson {
  const labelled = mapProse(json, (prose) => ({ ...prose, content: prose.content.map((node) => label(node, names)) }));
  if (labelled.kind !== 'focus-area') return labelled;
  const name = (id: string | null) => (id === null ? null : names.party(id));
  return {
    ...labelled,
    goals: labelled.goals.map((goal) => ({ ...goal, ownerName: name(goal.owner) })),
    actions: labelled.actions.map((action) => ({ ...action, responsibleName: name(action.responsible) })),
  };
}

/** A reference to something without a name. */
export type DanglingReference = {
  readonly path: SlotPath;
  readonly to: 'section' | 'party';
  readonly id: string;
};

/** The references that have no name: after `resolveReferences` those that lead nowhere, before it all. */
export function danglingReferences(json: TextJson): DanglingReference[] {
  return slotsOf(json).flatMap(({ path, value }): DanglingReference[] => {
    if (value.shape === 'prose') return unnamed(value.prose).map((id) => ({ path, to: 'section', id }));
    if (value.shape !== 'party' || value.party === null || value.name !== null) return [];
    return [{ path, to: 'party', id: value.party }];
  });
}

function label(node: ProseNode, names: Names): ProseNode {
  if (node.content) return { ...node, content: node.content.map((child) => label(child, names)) };
  const target = node.type === 'crossReference' ? node.attrs?.['target'] : undefined;
  if (typeof target !== 'string') return node;
  const found = names.section(target);
  return { ...node, attrs: found === null ? { target } : { target, label: found } };
}

function unnamed({ content }: RichText | ProseNode): string[] {
  return (content ?? []).flatMap((node) => {
    const { target, label: called } = node.attrs ?? {};
    const isUnnamed = node.type === 'crossReference' && typeof target === 'string' && typeof called !== 'string';
    return isUnnamed ? [target] : unnamed(node);
  });
}
