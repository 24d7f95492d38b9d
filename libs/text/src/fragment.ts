import type { Json } from '@enig/kernel';
import * as Y from 'yjs';
import type { ProseAttributes, ProseMark, ProseNode, RichText } from './json';
import { attributeNameOf, markTypeOf } from './mark-names';
import { canonicalRich, MAX_DEPTH, type RawMark, type RawNode } from './normalise';
import { allowedMarks, allowedNodes, type AttributeRule } from './schema';
import { UnknownContent } from './unknown-content';

/**
 * The prose of a fragment in canonical form. Only reads: nothing is written to the document, not even a repair.
 *
 * @throws UnknownContent for what the schema does not know.
 */
export function readFragment(fragment: Y.XmlFragment): RichText {
  return canonicalRich(rawChildren(fragment, 1));
}

/**
 * Canonical prose as a fragment, written as the editor's binding would: every attribute that has a value, also where it
 * equals the default, so that opening the editor changes nothing.
 *
 * @param into the empty fragment it is written to; left out: a new one, to be put into a document.
 */
export function yFragment(rich: RichText, into: Y.XmlFragment = new Y.XmlFragment()): Y.XmlFragment {
  if (rich.content.length > 0) into.insert(0, yChildren(rich.content));
  return into;
}

function rawChildren(parent: Y.XmlFragment, depth: number): RawNode[] {
  if (depth > MAX_DEPTH) throw new UnknownContent('TE-DEPTH', 'doc');
  return parent.toArray().flatMap((child: unknown) => rawNode(child, depth));
}

function rawNode(child: unknown, depth: number): RawNode[] {
  if (child instanceof Y.XmlText) return rawText(child);
  if (!(child instanceof Y.XmlElement)) throw new UnknownContent('TE-NODE', 'not an element');
  return [{ type: child.nodeName, attrs: child.getAttributes(), content: rawChildren(child, depth + 1) }];
}

function rawText(text: Y.XmlText): RawNode[] {
  const delta: readonly { readonly insert?: unknown; readonly attributes?: Readonly<Record<string, unknown>> }[] =
    text.toDelta();
  return delta.map(({ insert, attributes = {} }) => {
    if (typeof insert !== 'string') throw new UnknownContent('TE-NODE', 'embedded in text');
    return { type: 'text', text: insert, marks: Object.entries(attributes).map(rawMark) };
  });
}

/** Anything but an object (some programs write `true`) is a mark without attributes, as the binding reads it. */
function rawMark([name, value]: [string, unknown]): RawMark {
  const attrs = typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
  return { type: markTypeOf(name), attrs };
}

type YNode = Y.XmlElement | Y.XmlText;

function yChildren(content: readonly ProseNode[]): YNode[] {
  const made: YNode[] = [];
  let run: ProseNode[] = [];
  const endRun = () => {
    if (run.length > 0) made.push(yText(run));
    run = [];
  };
  for (const node of content) {
    if (node.type === 'text') run.push(node);
    else {
      endRun();
      made.push(yElement(node));
    }
  }
  endRun();
  return made;
}

function yText(run: readonly ProseNode[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(run.map((node) => ({ insert: node.text ?? '', attributes: yMarks(node.marks ?? []) })));
  return text;
}

function yMarks(marks: readonly ProseMark[]): Record<string, unknown> {
  const named = marks.map((mark): [string, unknown] => {
    const rule = allowedMarks().get(mark.type);
    const attrs = withDefaults(mark, rule?.attrs ?? new Map());
    return [attributeNameOf({ type: mark.type, attrs }, rule?.overlaps ?? false), attrs];
  });
  return Object.fromEntries(named);
}

function yElement(node: ProseNode): Y.XmlElement {
  const element = new Y.XmlElement<Record<string, Json>>(node.type);
  const attrs = withDefaults(node, allowedNodes().get(node.type)?.attrs ?? new Map());
  for (const [name, value] of Object.entries(attrs)) if (value !== null) element.setAttribute(name, value);
  element.insert(0, yChildren(node.content ?? []));
  // An edge: the types of Yjs take every attribute for a string, what it stores is any JSON.
  return element as Y.XmlElement;
}

/** All attributes, in the schema's order; null where there is neither a value nor a default. */
function withDefaults(
  given: { readonly attrs?: ProseAttributes },
  rules: ReadonlyMap<string, AttributeRule>,
): Record<string, Json> {
  const all = [...rules].map(([name, { fallback }]): [string, Json] => [name, given.attrs?.[name] ?? fallback ?? null]);
  return Object.fromEntries(all);
}
