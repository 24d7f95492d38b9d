/** A stretch of a plain text, in UTF-16 units; `end` is after its last one. */
export type Stretch = { readonly start: number; readonly end: number };

/** A word of a plain text: in lower case, with its place. */
export type PlacedWord = Stretch & { readonly word: string };

const WORD = /[\p{L}\p{N}]+(?:[.,]\p{N}+)*|[§%]/gu;
const STOP = /[.!?…]+["”»«’')\]]*(?=\s|$)/gu;
/** What stands before a full stop that ends no sentence: "jf.", "bl.a.", a letter alone. */
const ABBREVIATION =
  /(?:^|[\s(§])(?:\p{L}|jf|nr|kap|stk|pkt|ca|dvs|mio|mia|kr|pr|evt|inkl|ekskl|hhv|vedr|osv|mv|m\.v|m\.fl|m\.m|bl\.a|f\.eks|o\.l|o\.lign|p\.t|tlf|kl|afs|bek|lbk|sml|resp|max|min)$/iu;
const MARKER = /^\s*(?:[-•–]|\d{1,3}[.)])\s+/u;

/** The words of a plain text in order; signs between them are left out, but for § and %. */
export function wordsIn(text: string): PlacedWord[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    return { word: word.normalize('NFC').toLowerCase(), start: index, end: index + word.length };
  });
}

/** The sentences of a plain text. Each line, list item and row of a table ends one; marks of lists are left out. */
export function sentencesIn(text: string): Stretch[] {
  const sentences: Stretch[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    sentences.push(...sentencesOfLine(line).map((each) => ({ start: start + each.start, end: start + each.end })));
    start += line.length + 1;
  }
  return sentences;
}

function sentencesOfLine(line: string): Stretch[] {
  const stops = [...line.matchAll(STOP)].filter((stop) => isEnd(line, stop.index, stop.index + stop[0].length));
  const ends = [...stops.map((stop) => stop.index + stop[0].length), line.length];
  let start = MARKER.exec(line)?.[0].length ?? 0;
  const marked = start;
  return ends.flatMap((end) => {
    if (end <= marked) return [];
    const own = trimmed(line, { start, end });
    start = end;
    return own.end > own.start ? [own] : [];
  });
}

/** Whether a stop ends a sentence: what comes after begins no sentence when it is in lower case ("29. november"). */
function isEnd(line: string, start: number, end: number): boolean {
  const next = line.slice(end).trimStart().at(0);
  if (next === undefined) return true;
  if (/\p{Ll}/u.test(next)) return false;
  return !(line[start] === '.' && ABBREVIATION.test(line.slice(Math.max(0, start - 12), start)));
}

/** The stretch without blanks at its ends. */
export function trimmed(text: string, { start, end }: Stretch): Stretch {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}
