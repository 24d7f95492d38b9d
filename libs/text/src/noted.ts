import type { NotedBy } from './json';
import { isWellFormedId } from './kinds';
import { cleanText } from './normalise';

/** How long it may be as it is written in a document, in UTF-16 units. */
const MAX_LENGTH = 1_000;

/** Who wrote a statement down, as it is written in the document: one value, set once and never merged. */
export function writtenNoted({ name, capacity }: NotedBy): string {
  return JSON.stringify({ name, capacity });
}

/** Who a document says wrote a statement down; null for what says nobody. */
export function readNoted(written: unknown): NotedBy | null {
  if (typeof written !== 'string' || written.length > MAX_LENGTH) return null;
  try {
    return notedIn(JSON.parse(written));
  } catch {
    // Not JSON at all: only a broken program writes such.
    return null;
  }
}

function notedIn(value: unknown): NotedBy | null {
  if (typeof value !== 'object' || value === null) return null;
  const given = new Map<string, unknown>(Object.entries(value));
  const [name, capacity] = [given.get('name'), given.get('capacity')];
  if (given.size !== 2 || typeof name !== 'string' || !isWellFormedId(capacity)) return null;
  return { name: cleanText(name), capacity };
}
