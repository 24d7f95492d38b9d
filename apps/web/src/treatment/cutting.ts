import type { Point } from './points-filter';

/**
 * Where the parts of a text begin, when somebody has put line ends into it and changed nothing else; null where the
 * words are not the same.
 *
 * @param excerpt with single blanks between its words.
 * @returns places in `excerpt`, in UTF-16 units; none where no line ends inside it.
 */
export function cutPlaces(excerpt: string, typed: string): readonly number[] | null {
  const lines = linesOf(typed);
  if (lines.join(' ') !== excerpt) return null;
  const places: number[] = [];
  let at = 0;
  for (const line of lines.slice(0, -1)) places.push((at += line.length + 1));
  return places;
}

/** The same words with each sentence on a line of its own. */
export function onePerSentence(text: string): string {
  return linesOf(text)
    .join(' ')
    .replace(/(?<=[.!?…]["«»”)]?) (?=["«»“(–-]*\p{Lu})/gu, '\n');
}

/** What was copied out of a file: one point for each paragraph, parted by an empty line; or by line, where none is. */
export function quotesIn(text: string): readonly string[] {
  const paragraphs = text
    .split(/\n\s*\n/u)
    .map(singleBlanks)
    .filter(Boolean);
  return paragraphs.length > 1 ? paragraphs : linesOf(text);
}

/** Whether all there is of a point is the name of its file: nobody has typed what it says, and it could not be read. */
export function isOnlyName({ kind, excerpt, about }: Pick<Point, 'kind' | 'excerpt' | 'about'>): boolean {
  return kind === 'file' && about !== null && excerpt === singleBlanks(about);
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').map(singleBlanks).filter(Boolean);
}

function singleBlanks(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}
