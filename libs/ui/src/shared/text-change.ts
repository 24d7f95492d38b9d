/** One change of a text: at `index`, so many characters out and these in. */
export type TextChange = { readonly index: number; readonly removed: number; readonly inserted: string };

/**
 * The smallest change from one text to another; null when there is none. Where it could have happened in several
 * places ("aa" to "aaa"), the caret says where.
 *
 * @param caret where the caret stands in the new text.
 */
export function changeBetween(before: string, after: string, caret: number = after.length): TextChange | null {
  if (before === after) return null;
  const tail = after.slice(caret);
  const known = before.endsWith(tail) ? tail.length : 0;
  const most = Math.min(before.length, after.length) - known;
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  if (splitsPair(before, start) || splitsPair(after, start)) start -= 1;
  let end = known;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  if (splitsPair(before, before.length - end) || splitsPair(after, after.length - end)) end -= 1;
  return { index: start, removed: before.length - end - start, inserted: after.slice(start, after.length - end) };
}

/** Whether a cut there would go through a character that takes two units. */
function splitsPair(text: string, index: number): boolean {
  return index > 0 && index < text.length && /[\ud800-\udbff]/.test(text[index - 1] ?? '');
}

/** Where a place in a text is after a change. A place where words come in stays before them. */
export function shifted(place: number, change: TextChange | null): number {
  if (!change || place <= change.index) return place;
  const gone = Math.min(change.removed, place - change.index);
  const isInside = place < change.index + change.removed;
  return isInside ? change.index : place - gone + change.inserted.length;
}

/**
 * The same change in a text that somebody else has changed meanwhile. What they took out is not taken out again.
 *
 * @param other what they changed, in the text both started from.
 */
export function rebased(change: TextChange, other: TextChange | null): TextChange {
  const index = shifted(change.index, other);
  const end = shifted(change.index + change.removed, other);
  return { ...change, index, removed: Math.max(0, end - index) };
}
