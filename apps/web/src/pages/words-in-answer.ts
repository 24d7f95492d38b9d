/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** How much of what stands around a place is shown with it, in UTF-16 units on either side. */
const AROUND = 40;

/**
 * Everywhere some words stand in a text and are not taken out already, from first to last. A name may begin a sentence
 * here and run over two lines there: neither small and capital letters nor the kind of space between the words matter.
 */
export function placesOfWords(words: string, text: string, takenOut: readonly Stretch[]): readonly Stretch[] {
  const wanted = words.trim();
  if (wanted === '') return [];
  const pattern = wanted.split(/\s+/u).map(escaped).join('\\s+');
  return [...text.matchAll(new RegExp(pattern, 'giu'))]
    .map((found) => ({ start: found.index, end: found.index + found[0].length }))
    .filter((place) => !takenOut.some((each) => each.start < place.end && place.start < each.end));
}

/** A place with what stands around it, on one line. */
export function surroundings(text: string, { start, end }: Stretch): string {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  const shown = text.slice(from, to).replace(/\s+/gu, ' ').trim();
  return `${from > 0 ? '…' : ''}${shown}${to < text.length ? '…' : ''}`;
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
