import type { Json } from '@enig/kernel';
import { getSchema } from '@tiptap/core';
import type { AttributeSpec, MarkType, NodeType, Schema } from '@tiptap/pm/model';
import { ALWAYS_SAID, attributeCheck, type AttributeCheck } from './attributes';
import { textExtensions } from './extensions';

/** One attribute: which values it may have, and which it has when it is left out (`undefined`: it must stand). */
export type AttributeRule = {
  readonly passes: AttributeCheck;
  readonly fallback: Json | undefined;
  /** Whether canonical prose says it also where it equals the fallback. */
  readonly isAlwaysSaid: boolean;
};

/** The attributes of a mark, by name. */
export type MarkRule = {
  readonly attrs: ReadonlyMap<string, AttributeRule>;
  /** The mark's place among others on the same stretch of text. */
  readonly rank: number;
  /** Whether the same text can carry it twice, with other attributes. None of ours can. */
  readonly overlaps: boolean;
};

/** What a node may hold: attributes by name, and the nodes that may stand directly in it (`text` for text). */
export type NodeRule = {
  readonly attrs: ReadonlyMap<string, AttributeRule>;
  readonly children: ReadonlySet<string>;
};

let schema: Schema | undefined;
let nodes: ReadonlyMap<string, NodeRule> | undefined;
let marks: ReadonlyMap<string, MarkRule> | undefined;

/** The ProseMirror schema of all prose; made once. */
export function textSchema(): Schema {
  schema ??= getSchema(textExtensions());
  return schema;
}

/** The nodes that may stand in prose, by name, read from the schema. `doc` (the fragment itself) and `text` are in it. */
export function allowedNodes(): ReadonlyMap<string, NodeRule> {
  nodes ??= new Map(Object.values(textSchema().nodes).map((type) => [type.name, nodeRule(type)]));
  return nodes;
}

/** The marks that may stand on text, by name, read from the schema. */
export function allowedMarks(): ReadonlyMap<string, MarkRule> {
  marks ??= new Map(Object.values(textSchema().marks).map((type, rank) => [type.name, markRule(type, rank)]));
  return marks;
}

function nodeRule(type: NodeType): NodeRule {
  const all = Object.values(type.schema.nodes);
  const children = all.filter((child) => mayHold(type, child)).map((child) => child.name);
  return { attrs: attributeRules(type), children: new Set(children) };
}

function markRule(type: MarkType, rank: number): MarkRule {
  return { attrs: attributeRules(type), rank, overlaps: !type.excludes(type) };
}

/** Whether the child can stand anywhere in the parent: walks the content expression from its start. */
function mayHold(parent: NodeType, child: NodeType): boolean {
  const seen = [parent.contentMatch];
  for (const match of seen) {
    if (match.matchType(child)) return true;
    for (let edge = 0; edge < match.edgeCount; edge += 1) {
      const { next } = match.edge(edge);
      if (!seen.includes(next)) seen.push(next);
    }
  }
  return false;
}

function attributeRules(type: NodeType | MarkType): ReadonlyMap<string, AttributeRule> {
  const specs = Object.entries(type.spec.attrs ?? {}).map(([name, spec]): [string, AttributeRule] => [
    name,
    attributeRule(type.name, name, spec),
  ]);
  return new Map(specs);
}

function attributeRule(type: string, name: string, spec: AttributeSpec): AttributeRule {
  const fallback: Json | undefined = spec.default;
  return { passes: attributeCheck(type, name), fallback, isAlwaysSaid: ALWAYS_SAID.has(`${type}.${name}`) };
}
