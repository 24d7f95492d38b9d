import type { Json } from '@enig/kernel';
import type { ContentMatch } from '@tiptap/pm/model';
import type { ProseAttributes, ProseMark, ProseNode, RichText } from './json';
import { allowedMarks, allowedNodes, textSchema, type AttributeRule } from './schema';
import { UnknownContent } from './unknown-content';

/** How deep nodes may stand in one another. A list in a list counts two. */
export const MAX_DEPTH = 64;

/** Without children these hold nothing: what is left when two people empty the same list at once. */
const NOTHING_WITHOUT_CHILDREN: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'table', 'blockquote']);

/** A node as it was found, unchecked. */
export type RawNode = {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly content?: readonly RawNode[] | undefined;
  readonly text?: string | undefined;
  readonly marks?: readonly RawMark[] | undefined;
};

/** A mark as it was found, unchecked. */
export type RawMark = { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> | undefined };

/**
 * The one canonical form of prose, so that the same words in the same form have the same bytes:
 * attributes that equal the schema's default or null are left out (a heading's level never is), and so are empty `attrs`, `marks` and `content`;
 * marks stand in the schema's order; stretches of text with equal marks are one; empty stretches, empty paragraphs at
 * the end, and lists, tables and quotations without children are left out; a list item or cell that lost its paragraph
 * gets an empty one. Marks on what is not text are left out, since a shared document cannot hold them.
 * Strings are cleaned by `cleanText`.
 *
 * @throws UnknownContent for nodes, marks, attributes and structure the schema does not know.
 */
export function canonicalRich(content: readonly RawNode[]): RichText {
  const nodes = fitted('doc', children('doc', content, 1));
  let end = nodes.length;
  while (end > 0 && isEmptyParagraph(nodes[end - 1])) end -= 1;
  return { type: 'doc', content: nodes.slice(0, end) };
}

/**
 * A string as it can be stored and printed everywhere: half surrogate pairs become U+FFFD, line ends become \n, and
 * control characters other than tab and line end (which neither PostgreSQL nor Word can hold) are left out.
 */
export function cleanText(text: string): string {
  const lines = text.toWellFormed().replace(/\r\n?/g, '\n');
  return lines.replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, '');
}

function isEmptyParagraph(node: ProseNode | undefined): boolean {
  return node?.type === 'paragraph' && node.content === undefined;
}

function children(parent: string, content: readonly RawNode[], depth: number): ProseNode[] {
  if (depth > MAX_DEPTH) throw new UnknownContent('TE-DEPTH', parent);
  return joinedText(content.flatMap((node) => canonicalNode(node, depth)));
}

function canonicalNode(node: RawNode, depth: number): ProseNode[] {
  const { type } = node;
  const rule = allowedNodes().get(type);
  if (!rule || type === 'doc') throw new UnknownContent('TE-NODE', type);
  if (type === 'text') return [textNode(node)];
  const attrs = canonicalAttributes(type, node.attrs ?? {}, rule.attrs);
  const held = children(type, node.content ?? [], depth + 1);
  if (held.length === 0 && NOTHING_WITHOUT_CHILDREN.has(type)) return [];
  const content = fitted(type, held);
  return [{ type, ...(attrs && { attrs }), ...(content.length > 0 && { content }) }];
}

function textNode(node: RawNode): ProseNode {
  const marks = canonicalMarks(node.marks ?? []);
  return { type: 'text', text: node.text ?? '', ...(marks.length > 0 && { marks }) };
}

/** Joined before it is cleaned, so that the two halves of a character meet. */
function joinedText(nodes: readonly ProseNode[]): ProseNode[] {
  const joined: ProseNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text' && sameMarks(last, node)) {
      joined[joined.length - 1] = { ...last, text: `${last.text}${node.text}` };
    } else if (node.type !== 'text' || node.text !== '') joined.push(node);
  }
  const cleaned = joined.map((node) => (node.text === undefined ? node : { ...node, text: cleanText(node.text) }));
  const kept = cleaned.filter((node) => node.type !== 'text' || node.text !== '');
  return kept.length === joined.length ? kept : joinedText(kept);
}

function sameMarks(one: ProseNode, other: ProseNode): boolean {
  return one.marks === other.marks || JSON.stringify(one.marks) === JSON.stringify(other.marks);
}

function canonicalMarks(marks: readonly RawMark[]): ProseMark[] {
  const found = marks.map((mark): { readonly rank: number; readonly mark: ProseMark } => {
    const rule = allowedMarks().get(mark.type);
    if (!rule) throw new UnknownContent('TE-MARK', mark.type);
    const attrs = canonicalAttributes(mark.type, mark.attrs ?? {}, rule.attrs);
    return { rank: rule.rank, mark: { type: mark.type, ...(attrs && { attrs }) } };
  });
  found.sort((one, other) => one.rank - other.rank);
  const twice = found.find(({ mark }, index) => found[index + 1]?.mark.type === mark.type);
  if (twice) throw new UnknownContent('TE-MARK', `${twice.mark.type} twice`);
  return found.map(({ mark }) => mark);
}

function canonicalAttributes(
  type: string,
  given: Readonly<Record<string, unknown>>,
  rules: ReadonlyMap<string, AttributeRule>,
): ProseAttributes | undefined {
  const unknown = Object.keys(given).find((name) => !rules.has(name));
  if (unknown !== undefined) throw new UnknownContent('TE-ATTRIBUTE', `${type}.${unknown}`);
  const kept: [string, Json][] = [];
  for (const [name, rule] of rules) {
    const value: unknown = Object.hasOwn(given, name) ? given[name] : undefined;
    const isLeftOut = value === undefined || value === null;
    if (isLeftOut ? rule.fallback === undefined : !rule.passes(value)) {
      throw new UnknownContent('TE-ATTRIBUTE', `${type}.${name}`);
    }
    const said = isLeftOut ? rule.fallback : value;
    if (rule.isAlwaysSaid || (!isLeftOut && said !== rule.fallback)) kept.push([name, checkedJson(said)]);
  }
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** A value that passed its attribute's check: a string, a number or a list of numbers. */
function checkedJson(value: unknown): Json {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.filter((entry) => typeof entry === 'number');
  return typeof value === 'number' ? value : null;
}

/** The children in an order the parent can hold, with an empty paragraph where one is missing. */
function fitted(parent: string, nodes: readonly ProseNode[]): ProseNode[] {
  const start = textSchema().nodes[parent]?.contentMatch;
  if (!start) throw new UnknownContent('TE-NODE', parent);
  const fitting: ProseNode[] = [];
  let match: ContentMatch = start;
  for (const node of nodes) {
    const filled = step(match, node.type) ? match : step(match, 'paragraph');
    const next = filled && step(filled, node.type);
    if (!next) throw new UnknownContent('TE-STRUCTURE', `${parent} > ${node.type}`);
    if (filled !== match) fitting.push({ type: 'paragraph' });
    fitting.push(node);
    match = next;
  }
  if (!match.validEnd && step(match, 'paragraph')?.validEnd) fitting.push({ type: 'paragraph' });
  return fitting;
}

function step(match: ContentMatch, type: string): ContentMatch | null {
  const node = textSchema().nodes[type];
  return node ? match.matchType(node) : null;
}
