import { parseLocalDate } from '@enig/kernel';
import {
  allowedMarks,
  allowedNodes,
  isWellFormedId,
  MAX_DEPTH,
  readAnchor,
  readNoted,
  type AttributeRule,
  type FieldShape,
  type RootShape,
} from '@enig/text';
import * as Y from 'yjs';

/** What a shared type is for: it says what may stand in it. */
export type Place =
  /** A title: letters and nothing else. */
  | { readonly kind: 'words' }
  /** A stretch of text in prose: letters and marks. */
  | { readonly kind: 'run' }
  /** A fragment (`doc`) or a node of prose. `depth` is that of its children, from 1. */
  | { readonly kind: 'prose'; readonly node: string; readonly depth: number }
  /** A map from ids to items, or to prose. */
  | { readonly kind: 'byId'; readonly fields: Fields | null }
  | { readonly kind: 'item'; readonly fields: Fields };

type Fields = Readonly<Record<string, FieldShape>>;

/** What an item of Yjs is made of. */
export type Content = Y.Item['content'];

/** A length no honest client comes near: half of what an array can hold. */
export const MAX_LENGTH = 2 ** 31 - 1;

const FRAGMENT: Place = { kind: 'prose', node: 'doc', depth: 1 };
const ORDER = /^[A-Za-z0-9]{0,100}$/;

/** What a root of this shape is for. */
export function placeOfRoot(shape: RootShape): Place {
  if (shape === 'text') return { kind: 'words' };
  if (shape === 'fragment') return FRAGMENT;
  return { kind: 'byId', fields: 'itemMap' in shape ? shape.itemMap : null };
}

/**
 * Whether the content may stand there (CO-20): the place it makes, `leaf` for what holds nothing, null for what is
 * unknown.
 *
 * @param sub the key it stands under; null in a sequence.
 */
export function standing(place: Place, sub: string | null, content: Content): Place | 'leaf' | null {
  switch (place.kind) {
    case 'words':
      return sub === null && content instanceof Y.ContentString ? 'leaf' : null;
    case 'run':
      return sub === null && (content instanceof Y.ContentString || isMark(content)) ? 'leaf' : null;
    case 'prose':
      return sub === null ? childOf(place, content) : leafIf(isAttribute(place.node, sub, content));
    case 'byId':
      return isWellFormedId(sub) ? entryOf(place.fields, content) : null;
    case 'item':
      return sub !== null && Object.hasOwn(place.fields, sub) ? fieldOf(place.fields[sub], content) : null;
  }
}

/** Whether it can be kept where nobody will see it, because what it stood in has been deleted. */
export function isHarmless(content: Content): boolean {
  const kinds = [Y.ContentString, Y.ContentFormat, Y.ContentAny, Y.ContentType, Y.ContentDeleted];
  return kinds.some((kind) => content instanceof kind);
}

/** The attributes a node cannot be without. */
export function neededBy(node: string): readonly string[] {
  const known = needed.get(node);
  if (known) return known;
  const attrs = [...(allowedNodes().get(node)?.attrs ?? [])];
  const found = attrs.filter(([, rule]) => rule.fallback === undefined).map(([name]) => name);
  needed.set(node, found);
  return found;
}

const needed = new Map<string, readonly string[]>();

function leafIf(passes: boolean): 'leaf' | null {
  return passes ? 'leaf' : null;
}

function childOf({ node, depth }: Place & { kind: 'prose' }, content: Content): Place | null {
  const type = typeIn(content);
  const may = allowedNodes().get(node)?.children;
  if (!type || !may) return null;
  if (type.constructor === Y.XmlText) return may.has('text') ? { kind: 'run' } : null;
  if (!(type instanceof Y.XmlElement) || type.nodeName === 'text' || !may.has(type.nodeName)) return null;
  return depth < MAX_DEPTH ? { kind: 'prose', node: type.nodeName, depth: depth + 1 } : null;
}

function entryOf(fields: Fields | null, content: Content): Place | null {
  const made = typeIn(content)?.constructor;
  if (fields) return made === Y.Map ? { kind: 'item', fields } : null;
  return made === Y.XmlFragment ? FRAGMENT : null;
}

function fieldOf(shape: FieldShape | undefined, content: Content): Place | 'leaf' | null {
  const made = typeIn(content)?.constructor;
  if (shape === 'text') return made === Y.Text ? { kind: 'words' } : null;
  if (shape === 'fragment') return made === Y.XmlFragment ? FRAGMENT : null;
  return leafIf(content instanceof Y.ContentAny && content.arr.every((value) => isValue(shape, value)));
}

function isValue(shape: FieldShape | undefined, value: unknown): boolean {
  switch (shape) {
    case 'order':
      return typeof value === 'string' && ORDER.test(value);
    case 'flag':
      return typeof value === 'boolean';
    case 'party':
      return value === null || isWellFormedId(value);
    case 'date':
      return value === null || (typeof value === 'string' && parseLocalDate(value).ok);
    case 'section':
      return value === '' || isWellFormedId(value);
    case 'how':
      return value === 'phone' || value === 'meeting';
    case 'anchor':
      return value === null || readAnchor(value) !== null;
    case 'noted':
      return value === null || readNoted(value) !== null;
    default:
      return false;
  }
}

function isAttribute(node: string, name: string, content: Content): boolean {
  const rule = allowedNodes().get(node)?.attrs.get(name);
  return rule !== undefined && content instanceof Y.ContentAny && content.arr.every((value) => passes(rule, value));
}

/** Null stands for an attribute that is left out. */
function passes(rule: AttributeRule, value: unknown): boolean {
  return value === null ? rule.fallback !== undefined : rule.passes(value);
}

/** A mark begins with its attributes (some programs write `true` for none) and ends with null. */
function isMark(content: Content): boolean {
  if (!(content instanceof Y.ContentFormat)) return false;
  const rule = allowedMarks().get(content.key);
  const value: unknown = content.value;
  if (!rule || rule.overlaps) return false;
  return value === null || hasAttributes(rule.attrs, value === true ? {} : value);
}

function hasAttributes(rules: ReadonlyMap<string, AttributeRule>, given: unknown): boolean {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return false;
  const values = new Map<string, unknown>(Object.entries(given));
  const areKnown = [...values.keys()].every((name) => rules.has(name));
  return areKnown && [...rules].every(([name, rule]) => passes(rule, values.get(name) ?? null));
}

function typeIn(content: Content): Y.AbstractType<unknown> | null {
  return content instanceof Y.ContentType ? content.type : null;
}
