import { isSha256 } from '@enig/kernel';
import type { Anchor } from './anchor';
import { isWellFormedId } from './kinds';
import { cleanText } from './normalise';
import type { SlotPath } from './slots';

/** How long an anchor may be as it is written in a document, in UTF-16 units: a paragraph and what stands around it. */
export const MAX_ANCHOR_LENGTH = 20_000;

const FIELDS = ['version', 'path', 'start', 'end', 'exact', 'prefix', 'suffix'];

/** An anchor as it is written in the document: one value, set once and never merged. */
export function writtenAnchor({ version, path, start, end, exact, prefix, suffix }: Anchor): string {
  return JSON.stringify({ version, path, start, end, exact, prefix, suffix });
}

/** The anchor a document holds; null for what is none. Its words are cleaned as all others are. */
export function readAnchor(written: unknown): Anchor | null {
  if (typeof written !== 'string' || written.length > MAX_ANCHOR_LENGTH) return null;
  try {
    return anchorIn(JSON.parse(written));
  } catch {
    // Not JSON at all: only a broken program writes such.
    return null;
  }
}

function anchorIn(value: unknown): Anchor | null {
  if (typeof value !== 'object' || value === null) return null;
  const given = new Map<string, unknown>(Object.entries(value));
  if (given.size !== FIELDS.length || !FIELDS.every((name) => given.has(name))) return null;
  const [version, path] = [given.get('version'), slotPath(given.get('path'))];
  const [start, end] = [given.get('start'), given.get('end')];
  const [exact, prefix, suffix] = [given.get('exact'), given.get('prefix'), given.get('suffix')];
  if (typeof version !== 'string' || !isSha256(version) || !path || !isOffset(start) || !isOffset(end) || start > end)
    return null;
  if (typeof exact !== 'string' || typeof prefix !== 'string' || typeof suffix !== 'string') return null;
  const words = { exact: cleanText(exact), prefix: cleanText(prefix), suffix: cleanText(suffix) };
  return { version, path, start, end, ...words };
}

function slotPath(value: unknown): SlotPath | null {
  if (!Array.isArray(value) || !value.every(isWellFormedId)) return null;
  const [root, id, field] = value;
  if (root === undefined || value.length > 3) return null;
  if (id === undefined) return [root];
  return field === undefined ? [root, id] : [root, id, field];
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
